import Autograd

/// Squeeze and excitation: every channel of a picture times a gate in (0, 1) that a small network derives from the means of
/// all channels (Hu et al., 2018, section 3).
///
/// gate = σ(W₂ · silu(W₁ · mean(x) + b₁) + b₂), with SiLU where Hu et al. have a ReLU, as in EfficientNet.
public struct SqueezeExcitation: Layer {
  let squeeze, excite: Convolution2D
  let names: (squeeze: String, excite: String)

  /// A gate for each of `channels` from as many as `squeezed` values; the two convolutions are called as in torchvision, unless
  /// `names` says otherwise.
  public init(
    _ channels: Int, squeezed: Int, names: (squeeze: String, excite: String) = ("fc1", "fc2"),
    random: inout RandomSource
  ) {
    self.names = names
    squeeze = Convolution2D(channels, squeezed, kernel: 1, random: &random)
    excite = Convolution2D(squeezed, channels, kernel: 1, random: &random)
  }

  /// `[N, H, W, C]` with gated channels.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    let (images, channels) = (input.shape[0], input.shape[3])
    let means = input.globalAveragePooled().reshaped([images, 1, 1, channels])
    let gates = excite(squeeze(means, mode).silu(), mode).sigmoid()
    return input.gated(by: gates.reshaped([images, channels]))
  }

  /// The two 1×1 convolutions of the means.
  public var children: [(name: String, layer: any Layer)] { [(names.squeeze, squeeze), (names.excite, excite)] }
}
