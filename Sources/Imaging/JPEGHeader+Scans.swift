import Foundation

extension JPEGHeader {
  /// How many scans begin in what follows the header of the first one, up to the end marker.
  ///
  /// Within the pixels of a scan 0xFF is followed by zero or is a restart marker; anything else opens a segment, in which
  /// nothing is looked for.
  static func scans(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      var (position, count) = (0, 0)
      while position + 1 < bytes.count,
        let found = memchr(start + position, 0xFF, bytes.count - position - 1)
      {
        position = start.distance(to: found)
        let marker = bytes[position + 1]
        switch marker {
        case 0xD9: return count
        case 0xFF: position += 1
        case 0x00, 0x01, 0xD0...0xD8: position += 2
        default:
          if marker == 0xDA { count += 1 }
          guard position + 3 < bytes.count else { return count }
          position += 2 + max(2, Int(bytes[position + 2]) << 8 | Int(bytes[position + 3]))
        }
      }
      return count
    }
  }
}
