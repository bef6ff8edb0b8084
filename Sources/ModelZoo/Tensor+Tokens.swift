import Autograd

extension Tensor {
  /// A layer's output as maps: tokens `[N, 1 + s², C]` as `[N, s, s, C]`, each at the place of its patch and without the class
  /// token, which has no place; anything else as it is.
  package var tokensAsMaps: Tensor {
    guard shape.count == 3 else { return self }
    let side = Int(Double(shape[1] - 1).squareRoot().rounded())
    guard side > 0, side * side == shape[1] - 1 else { return self }
    return slice(1..<shape[1], along: 1).reshaped([shape[0], side, side, shape[2]])
  }
}
