import Autograd
import ModelZoo
import NeuralNetworks

/// A place in a picture that drives a channel: the patch that the channel saw there, and how strongly it answered.
public struct StrongestCrop: Sendable, Hashable {
  /// Which picture, counted from 0 in the order in which they were shown.
  public let picture: Int
  /// The pixels of the patch: the receptive field of the place, as far as it lies in the picture.
  public let rows, columns: Range<Int>
  /// The channel's value there.
  public let value: Float
}

/// For every channel of some layers the patches of pictures that drive it most (Zeiler and Fergus, 2014), at most one
/// of each picture.
///
/// ```swift
/// var strongest = StrongestCrops(network, layers: ["features.9"], count: 6)
/// for batch in test.batches(of: 32) { strongest.look(at: batch.images) }
/// strongest.crops(of: "features.9", channel: 3).first?.picture
/// ```
public struct StrongestCrops {
  private let network: Network
  private let layers: [String]
  private let fields: [String: ReceptiveField]
  private let count: Int
  private var found: [String: [[StrongestCrop]]] = [:]

  /// How many pictures have been looked at.
  public private(set) var pictureCount = 0

  /// Nothing seen yet; `count` patches will be kept for each channel of `layers`.
  public init(_ network: Network, layers: [String], count: Int) {
    precondition(count > 0, "keep at least one patch a channel, not \(count)")
    self.network = network
    self.layers = layers
    self.count = count
    fields = layers.reduce(into: [:]) { $0[$1] = network.receptiveField(of: $1) }
  }

  /// Takes the pictures `[N, H, W, 3]` in [0, 1] into account.
  public mutating func look(at pictures: Tensor) {
    for maps in network.featureMaps(of: layers, for: pictures) {
      let channels = maps.channelCount
      var kept = found[maps.layer] ?? [[StrongestCrop]](repeating: [], count: channels)
      for index in 0..<pictures.shape[0] {
        let peaks = maps.strongestPlaces(in: index)
        for channel in 0..<channels where isWanted(peaks[channel].value, in: kept[channel]) {
          let (value, row, column) = peaks[channel]
          let crop = StrongestCrop(
            picture: pictureCount + index, rows: pixels(row, maps.layer, pictures.shape[1]),
            columns: pixels(column, maps.layer, pictures.shape[2]), value: value)
          let place = kept[channel].firstIndex { $0.value < value } ?? kept[channel].count
          kept[channel].insert(crop, at: place)
          if kept[channel].count > count { kept[channel].removeLast() }
        }
      }
      found[maps.layer] = kept
    }
    pictureCount += pictures.shape[0]
  }

  /// The patches of a channel, the strongest first; fewer than asked for where fewer pictures drove it above 0.
  public func crops(of layer: String, channel: Int) -> [StrongestCrop] {
    found[layer]?[channel] ?? []
  }

  /// The channels of a layer that no picture has driven above 0.
  public func deadChannels(of layer: String) -> [Int] {
    let channels = found[layer] ?? []
    return channels.indices.filter { channels[$0].isEmpty }
  }

  /// The number of channels of a layer.
  public func channelCount(of layer: String) -> Int { found[layer]?.count ?? 0 }

  private func isWanted(_ value: Float, in kept: [StrongestCrop]) -> Bool {
    value > 0 && (kept.count < count || value > (kept.last?.value ?? 0))
  }

  private func pixels(_ index: Int, _ layer: String, _ length: Int) -> Range<Int> {
    fields[layer]?.pixels(of: index, within: length) ?? 0..<length
  }
}

extension FeatureMaps {
  /// For every channel its largest value in a picture and where it is.
  fileprivate func strongestPlaces(in picture: Int) -> [(value: Float, row: Int, column: Int)] {
    let (height, width, channels) = (values.shape[1], values.shape[2], values.shape[3])
    var places = [(value: Float, row: Int, column: Int)](repeating: (-.infinity, 0, 0), count: channels)
    values.withValues { values in
      for place in 0..<height * width {
        let start = (picture * height * width + place) * channels
        for channel in 0..<channels where values[start + channel] > places[channel].value {
          places[channel] = (values[start + channel], place / width, place % width)
        }
      }
    }
    return places
  }
}
