import Autograd
import NeuralNetworks

/// A small target with its head, a source that has learnt something else, and r between their maps.
public struct MatchedNetworks {
  /// T: from pictures `[N, H, W, 3]` to maps `[N, H, W, 4]`.
  public let target: Sequential
  /// From the target's maps, averaged over their places, to three logits.
  public let head: Linear
  /// S: from the same pictures to maps `[N, H, W, 6]`.
  public let source: Sequential
  /// r: from the target's maps to as many channels as the source has.
  public let projection: Convolution2D

  init(seed: UInt64) {
    var random = RandomSource(seed: seed)
    func maps(_ channels: Int) -> (Sequential, BatchNorm2D) {
      let norm = BatchNorm2D(channels)
      let convolution = Convolution2D(3, channels, kernel: 3, padding: 1, random: &random)
      return (Sequential([("conv", convolution), ("norm", norm), ("relu", ReLU())]), norm)
    }
    target = maps(4).0
    let norm: BatchNorm2D
    (source, norm) = maps(6)
    norm.runningMean.set(.normal(shape: [6], random: &random))
    norm.runningVariance.set(.uniform(shape: [6], in: 0.5...2, random: &random))
    head = Linear(4, 3, random: &random)
    projection = Convolution2D(4, 6, kernel: 1, random: &random)
  }
}
