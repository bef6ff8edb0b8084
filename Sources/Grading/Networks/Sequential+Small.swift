import Autograd
import NeuralNetworks

extension Sequential {
  /// A small network of chance for pictures `[N, side, side, 3]`, with a batch norm, on which answers are tried.
  package static func small(side: Int, classes: Int, random: inout RandomSource) -> Sequential {
    Sequential(numbered: [
      Convolution2D(3, 4, kernel: 3, padding: 1, random: &random), BatchNorm2D(4), ReLU(), Flatten(),
      Linear(4 * side * side, classes, random: &random),
    ])
  }

  /// A small network of three parts for pictures `[N, side, side, 3]`: two convolutions, each with its batch norm, and a head.
  package static func parted(side: Int, widths: [Int], classes: Int, seed: UInt64) -> Sequential {
    var random = RandomSource(seed: seed)
    return Sequential(numbered: [
      Convolution2D(3, widths[0], kernel: 3, padding: 1, random: &random), BatchNorm2D(widths[0]), ReLU(),
      Convolution2D(widths[0], widths[1], kernel: 1, random: &random), BatchNorm2D(widths[1]), ReLU(), Flatten(),
      Linear(widths[1] * side * side, classes, random: &random),
    ])
  }

  /// All its values, weights and statistics, for a comparison before and after.
  package var allValues: [[Float]] { state.map(\.parameter.value.values) }

  /// All its values once something has been done with it.
  package func allValues(after deed: @autoclosure () throws -> some Any) rethrows -> [[Float]] {
    _ = try deed()
    return allValues
  }
}

extension Tensor {
  /// The gradient of a loss with respect to this tensor; nil where the loss is no single number, or knows nothing of it.
  package func slope(of loss: (Tensor) throws -> Tensor) rethrows -> Tensor? {
    let input = detached().requiringGradient()
    let result = try loss(input)
    return result.count == 1 ? result.gradients()[input] : nil
  }
}
