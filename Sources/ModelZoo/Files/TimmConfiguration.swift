import FileAccess
import Foundation
import Imaging

/// `config.json`, which timm (Wightman, 2019) puts beside the file with a network's weights.
///
/// Each value may be absent, as in timm; one that is there must be one that can be.
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
    let mean, std: [Float]?
    let inputSize: [Double]?
    let cropShare: Double?
    let cropMode, interpolation: String?

    enum CodingKeys: String, CodingKey {
      case mean, std, interpolation
      case inputSize = "input_size"
      case cropShare = "crop_pct"
      case cropMode = "crop_mode"
    }
  }

  /// Early files have the values of the training at the top.
  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    architecture = try values.decode(String.self, forKey: .architecture)
    labelNames = try values.decodeIfPresent([String].self, forKey: .labelNames)
    pretrained =
      try values.decodeIfPresent(Pretraining.self, forKey: .pretrained) ?? Pretraining(from: decoder)
  }

  /// The longest file that is read, in bytes: room for the names of some hundred thousand classes.
  private static let longest = 1 << 24

  /// The configuration beside a file; `nil` where there is none, or one that is not timm's: many projects call theirs so.
  /// - Throws: one line if it is no JSON at all, or is timm's and has a value of another kind.
  init?(beside file: URL) throws(NetworkError) {
    let place = file.deletingLastPathComponent().appending(path: "config.json")
    let data: Data
    do throws(FileProblem) {
      data = try Data(ofFile: place, limit: TimmConfiguration.longest)
    } catch {
      if case .kind = error.reason { return nil }
      if error.reason == .missing { return nil }
      throw NetworkError(
        "the config.json beside it cannot be read: \(error.english); fetch it again, or move it elsewhere")
    }
    guard let json = try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed) else {
      throw NetworkError("the config.json beside it cannot be read as JSON; fetch it again, or move it elsewhere")
    }
    guard let object = json as? [String: Any], object["architecture"] != nil || object["pretrained_cfg"] != nil else {
      return nil
    }
    do {
      self = try JSONDecoder().decode(TimmConfiguration.self, from: data)
    } catch {
      throw NetworkError("the config.json beside it, of timm: \(TimmConfiguration.problem(error))")
    }
  }

  /// Which value is missing or of another kind.
  private static func problem(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): return "\(key.stringValue) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      let name = context.codingPath.map { $0.intValue.map { "\($0)" } ?? $0.stringValue }.joined(separator: ".")
      return "\(name.isEmpty ? "a value" : name) is not what timm writes there"
    default: return "it is not what timm writes"
    }
  }

  /// What timm calls the networks of the zoo.
  private static let known = Architecture.all.compactMap(\.timmName)

  /// Whether it is of the zoo; others, whose stems or pools differ (`resnetblur50`), have weights of the same names.
  private var isKnown: Bool {
    // MobileNetV2 comes in widths, 050 for 0.5; 110d and the like are deeper, which their weights show.
    let prefixes = Architecture.all.compactMap { $0.variants?.timmPrefix }
    return TimmConfiguration.known.contains(architecture) || prefixes.contains(where: architecture.hasPrefix)
  }

  /// Adds what the file itself does not say.
  /// - Throws: one line if the network computes otherwise than its weights' names would let one think, or a value cannot be.
  func complete(_ metadata: inout NetworkMetadata) throws(NetworkError) {
    guard isKnown else {
      throw NetworkError(
        "timm's \(architecture) may have the names of a network that is known here, but computes otherwise; take one of "
          + TimmConfiguration.known.joined(separator: ", "))
    }
    do throws(NetworkError) {
      if metadata.normalization == nil { metadata.normalization = try scale() }
      if metadata.inputSize == nil, let side = try side() {
        metadata.inputSize = side
        metadata.shorterSide = try shorterSide(side)
        metadata.interpolation = try pretrained.interpolation.map(NetworkMetadata.interpolation)
      }
    } catch {
      throw NetworkError("the config.json beside it, of timm: \(error.description)")
    }
    metadata.classes = metadata.classes ?? labelNames
    metadata.timmName = architecture
  }

  private func scale() throws(NetworkError) -> Normalization? {
    switch (pretrained.mean, pretrained.std) {
    case (nil, nil): return nil
    case (let mean?, let deviation?): return try Normalization(checked: mean, deviation)
    default: throw NetworkError("it has only one of mean and std")
    }
  }

  /// The side of the pictures: the last of channels, height and width.
  private func side() throws(NetworkError) -> Int? {
    guard let size = pretrained.inputSize else { return nil }
    guard size.count == 3, size[1] == size[2], let side = Int(exactly: size[1]), Preprocessing.sides ~= side else {
      let shown = size.map { String(format: "%g", $0) }.joined(separator: ", ")
      throw NetworkError(
        "its input_size [\(shown)] is not that of square pictures of up to \(Preprocessing.sides.upperBound) pixels")
    }
    return side
  }

  /// What the shorter side of a picture becomes before the square is cut out, as timm rounds it.
  private func shorterSide(_ side: Int) throws(NetworkError) -> Int? {
    let mode = pretrained.cropMode ?? "center"
    guard mode == "center" else { throw NetworkError("its crop_mode \(mode) is not known here; there is center") }
    guard let share = pretrained.cropShare else { return nil }
    guard 0.5...1 ~= share else { throw NetworkError("its crop_pct \(share) is no share from 0.5 to 1") }
    return Int((Double(side) / share).rounded(.down))
  }
}
