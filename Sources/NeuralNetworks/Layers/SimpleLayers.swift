import Autograd

/// max(x, 0).
public struct ReLU: Layer {
  /// A layer without parameters.
  public init() {}
  /// max(x, 0) of every value.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input.relu() }
}

/// The largest value of each window.
public struct MaxPool2D: Layer {
  /// The side of the window, the distance between windows, and the border.
  public let kernel, stride, padding: Int
  /// Whether a last, partly covered window is kept.
  public let ceilMode: Bool

  /// A pool; the stride is the kernel's size unless given.
  public init(kernel: Int, stride: Int? = nil, padding: Int = 0, ceilMode: Bool = false) {
    self.kernel = kernel
    self.stride = stride ?? kernel
    self.padding = padding
    self.ceilMode = ceilMode
  }

  /// `[N, H, W, C]` to `[N, H′, W′, C]`.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    input.maxPooled(kernel: kernel, stride: stride, padding: padding, ceilMode: ceilMode)
  }
}

/// The mean over all pixels of each channel: `[N, H, W, C]` to `[N, C]`.
public struct GlobalAveragePool: Layer {
  /// A layer without parameters.
  public init() {}
  /// The mean of each channel.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input.globalAveragePooled() }
}

/// Sets a share of the values to zero in training and scales up the rest (Srivastava et al., 2014).
public final class Dropout: Layer {
  /// The probability of a value to be dropped, in [0, 1).
  public let probability: Float
  private var random: RandomSource

  /// A layer with its own source of chance.
  public init(_ probability: Float, seed: UInt64) {
    precondition(0 <= probability && probability < 1, "a dropout probability is in [0, 1), not \(probability)")
    self.probability = probability
    random = RandomSource(seed: seed)
  }

  /// The input at inference; in training each value times 0 or 1 / (1 − p).
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    guard mode == .training, probability > 0 else { return input }
    let scale = 1 / (1 - probability)
    let mask = (0..<input.count).map { _ in random.chance(probability) ? 0 : scale }
    return input * Tensor(mask, shape: input.shape)
  }
}
