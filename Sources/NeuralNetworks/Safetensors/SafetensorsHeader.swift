import Foundation

/// The header of a safetensors file: what each tensor is called, and which bytes are its values.
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

  /// Why a header is refused.
  struct Problem: Error {
    let text: String
  }

  private(set) var entries: [Entry] = []
  private(set) var metadata: [String: String] = [:]

  static let longest = 100_000_000
  private static let deepest = 8

  /// Reads the JSON and holds it to `dataCount` bytes of values: every tensor's bytes must fit its shape, none may lie
  /// outside or overlap another, and none may be left over.
  init(json: Data, dataCount: Int) throws(Problem) {
    guard SafetensorsHeader.depth(of: json) <= SafetensorsHeader.deepest else {
      throw Problem(text: "the header is nested too deeply")
    }
    guard let object = try? JSONSerialization.jsonObject(with: json), let named = object as? [String: Any] else {
      throw Problem(text: "the header is not a JSON object")
    }
    for (name, value) in named {
      if name == "__metadata__" {
        guard let text = value as? [String: String] else { throw Problem(text: "the metadata is not text by name") }
        metadata = text
      } else {
        entries.append(try SafetensorsHeader.entry(name, value, dataCount))
      }
    }
    entries.sort { ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound) }
    var end = 0
    for entry in entries {
      guard entry.bytes.lowerBound == end else {
        throw Problem(text: "the values of \(entry.name) overlap others or leave a gap")
      }
      end = entry.bytes.upperBound
    }
    guard end == dataCount else { throw Problem(text: "\(dataCount - end) bytes of values belong to no tensor") }
  }

  private static func entry(_ name: String, _ value: Any, _ dataCount: Int) throws(Problem) -> Entry {
    guard let fields = value as? [String: Any], let typeName = fields["dtype"] as? String,
      let shape = fields["shape"] as? [Int], let offsets = fields["data_offsets"] as? [Int], offsets.count == 2
    else { throw Problem(text: "the entry \(name) lacks dtype, shape or data_offsets") }
    guard let type = ElementType(rawValue: typeName) else {
      throw Problem(text: "\(name) has the element type \(typeName); F32, F64, F16, BF16 and I64 can be read")
    }
    guard offsets[0] >= 0, offsets[0] <= offsets[1], offsets[1] <= dataCount else {
      throw Problem(text: "the values of \(name) lie outside of the file")
    }
    var size = type.size
    for length in shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: length)
      guard length >= 0, !overflow else { throw Problem(text: "\(name) has an impossible shape \(shape)") }
      size = product
    }
    guard size == offsets[1] - offsets[0] else {
      throw Problem(text: "\(name) of shape \(shape) needs \(size) bytes, but has \(offsets[1] - offsets[0])")
    }
    return Entry(name: name, type: type, shape: shape, bytes: offsets[0]..<offsets[1])
  }

  /// How deeply brackets are nested outside of strings.
  private static func depth(of json: Data) -> Int {
    var (depth, deepest, inString, escaped) = (0, 0, false, false)
    for byte in json {
      if inString {
        if escaped {
          escaped = false
        } else if byte == UInt8(ascii: "\\") {
          escaped = true
        } else if byte == UInt8(ascii: "\"") {
          inString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): inString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        deepest = max(deepest, depth)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
    return deepest
  }
}
