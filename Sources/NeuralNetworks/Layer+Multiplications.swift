import Autograd

extension Layer {
  /// The multiplications of convolutions and linear layers that one input of the shape `[H, W, C]` needs, each of which
  /// comes with an addition.
  ///
  /// ```swift
  /// Architecture.vgg16.makeLayers(1000, &random).multiplications(for: [224, 224, 3])   // 15470264320
  /// ```
  public func multiplications(for inputShape: [Int]) -> Int {
    Autograd.multiplications { _ = self(Tensor(shape: [1] + inputShape, filledWith: 0)) }
  }
}
