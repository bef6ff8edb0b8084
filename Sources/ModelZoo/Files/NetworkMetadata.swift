import Foundation
import Imaging

/// What a network's file says beside its weights.
struct NetworkMetadata {
  var architecture: String?
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

  /// From the text in a file.
  /// - Throws: one line without the file's name if a value cannot be understood.
  init(_ text: [String: String]) throws(NetworkError) {
    architecture = text[Key.architecture.rawValue]
    classes = try text[Key.classes.rawValue].map(NetworkMetadata.names)
    if let mean = text[Key.mean.rawValue], let deviation = text[Key.standardDeviation.rawValue] {
      normalization = Normalization(mean: mean, standardDeviation: deviation)
      guard normalization != nil else {
        throw NetworkError("its mean \(mean) and std \(deviation) are not three numbers each, or one")
      }
    }
    (inputSize, shorterSide) = (try size(text, .inputSize), try size(text, .shorterSide))
    interpolation = text[Key.interpolation.rawValue].flatMap(Interpolation.init)
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
    guard text.hasPrefix("[") else { return text.split(separator: ",").map(String.init) }
    guard let names = try? JSONDecoder().decode([String].self, from: Data(text.utf8)) else {
      throw NetworkError("its classes are no list of names in JSON")
    }
    return names
  }

  private func size(_ text: [String: String], _ key: Key) throws(NetworkError) -> Int? {
    guard let value = text[key.rawValue] else { return nil }
    guard let size = Int(value), 1...1024 ~= size else {
      throw NetworkError("its \(key.rawValue) \(value) is no size from 1 to 1024 pixels")
    }
    return size
  }
}
