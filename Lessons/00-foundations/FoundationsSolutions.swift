import Autograd
import Foundation
import Grading
import NeuralNetworks

/// softmax: the probability of each class.
public func softmax(of logits: [Float]) throws -> [Float] {
  let largest = logits.max() ?? 0
  let powers = logits.map { exp($0 - largest) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}

/// chain-rule: the loss (ReLU(w x + b) − y)² of a neuron, and its slopes by w, by b and by x.
public func neuron(
  weight: Float, bias: Float, input: Float, target: Float
) throws -> (loss: Float, byWeight: Float, byBias: Float, byInput: Float) {
  let z = weight * input + bias
  let error = max(z, 0) - target
  let slope = z > 0 ? 2 * error : 0
  return (loss: error * error, byWeight: slope * input, byBias: slope, byInput: slope * weight)
}

/// convolve: the answers of a filter at every place of a picture on which it fits.
public func convolve(_ picture: [[Float]], by filter: [[Float]]) throws -> [[Float]] {
  let (height, width) = (filter.count, filter[0].count)
  let places = (rows: picture.count - height + 1, columns: picture[0].count - width + 1)
  var answers = [[Float]](repeating: [Float](repeating: 0, count: places.columns), count: places.rows)
  for row in 0..<places.rows {
    for column in 0..<places.columns {
      for u in 0..<height {
        for v in 0..<width {
          answers[row][column] += filter[u][v] * picture[row + u][column + v]
        }
      }
    }
  }
  return answers
}

/// gradient-step: the places of a walk downhill, from the start on.
public func descend(
  from start: [Float], learningRate: Float, steps: Int, gradient: ([Float]) -> [Float]
) throws -> [[Float]] {
  var place = start
  var path = [start]
  for _ in 0..<steps {
    let slopes = gradient(place)
    place = zip(place, slopes).map { $0 - learningRate * $1 }
    path.append(place)
  }
  return path
}

/// mend-a-loop: a trained classifier with its validation accuracy after each epoch, which learns from training data alone.
public func learningCurve(
  training: Tensor, labels: [Int], validation: Tensor, validationLabels: [Int], classes: Int, epochs: Int,
  random: inout RandomSource
) throws -> (head: Linear, accuracies: [Float]) {
  let head = Linear(training.shape[1], classes, random: &random)
  let optimizer = SGD(head.parameters, learningRate: 0.5)
  var accuracies: [Float] = []
  for _ in 0..<epochs {
    let loss = crossEntropy(head(training), labels)
    optimizer.step(loss.gradients())
    let logits = head(validation)
    accuracies.append(accuracy(logits, validationLabels))
  }
  return (head, accuracies)
}
