import Foundation

/// A message of Protocol Buffers, written field by field in the wire format (protobuf.dev, "Encoding").
struct ProtocolBuffer {
  /// The bytes so far.
  private(set) var bytes = Data()

  /// An integer, an enumeration or a truth value.
  mutating func append(_ field: Int, _ value: Int) {
    varint(UInt64(field << 3))
    varint(UInt64(bitPattern: Int64(value)))
  }

  /// A floating-point number of 32 bits.
  mutating func append(_ field: Int, _ value: Float) {
    varint(UInt64(field << 3 | 5))
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Text.
  mutating func append(_ field: Int, _ text: String) { append(field, Data(text.utf8)) }

  /// A message within this one.
  mutating func append(_ field: Int, _ message: ProtocolBuffer) { append(field, message.bytes) }

  /// Bytes as they are.
  mutating func append(_ field: Int, _ data: Data) {
    varint(UInt64(field << 3 | 2))
    varint(UInt64(data.count))
    bytes.append(data)
  }

  private mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
