import Autograd

/// max(x, 0).
public struct ReLU: Layer {
  /// A layer without parameters.
  public init() {}
  /// max(x, 0) of every value.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input.relu() }
}

/// min(max(x, 0), 6).
public struct ReLU6: Layer {
  /// A layer without parameters.
  public init() {}
  /// min(max(x, 0), 6) of every value.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input.relu6() }
}

/// Pictures `[N, H, W, C]` as rows `[N, C·H·W]`, channel by channel as PyTorch has them, so that a linear layer's weights
/// keep their order.
public struct Flatten: Layer {
  /// A layer without parameters.
  public init() {}
  /// The rows; what is already `[N, C]` stays as it is.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    input.shape.count == 4 ? input.permuted([0, 3, 1, 2]).flattened() : input
  }
}
