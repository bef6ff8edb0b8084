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
  /// Bits of a sample.
  private(set) var precision = 8
  /// How the pixels are packed: the last byte of the frame's marker.
  private var frame: UInt8 = 0xC0
  /// EXIF orientation, 1 (upright) to 8.
  var orientation: Int { clues.orientation }
  private var clues = OrientationClues()
  /// Whether a segment of Adobe's says how colours are stored.
  private var hasAdobeSegment = false
  /// Whether the compressed pixels are there up to the end marker.
  private(set) var isComplete = false
  /// How often the decoder goes over the picture or a part of it; counted for what is within the limits.
  private(set) var scans = 0

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
    isComplete = components > 0 && Self.hasEndMarker(bytes[position...])
    scans = 1 + JPEGHeader.scans(in: bytes[position...])
  }

  /// Channels of the picture: 1 or 3.
  var channels: Int { components == 1 ? 1 : 3 }

  /// Whether the pixels come in several passes, for which the decoder holds all coefficients.
  var isProgressive: Bool { [0xC2, 0xC6, 0xCA, 0xCE].contains(frame) }

  /// The bytes as they are handed to libgd, which takes four components for inks as they are unless Adobe's segment is there.
  ///
  /// Nearly all files with four components store them inverted, as Adobe's programs do, so Pillow takes all for such.
  func decodable(_ bytes: [UInt8]) -> [UInt8] {
    guard components == 4, !hasAdobeSegment else { return bytes }
    let segment: [UInt8] = [0xFF, 0xEE, 0, 14] + Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 0]
    return bytes.prefix(2) + segment + bytes.dropFirst(2)
  }

  /// About how much memory decoding takes: libgd's four bytes a pixel, and the coefficients where they are held.
  var decodingBytes: Int { width * height * (isProgressive || scans > 1 ? 4 + 2 * components : 4) }

  /// Refuses what is cut short, what the decoder does not know, and what promises more pixels or passes than may be.
  func check(fileBytes: Int, name: String) throws(ImagingError) {
    guard components > 0 else { throw ImagingError(.damaged("it ends within its header"), name: name) }
    if let kind = unknownKind { throw ImagingError(.unknownKind(kind), name: name) }
    try DecodingLimit.check(width: width, height: height, name: name)
    guard isComplete else { throw ImagingError(.damaged("it ends too early"), name: name) }
    // A block of 64 pixels takes a bit or more.
    guard width * height <= 512 * fileBytes else {
      throw ImagingError(.damaged("\(fileBytes) bytes cannot hold \(width)x\(height) pixels"), name: name)
    }
    guard scans <= DecodingLimit.scans(width: width, height: height) else {
      throw ImagingError(.tooManyScans(scans, width: width, height: height), name: name)
    }
  }

  /// What of the standard libjpeg does not decode, if the file is such.
  private var unknownKind: String? {
    if [0xC3, 0xCB].contains(frame) { return "lossless JPEG" }
    if [0xC5, 0xC6, 0xC7, 0xCD, 0xCE, 0xCF].contains(frame) { return "hierarchical JPEG" }
    if precision != 8 { return "JPEG of \(precision) bits a sample" }
    if height == 0, width > 0, isComplete { return "JPEG that gives its height after its pixels" }
    return nil
  }

  private mutating func read(_ segment: ArraySlice<UInt8>, marker: UInt8) {
    let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
    if isFrame, segment.count >= 6 {
      let start = segment.startIndex
      precision = Int(segment[start])
      height = Int(segment[start + 1]) << 8 | Int(segment[start + 2])
      width = Int(segment[start + 3]) << 8 | Int(segment[start + 4])
      components = Int(segment[start + 5])
      frame = marker
    } else if marker == 0xE1, segment.starts(with: OrientationClues.exifMark) {
      // A block that is too long for one segment goes on in the next.
      clues.exif = clues.exif.map { $0 + segment.dropFirst(6) } ?? Array(segment)
    } else if marker == 0xE1, segment.starts(with: "http://ns.adobe.com/xap/1.0/\0".utf8) {
      clues.xmp = Array(segment)
    } else if marker == 0xEE, segment.starts(with: "Adobe".utf8) {
      hasAdobeSegment = true
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
