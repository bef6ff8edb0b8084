import Autograd
import Foundation
import NeuralNetworks

/// Reference values that PyTorch computed in double precision: for each operation its inputs, its output, and the
/// gradients for a random upstream gradient; for each optimiser five steps.
///
/// Read from the folder that the environment variable `ALIH_ORACLE` names, else from the copy beside this file.
struct Oracle {
  struct Case: Decodable, Sendable {
    let name, op: String
    let attributes: [String: Attribute]
    let inputs, gradients: [String: String]
    let output, upstream: String
    let after: [String: String]?
  }

  struct OptimizerCase: Decodable, Sendable {
    let name, start, gradients, after: String
  }

  private struct Listing: Decodable {
    let cases: [Case]
    let optimisers: [OptimizerCase]
  }

  let cases: [Case]
  let optimizers: [OptimizerCase]
  let tensors: [String: Tensor]

  /// The folder that was asked for, if any.
  static let askedFor = ProcessInfo.processInfo.environment["ALIH_ORACLE"].map {
    URL(filePath: $0, directoryHint: .isDirectory)
  }

  static let folder = askedFor ?? ownFolder

  /// The folder beside this file, which also has what was computed later.
  static let ownFolder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Oracle")

  static let shared = Result { try Oracle() }

  private init() throws {
    func read(_ name: String, in folder: URL) throws -> (Listing, [String: Tensor]) {
      let listing = try JSONDecoder().decode(
        Listing.self, from: Data(contentsOf: folder.appending(path: name + ".json")))
      return (listing, try SafetensorsFile(contentsOf: folder.appending(path: name + ".safetensors")).tensors)
    }
    let (all, values) = try read("ops", in: Oracle.folder)
    // Convolutions padded as TensorFlow pads: what `F.conv2d` makes of what `F.pad` makes.
    let (same, sameValues) = try read("same", in: Oracle.ownFolder)
    cases = all.cases + same.cases
    optimizers = all.optimisers
    tensors = values.merging(sameValues) { first, _ in first }
  }
}

/// A number, a truth value or a list of numbers in the listing.
enum Attribute: Decodable, Sendable {
  case number(Float)
  case flag(Bool)
  case numbers([Float])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Float.self) {
      self = .number(number)
    } else {
      self = .numbers(try container.decode([Float].self))
    }
  }
}

extension Oracle.Case {
  func number(_ name: String) throws -> Float {
    guard case .number(let value)? = attributes[name] else { throw Missing(what: "\(self.name): \(name)") }
    return value
  }

  func integer(_ name: String) throws -> Int { Int(try number(name)) }

  func flag(_ name: String) -> Bool {
    if case .flag(true)? = attributes[name] { true } else { false }
  }

  func numbers(_ name: String) throws -> [Float] {
    guard case .numbers(let values)? = attributes[name] else { throw Missing(what: "\(self.name): \(name)") }
    return values
  }
}

/// Something that the oracle should have.
struct Missing: Error {
  let what: String
}
