import Autograd

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
  public init() {}
  /// The mean of each channel.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input.globalAveragePooled() }
}

/// The mean over `size` × `size` windows that together cover the picture: `[N, H, W, C]` to `[N, size, size, C]`.
public struct AdaptiveAveragePool2D: Layer {
  /// Windows along each side.
  public let size: Int
  /// A pool to a fixed size.
  public init(size: Int) { self.size = size }
  /// The means.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input.adaptiveAveragePooled(size: size) }
}
