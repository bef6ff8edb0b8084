/// What the segments of a JPEG file say before its pixels are decoded (ITU-T T.81, annex B).
struct JPEGHeader {
  /// The three bytes that every JPEG file starts with.
  static let signature: [UInt8] = [0xFF, 0xD8, 0xFF]

  /// Number of columns as stored, before the orientation is applied.
  private(set) var width = 0
  /// Number of rows as stored.
  private(set) var height = 0
  /// Number of components: 1 for a grey picture.
  private(set) var components = 0
  /// Whether the pixels come in several passes, for which the decoder holds all coefficients.
  private(set) var isProgressive = false
  /// EXIF orientation, 1 (upright) to 8.
  private(set) var orientation = 1
  /// Whether the compressed pixels are there up to the end marker.
  private(set) var isComplete = false

  /// The header of a JPEG file; fields that the bytes do not reach keep their defaults.
  init(_ bytes: [UInt8]) {
    var position = 2
    while position + 4 <= bytes.count, bytes[position] == 0xFF {
      let marker = bytes[position + 1]
      // A stuffed zero opens no segment; the decoder would look for one behind it, and find another than we.
      if marker == 0 { break }
      if marker == 0xFF || marker == 0x01 || (0xD0...0xD8).contains(marker) {
        position += marker == 0xFF ? 1 : 2
        continue
      }
      let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
      let end = min(position + 2 + max(length, 2), bytes.count)
      read(bytes[position + 4..<max(end, position + 4)], marker: marker)
      position = end
      if marker == 0xDA { break }
    }
    isComplete = width > 0 && Self.hasEndMarker(bytes[position...])
  }

  /// Channels of the picture: 1 or 3.
  var channels: Int { components == 1 ? 1 : 3 }

  /// About how much memory decoding takes: libgd's four bytes a pixel, and the coefficients where they are held.
  var decodingBytes: Int { width * height * (isProgressive ? 4 + 2 * components : 4) }

  /// Refuses what is cut short, and what promises more pixels than so many bytes can hold.
  func check(fileBytes: Int, name: String) throws(ImagingError) {
    guard components > 0 else { throw ImagingError(.damaged("it ends within its header"), name: name) }
    try DecodingLimit.check(width: width, height: height, name: name)
    guard isComplete else { throw ImagingError(.damaged("it ends too early"), name: name) }
    // A block of 64 pixels takes a bit or more.
    guard width * height <= 512 * fileBytes else {
      throw ImagingError(.damaged("\(fileBytes) bytes cannot hold \(width)x\(height) pixels"), name: name)
    }
  }

  private mutating func read(_ segment: ArraySlice<UInt8>, marker: UInt8) {
    let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
    if isFrame, segment.count >= 6 {
      let start = segment.startIndex
      height = Int(segment[start + 1]) << 8 | Int(segment[start + 2])
      width = Int(segment[start + 3]) << 8 | Int(segment[start + 4])
      components = Int(segment[start + 5])
      isProgressive = [0xC2, 0xC6, 0xCA, 0xCE].contains(marker)
    } else if marker == 0xE1, segment.starts(with: Array("Exif\0\0".utf8)) {
      orientation = exifOrientation(Array(segment.dropFirst(6))) ?? orientation
    }
  }

  private static func hasEndMarker(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.indices.last else { return false }
    for index in stride(from: last, to: bytes.startIndex, by: -1)
    where bytes[index] == 0xD9 && bytes[index - 1] == 0xFF {
      return true
    }
    return false
  }
}

/// The orientation (tag 0x0112) in the first directory of a TIFF block, when there is a valid one.
private func exifOrientation(_ tiff: [UInt8]) -> Int? {
  let isLittleEndian = tiff.starts(with: [0x49, 0x49])
  func number(at offset: Int, bytes: Int) -> Int? {
    guard offset >= 0, offset + bytes <= tiff.count else { return nil }
    let digits = tiff[offset..<offset + bytes]
    return isLittleEndian
      ? digits.reversed().reduce(0) { $0 << 8 | Int($1) } : digits.reduce(0) { $0 << 8 | Int($1) }
  }
  guard let directory = number(at: 4, bytes: 4), let entries = number(at: directory, bytes: 2) else { return nil }
  for entry in 0..<entries {
    let offset = directory + 2 + 12 * entry
    guard let tag = number(at: offset, bytes: 2) else { return nil }
    if tag == 0x0112, let value = number(at: offset + 8, bytes: 2), (1...8).contains(value) { return value }
  }
  return nil
}
