import Autograd
import NeuralNetworks

extension Architecture {
  /// The number of values that a network of this kind learns, without drawing any of them.
  ///
  /// ```swift
  /// Architecture.vgg16.parameterCount(classes: 1000)   // 138357544
  /// ```
  public func parameterCount(classes: Int) -> Int {
    blank(classes: classes).parameterCount
  }

  /// The products of a weight and a value that one picture of the usual size takes.
  public func multiplications(classes: Int) -> Int {
    blank(classes: classes).multiplications(for: [inputSize, inputSize, 3])
  }

  private func blank(classes: Int) -> Sequential {
    var blank = RandomSource.blank
    return makeLayers(classes, &blank)
  }
}
