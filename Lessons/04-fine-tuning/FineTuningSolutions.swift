import Autograd
import Foundation
import Graders
import Grading
import NeuralNetworks

/// trainable-parameters: freezes the first `count` parts of a network, and says how many numbers still learn.
public func trainableParameters(of network: Sequential, freezing count: Int) throws -> Int {
  network.freeze(first: count)
  return network.parameters.filter(\.isTrainable).map(\.value.count).reduce(0, +)
}

/// discriminative-rates: the values of all parts, the head last, after a step at a rate of its own for each part.
public func discriminativeStep(
  _ parts: [[Float]], gradients: [[Float]], headRate: Float, factor: Float
) throws -> [[Float]] {
  var rate = headRate
  var stepped = parts
  for part in parts.indices.reversed() {
    stepped[part] = zip(parts[part], gradients[part]).map { value, gradient in value - rate * gradient }
    rate *= factor
  }
  return stepped
}

/// l2-sp: the loss plus ½ α ‖θ − θ₀‖² over all parts but the last, the head.
public func decayTowardsStart(
  _ loss: Tensor, parts: [[Parameter]], start: [[Tensor]], strength: Float
) throws -> Tensor {
  var squares = Tensor(0)
  for (part, values) in zip(parts.dropLast(), start) {
    for (parameter, value) in zip(part, values) {
      squares = squares + (parameter.value - value).square().sum()
    }
  }
  return loss + squares * (strength / 2)
}

/// early-stopping: how many epochs run, and which one's weights are kept, counted from 0.
public func stopEarly(losses: [Float], patience: Int) throws -> (epochs: Int, best: Int) {
  var best = 0
  for epoch in losses.indices {
    if losses[epoch] < losses[best] { best = epoch }
    if epoch - best >= patience { return (epoch + 1, best) }
  }
  return (losses.count, best)
}

/// training-report: trains a network, and gives its accuracy on pictures that it has not learnt from.
public func trainingReport(
  _ network: Sequential, training: ExercisePictures, validation: ExercisePictures, epochs: Int
) throws -> Float {
  let trainingBatches = training.batches(of: 4)
  let validationBatches = validation.batches(of: 4)
  let optimizer = SGD(network.parameters, learningRate: 0.05, momentum: 0.9, weightDecay: 5e-4)
  for _ in 0..<epochs {
    for batch in trainingBatches {
      let loss = crossEntropy(network(batch.images, .training), batch.labels)
      optimizer.step(loss.gradients())
    }
  }
  var (right, all) = (0, 0)
  for batch in validationBatches {
    let answers = network(batch.images).indicesOfLargest()
    right += zip(answers, batch.labels).count { $0 == $1 }
    all += batch.labels.count
  }
  return Float(right) / Float(all)
}
