import Autograd
import Foundation
import NeuralNetworks

/// Why a network could not be opened, in one line.
public struct NetworkError: Error, CustomStringConvertible {
  /// What is wrong and what to do.
  public let description: String
  /// Whether all that is missing is the scale that a network expects its pictures on.
  public let lacksScale: Bool

  /// An error of one line.
  public init(_ description: String, lacksScale: Bool = false) {
    self.description = description
    self.lacksScale = lacksScale
  }
}

/// The names under which a network's file keeps what is not a weight.
private enum Key {
  static let architecture = "architecture"
  static let classes = "classes"
  static let mean = "mean"
  static let standardDeviation = "std"
  static let inputSize = "input_size"
  static let all = [architecture, classes, mean, standardDeviation, inputSize]
}

extension Network {
  /// Opens a network's file.
  ///
  /// What the file's metadata says about architecture, classes and scale can be given, or overruled, by the arguments;
  /// files of other projects usually say nothing.
  /// - Throws: `SafetensorsError`, `NetworkError` or `StateError`, each with one line.
  public init(
    contentsOf file: URL, architecture name: String? = nil, normalization: Normalization? = nil
  ) throws {
    let stored = try SafetensorsFile(contentsOf: file)
    let metadata = stored.metadata
    guard let wanted = name ?? metadata[Key.architecture] else {
      throw NetworkError("\(file.path): does not say its architecture; give --architecture \(Architecture.names)")
    }
    guard let architecture = Architecture.named(wanted) else {
      throw NetworkError("\(file.path): unknown architecture \(wanted); there are \(Architecture.names)")
    }
    let stated = try Network.normalization(metadata, file)
    guard let normalization = normalization ?? stated else {
      throw NetworkError(
        "\(file.path): does not say the scale of its pictures; give --mean and --std", lacksScale: true)
    }
    let classes = try Network.classes(stored, architecture, file)
    var blank = RandomSource.blank
    self.init(
      architecture, classes: classes, normalization: normalization,
      inputSize: metadata[Key.inputSize].flatMap { Int($0) }.map { min(max($0, architecture.smallestInputSize), 1024) },
      random: &blank)
    do {
      try load(stored.tensors)
    } catch {
      throw NetworkError("\(file.path): not a \(architecture.name): \(error)")
    }
    provenance = metadata.filter { !Key.all.contains($0.key) }
  }

  /// Writes the weights with all that is needed to open them again, under PyTorch's names.
  /// - Throws: one line if the file cannot be written.
  public func write(to file: URL) throws {
    func list(_ numbers: [Float]) -> String { numbers.map { "\($0)" }.joined(separator: ",") }
    var metadata = provenance
    metadata[Key.architecture] = architecture.name
    metadata[Key.classes] = classes.joined(separator: ",")
    metadata[Key.mean] = list(normalization.mean)
    metadata[Key.standardDeviation] = list(normalization.standardDeviation)
    metadata[Key.inputSize] = "\(inputSize)"
    try SafetensorsFile(tensors: stateTensors, metadata: metadata).write(to: file)
  }

  private static func normalization(_ metadata: [String: String], _ file: URL) throws -> Normalization? {
    guard let mean = metadata[Key.mean], let deviation = metadata[Key.standardDeviation] else { return nil }
    guard let normalization = Normalization(mean: mean, standardDeviation: deviation) else {
      throw NetworkError("\(file.path): its mean \(mean) and std \(deviation) are not three numbers each, or one")
    }
    return normalization
  }

  /// The classes that the file names, or numbers for as many as its last layer has outputs.
  private static func classes(
    _ stored: SafetensorsFile, _ architecture: Architecture, _ file: URL
  ) throws -> [String] {
    if let names = stored.metadata[Key.classes] { return names.split(separator: ",").map(String.init) }
    var blank = RandomSource.blank
    let head = architecture.makeLayers(1, &blank).state.last?.name ?? ""
    guard let outputs = stored.tensors[head]?.shape.first, 1...100_000 ~= outputs else {
      throw NetworkError("\(file.path): not a \(architecture.name): it has no values for \(head)")
    }
    return (0..<outputs).map { "\($0)" }
  }
}

extension Normalization {
  /// A scale from two lists such as "0.485,0.456,0.406"; `nil` unless each has three numbers,
  /// or both one, the second positive ones.
  public init?(mean: String, standardDeviation: String) {
    let lists = [mean, standardDeviation].map { list in
      list.split(separator: ",").map { Float($0.trimmingPrefix(" ")) ?? .nan }
    }
    let counts = Set(lists.map(\.count))
    guard counts == [3] || counts == [1], lists.joined().allSatisfy(\.isFinite), lists[1].allSatisfy({ $0 > 0 }) else {
      return nil
    }
    self.init(mean: lists[0], standardDeviation: lists[1])
  }
}

extension Architecture {
  /// The names of all architectures, for a message.
  static var names: String { all.map(\.name).joined(separator: ", ") }
}
