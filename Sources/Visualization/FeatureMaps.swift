import Autograd
import ModelZoo
import NeuralNetworks

/// What a layer makes of some pictures: a map for every channel, all of them on one scale.
///
/// ```swift
/// let maps = network.featureMaps(of: ["features.2"], for: pictures)[0]
/// maps.map(of: 7)          // [H, W, 1] in [0, 1]: channel 7 of the first picture
/// maps.silentChannels      // channels that say nothing about any of the pictures
/// ```
public struct FeatureMaps: Sendable {
  /// The layer's name, such as `features.2`.
  public let layer: String
  /// Its outputs `[N, H, W, C]`.
  public let values: Tensor
  /// The smallest and the largest value in the whole layer over all pictures, 0 included: the ends of the scale.
  public let scale: ClosedRange<Float>
  /// The largest value of every channel over all pictures and places.
  public let peaks: [Float]
  /// The channels that have one value at every place of every picture, which after a ReLU is 0.
  public let silentChannels: [Int]

  /// The maps of a layer from its outputs `[N, H, W, C]`.
  public init(layer: String, values: Tensor) {
    precondition(values.shape.count == 4, "\(layer) has no maps: its output is \(values.shape)")
    self.layer = layer
    self.values = values.detached()
    let channels = values.shape[3]
    var lowest = [Float](repeating: .infinity, count: channels)
    var highest = [Float](repeating: -.infinity, count: channels)
    values.withValues { values in
      for start in stride(from: 0, to: values.count, by: channels) {
        for channel in 0..<channels {
          lowest[channel] = min(lowest[channel], values[start + channel])
          highest[channel] = max(highest[channel], values[start + channel])
        }
      }
    }
    scale = min(0, lowest.min() ?? 0)...max(0, highest.max() ?? 0)
    peaks = highest
    silentChannels = (0..<channels).filter { lowest[$0] == highest[$0] }
  }

  public var channelCount: Int { values.shape[3] }

  /// The channels, the one with the largest peak first.
  public var channelsByPeak: [Int] {
    peaks.indices.sorted { (-peaks[$0], $0) < (-peaks[$1], $1) }
  }

  /// The share of values that are exactly 0, in [0, 1].
  public var sparsity: Float {
    let zeros = values.withValues { values in values.count { $0 == 0 } }
    return Float(zeros) / Float(max(1, values.count))
  }

  /// The map of a channel for one of the pictures, `[H, W, 1]`: the layer's scale as [0, 1].
  public func map(of channel: Int, picture: Int = 0) -> Tensor {
    precondition(0..<channelCount ~= channel, "\(layer) has channels 0 to \(channelCount - 1), not \(channel)")
    let span = max(scale.upperBound - scale.lowerBound, .leastNormalMagnitude)
    let map = values.slice(picture..<picture + 1, along: 0).slice(channel..<channel + 1, along: 3)
    return ((map - scale.lowerBound) * (1 / span)).reshaped(Array(map.shape.dropFirst()))
  }
}

extension Network {
  /// The maps of the named layers for pictures `[N, H, W, 3]` in [0, 1], in one pass.
  public func featureMaps(of layers: [String], for pictures: Tensor) -> [FeatureMaps] {
    let outputs = whileFrozen { self.outputs(of: layers, for: pictures) }
    return layers.compactMap { layer in outputs[layer].map { FeatureMaps(layer: layer, values: $0) } }
  }
}
