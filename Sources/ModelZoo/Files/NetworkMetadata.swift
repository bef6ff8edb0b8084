import Foundation
import Imaging

/// What a network's file says beside its weights.
struct NetworkMetadata {
  var architecture: String?
  /// What timm calls a network whose configuration lies beside the file.
  var timmName: String?
  var classes: [String]?
  var normalization: Normalization?
  var inputSize, shorterSide: Int?
  var interpolation: Interpolation?
  /// All that only readers understand: how the network was made, and what it scores.
  var provenance: [String: String] = [:]

  private enum Key: String, CaseIterable {
    case architecture, classes, mean
    case standardDeviation = "std"
    case inputSize = "input_size"
    case shorterSide = "resize"
    case interpolation
  }

  /// Of a network that is to be written.
  init(_ network: Network) {
    architecture = network.architecture.name
    classes = network.classes
    normalization = network.normalization
    (inputSize, shorterSide) = (network.preprocessing.side, network.preprocessing.shorterSide)
    interpolation = network.preprocessing.interpolation
    provenance = network.provenance
  }

  /// From the text in a file, and the scale that somebody gave, which counts more.
  /// - Throws: one line without the file's name if a value cannot be understood, or cannot be.
  init(_ text: [String: String], normalization given: Normalization? = nil) throws(NetworkError) {
    architecture = text[Key.architecture.rawValue]
    classes = try text[Key.classes.rawValue].map(NetworkMetadata.names)
    normalization = given
    if given == nil {
      normalization = try NetworkMetadata.scale(text[Key.mean.rawValue], text[Key.standardDeviation.rawValue])
    }
    (inputSize, shorterSide) = (try size(text, .inputSize), try size(text, .shorterSide))
    interpolation = try text[Key.interpolation.rawValue].map(NetworkMetadata.interpolation)
    let known = Set(Key.allCases.map(\.rawValue))
    provenance = text.filter { !known.contains($0.key) }
  }

  /// As it stands in a file.
  var text: [String: String] {
    func list(_ numbers: [Float]) -> String { numbers.map { "\($0)" }.joined(separator: ",") }
    var text = provenance
    text[Key.architecture.rawValue] = architecture
    text[Key.classes.rawValue] = classes.map(NetworkMetadata.text)
    text[Key.mean.rawValue] = normalization.map { list($0.mean) }
    text[Key.standardDeviation.rawValue] = normalization.map { list($0.standardDeviation) }
    text[Key.inputSize.rawValue] = inputSize.map { "\($0)" }
    text[Key.shorterSide.rawValue] = shorterSide.map { "\($0)" }
    text[Key.interpolation.rawValue] = interpolation?.rawValue
    return text
  }

  /// Names with commas between them; a list in JSON where a name has a comma in it.
  private static func text(of names: [String]) -> String {
    let isPlain = names.allSatisfy { !$0.contains(",") && !$0.hasPrefix("[") && !$0.isEmpty }
    let json = isPlain ? nil : try? JSONEncoder().encode(names)
    return json.map { String(decoding: $0, as: UTF8.self) } ?? names.joined(separator: ",")
  }

  private static func names(_ text: String) throws(NetworkError) -> [String] {
    guard text.hasPrefix("[") else { return text.components(separatedBy: ",") }
    guard let names = try? JSONDecoder().decode([String].self, from: Data(text.utf8)) else {
      throw NetworkError("its classes are no list of names in JSON")
    }
    return names
  }

  private static func scale(_ mean: String?, _ deviation: String?) throws(NetworkError) -> Normalization? {
    switch (mean, deviation) {
    case (nil, nil): return nil
    case (let mean?, let deviation?):
      do throws(NetworkError) {
        return try Normalization(mean: mean, standardDeviation: deviation)
      } catch {
        throw NetworkError("its scale: \(error.description)")
      }
    default: throw NetworkError("it has only one of mean and std; give both: --mean and --std")
    }
  }

  /// How values between pixels are found, by its name in a file.
  static func interpolation(_ name: String) throws(NetworkError) -> Interpolation {
    guard let interpolation = Interpolation(rawValue: name) else {
      let known = Interpolation.allCases.map(\.rawValue).joined(separator: " and ")
      throw NetworkError("its interpolation \(name) is not known here; there are \(known)")
    }
    return interpolation
  }

  private func size(_ text: [String: String], _ key: Key) throws(NetworkError) -> Int? {
    guard let value = text[key.rawValue] else { return nil }
    let sizes = key == .inputSize ? Preprocessing.sides : Preprocessing.shorterSides
    guard let size = Int(value), sizes ~= size else {
      throw NetworkError(
        "its \(key.rawValue) \(value) is no size from \(sizes.lowerBound) to \(sizes.upperBound) pixels")
    }
    return size
  }
}

extension Preprocessing {
  /// The sides of pictures that a network can be given, in pixels.
  package static let sides = 1...1024
  /// What the shorter side of a photograph may become before the middle is cut out, in pixels.
  package static let shorterSides = 1...2048
}
