import FileAccess
import Foundation
import Imaging

/// `config.json`, which timm (Wightman, 2019) puts beside the file with a network's weights.
struct TimmConfiguration: Decodable {
  private let architecture: String
  private let labelNames: [String]?
  private let pretrained: Pretraining

  private enum CodingKeys: String, CodingKey {
    case architecture
    case labelNames = "label_names"
    case pretrained = "pretrained_cfg"
  }

  private struct Pretraining: Decodable {
    let mean, std: [Float]
    let inputSize: [Int]
    let cropShare: Double
    let interpolation: String

    enum CodingKeys: String, CodingKey {
      case mean, std, interpolation
      case inputSize = "input_size"
      case cropShare = "crop_pct"
    }
  }

  /// The longest file that is looked at, in bytes: room for the names of some ten thousand classes.
  private static let longest = 1 << 20

  /// The configuration beside a file; `nil` where there is none, or something else under its name.
  init?(beside file: URL) {
    let place = file.deletingLastPathComponent().appending(path: "config.json")
    guard let data = try? Data(ofFile: place, limit: TimmConfiguration.longest),
      let found = try? JSONDecoder().decode(TimmConfiguration.self, from: data)
    else { return nil }
    self = found
  }

  /// What timm calls the networks of the zoo.
  private static let known = Architecture.all.compactMap(\.timmName)

  /// Whether it is of the zoo; others, whose convolutions are padded as TensorFlow pads them (`tf_…`) or whose pools are blurred
  /// (`resnetblur50`), have weights of the same names.
  private var isKnown: Bool {
    // MobileNetV2 comes in widths, 050 for 0.5; 110d and the like are deeper, which their weights show.
    let prefixes = Architecture.all.compactMap { $0.variants?.timmPrefix }
    return TimmConfiguration.known.contains(architecture) || prefixes.contains(where: architecture.hasPrefix)
  }

  /// Adds what the file itself does not say.
  /// - Throws: one line if the network computes otherwise than its weights' names would let one think.
  func complete(_ metadata: inout NetworkMetadata) throws(NetworkError) {
    guard isKnown else {
      throw NetworkError(
        "timm's \(architecture) may have the names of a network that is known here, but computes otherwise; take one of "
          + TimmConfiguration.known.joined(separator: ", "))
    }
    let config = pretrained
    if metadata.normalization == nil, config.mean.count == config.std.count, [1, 3].contains(config.mean.count),
      config.mean.allSatisfy(\.isFinite), config.std.allSatisfy({ $0 > 0 && $0.isFinite })
    {
      metadata.normalization = Normalization(mean: config.mean, standardDeviation: config.std)
    }
    if metadata.inputSize == nil, let side = config.inputSize.last, 1...1024 ~= side {
      metadata.inputSize = side
      // As timm rounds it.
      if config.cropShare > 0, config.cropShare <= 1 {
        metadata.shorterSide = Int((Double(side) / config.cropShare).rounded(.down))
      }
      metadata.interpolation = Interpolation(rawValue: config.interpolation)
    }
    metadata.classes = metadata.classes ?? labelNames
  }
}
