import Autograd
import NeuralNetworks
import Testing

@Suite struct OptimizerTests {
  static let makers: [String: @Sendable (Parameter) -> any Optimizer] = [
    "sgd": { SGD([$0], learningRate: 0.1) },
    "sgd momentum 0.9 decay 0.01": { SGD([$0], learningRate: 0.1, momentum: 0.9, weightDecay: 0.01) },
    "sgd nesterov": { SGD([$0], learningRate: 0.1, momentum: 0.9, nesterov: true) },
    "adam": { Adam([$0], learningRate: 0.05) },
    "adamw decay 0.1": { Adam.withDecoupledDecay([$0], learningRate: 0.05, weightDecay: 0.1) },
    "rmsprop": { RMSprop([$0], learningRate: 0.02) },
  ]

  @Test("an optimiser takes PyTorch's steps", arguments: (try? Oracle.shared.get())?.optimizers ?? [])
  func optimizerAgrees(_ reference: Oracle.OptimizerCase) throws {
    let tensors = try Oracle.shared.get().tensors
    let start = try #require(tensors[reference.start])
    let gradients = try #require(tensors[reference.gradients])
    let after = try #require(tensors[reference.after])
    let parameter = Parameter(start)
    let make = try #require(OptimizerTests.makers[reference.name])
    let optimizer = make(parameter)
    for step in 0..<gradients.shape[0] {
      let gradient = gradients.slice(step..<step + 1, along: 0).reshaped(start.shape)
      optimizer.step((parameter.value * gradient).sum().gradients())
      let expected = after.slice(step..<step + 1, along: 0).reshaped(start.shape)
      expectClose(parameter.value, expected, sumLength: step + 1, "\(reference.name), step \(step + 1)")
    }
  }
}
