import Autograd

/// max(x, 0).
public struct ReLU: Layer {
  public init() {}
  /// max(x, 0) of every value.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input.relu() }
}

/// min(max(x, 0), 6).
public struct ReLU6: Layer {
  public init() {}
  /// min(max(x, 0), 6) of every value.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input.relu6() }
}

/// x · σ(x) (Elfwing et al., 2018).
public struct SiLU: Layer {
  public init() {}
  /// x · σ(x) of every value.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input.silu() }
}

/// x · Φ(x) with the normal distribution function Φ (Hendrycks and Gimpel, 2016).
public struct GELU: Layer {
  public init() {}
  /// x · Φ(x) of every value.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input.gelu() }
}

/// Pictures `[N, H, W, C]` as rows `[N, C·H·W]`, channel by channel as PyTorch has them, so that a linear layer's weights
/// keep their order.
public struct Flatten: Layer {
  public init() {}
  /// The rows; what is already `[N, C]` stays as it is.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    input.shape.count == 4 ? input.permuted([0, 3, 1, 2]).flattened() : input
  }
}
