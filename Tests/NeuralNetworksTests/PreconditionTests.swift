import Autograd
import NeuralNetworks
import Testing

/// A call of a layer or a loss with what does not fit it, and what the message must name.
struct Misfit: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let words: [String]
  let call: @Sendable () -> Void

  init(_ name: String, _ words: String..., call: @escaping @Sendable () -> Void) {
    testDescription = name
    self.words = words
    self.call = call
  }
}

private let misfits: [Misfit] = [
  .init("a linear layer", "[2, 5]", "[3, 4]") {
    var random = RandomSource(seed: 1)
    _ = Linear(4, 3, random: &random)(Tensor(shape: [2, 5], filledWith: 0))
  },
  .init("a linear layer on tokens", "[2, 7, 5]", "[3, 4]") {
    var random = RandomSource(seed: 1)
    _ = Linear(4, 3, random: &random)(Tensor(shape: [2, 7, 5], filledWith: 0))
  },
  .init("a convolution layer", "[1, 8, 8, 1]", "[4, 3, 3, 3]") {
    var random = RandomSource(seed: 1)
    _ = Convolution2D(3, 4, kernel: 3, random: &random)(Tensor(shape: [1, 8, 8, 1], filledWith: 0))
  },
  .init("a batch norm", "5 channels", "[2, 3, 3, 4]") {
    _ = BatchNorm2D(5)(Tensor(shape: [2, 3, 3, 4], filledWith: 0), .training)
  },
  .init("labels that are too few", "3", "[4, 2]") {
    _ = crossEntropy(Tensor(shape: [4, 2], filledWith: 0), [0, 1, 0])
  },
  .init("a label that is no class", "[0, 2]", "0 ..< 2") {
    _ = crossEntropy(Tensor(shape: [2, 2], filledWith: 0), [0, 2])
  },
  .init("a parameter's new value", "[2]", "[3]") {
    Parameter(Tensor([1, 2])).set(Tensor([1, 2, 3]))
  },
]

@Suite struct PreconditionTests {
  @Test("what does not fit ends the process, and the message names both", arguments: misfits)
  func endsWithBothShapes(_ misfit: Misfit) async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      [name = misfit.testDescription as String] in
      misfits.first { $0.testDescription == name }?.call()
    }
    let message = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    for words in misfit.words { #expect(message.contains(words), "\(message)") }
  }
}
