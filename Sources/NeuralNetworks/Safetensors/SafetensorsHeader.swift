import Foundation

/// The header of a safetensors file: what each tensor is called, and which bytes are its values.
///
/// It is held to every rule of the format's specification, and what breaks one is refused by the rule's name.
struct SafetensorsHeader {
  struct Entry {
    let name: String
    let type: ElementType
    let shape: [Int]
    let bytes: Range<Int>
  }

  /// The element types that are read.
  enum ElementType: String {
    case float32 = "F32"
    case float64 = "F64"
    case float16 = "F16"
    case bfloat16 = "BF16"
    case int64 = "I64"

    var size: Int {
      switch self {
      case .float32: 4
      case .float64, .int64: 8
      case .float16, .bfloat16: 2
      }
    }
  }

  /// The rule that a file breaks, and how.
  struct Problem: Error {
    let text: String
  }

  private(set) var entries: [Entry] = []
  private(set) var metadata: [String: String] = [:]

  /// The longest header that the specification allows, in bytes.
  static let longest = 100_000_000

  /// Reads the JSON and holds it to `dataCount` bytes of values.
  ///
  /// Each tensor's bytes must fit its shape and follow those of another, without holes, overlaps or bytes left over. The
  /// entries are in the order of their values.
  init(json: UnsafeRawBufferPointer, dataCount: Int) throws(Problem) {
    var scanner = HeaderScanner(json)
    try scanner.object { scanner, name throws(Problem) in
      if name == "__metadata__" {
        metadata = try scanner.textByName()
      } else {
        entries.append(try scanner.entry(name, dataCount))
      }
    }
    try scanner.end()
    try checkOrder(dataCount)
  }

  private mutating func checkOrder(_ dataCount: Int) throws(Problem) {
    entries.sort { ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound) }
    var end = 0
    for entry in entries {
      let start = entry.bytes.lowerBound
      guard start >= end else {
        throw Problem(text: "values must not overlap, but those of \(entry.name) begin before others end")
      }
      guard start == end else {
        throw Problem(text: "values must leave no hole, but \(start - end) bytes before \(entry.name) are no tensor's")
      }
      end = entry.bytes.upperBound
    }
    guard end == dataCount else {
      throw Problem(text: "the file must end with the last value, but \(dataCount - end) bytes follow it")
    }
  }
}

extension HeaderScanner {
  /// An object whose values are all text.
  fileprivate mutating func textByName() throws(Problem) -> [String: String] {
    var text: [String: String] = [:]
    guard isNext("{") else { throw Problem(text: "__metadata__ must be an object of text by name") }
    try object { scanner, key throws(Problem) in
      guard scanner.isNext("\"") else { throw Problem(text: "__metadata__ must hold text, but \(key) is none") }
      text[key] = try scanner.string()
    }
    return text
  }

  /// A tensor's type, shape and place.
  fileprivate mutating func entry(_ name: String, _ dataCount: Int) throws(Problem) -> SafetensorsHeader.Entry {
    var (typeName, shape, offsets): (String?, [Int]?, [Int]?)
    guard isNext("{") else { throw Problem(text: "\(name) must be an object with dtype, shape and data_offsets") }
    try object { scanner, field throws(Problem) in
      switch field {
      case "dtype" where scanner.isNext("\""): typeName = try scanner.string()
      case "shape": shape = try scanner.counts("\(name): its shape")
      case "data_offsets": offsets = try scanner.counts("\(name): its data_offsets")
      default: throw Problem(text: "\(name) must have dtype, shape and data_offsets, but has \(field)")
      }
    }
    guard let typeName, let shape, let offsets else {
      throw Problem(text: "\(name) must have dtype, shape and data_offsets, one of which is missing")
    }
    guard let type = SafetensorsHeader.ElementType(rawValue: typeName) else {
      throw Problem(text: "\(name) has the dtype \(typeName); F32, F16, BF16, F64 and I64 can be read")
    }
    guard offsets.count == 2, offsets[0] <= offsets[1] else {
      throw Problem(text: "\(name): its data_offsets must be a begin and an end after it, not \(offsets)")
    }
    guard offsets[1] <= dataCount else {
      throw Problem(
        text: "values must lie in the file, but those of \(name) end \(offsets[1] - dataCount) bytes after it")
    }
    guard let size = product(of: shape, type.size) else {
      throw Problem(text: "\(name): its shape \(shape) holds more values than can be counted")
    }
    guard size == offsets[1] - offsets[0] else {
      throw Problem(
        text: "data_offsets must fit dtype and shape, but \(name) of \(shape) needs \(size) bytes and has "
          + "\(offsets[1] - offsets[0])")
    }
    return SafetensorsHeader.Entry(name: name, type: type, shape: shape, bytes: offsets[0]..<offsets[1])
  }

  /// `nil` where the product cannot be represented.
  private func product(of shape: [Int], _ start: Int) -> Int? {
    var product = start
    for length in shape {
      let (next, overflow) = product.multipliedReportingOverflow(by: length)
      guard !overflow else { return nil }
      product = next
    }
    return product
  }
}
