import Foundation

/// Where a PNG file says how its picture lies, in the chunks before and after its pixels.
enum PNGMetadata {
  /// The EXIF block of chunk `eXIf` (PNG specification, third edition, 11.3.4.5) or of a text called "exif", else that which
  /// ImageMagick writes into a text in hexadecimal digits, and the packet of XMP.
  static func clues(_ bytes: [UInt8], text: [(key: String, value: String)]) -> OrientationClues {
    func last(_ key: String) -> String? { text.last { $0.key == key }?.value }
    return OrientationClues(
      exif: exif(bytes) ?? last("Raw profile type exif").flatMap(unwrapped),
      xmp: last("XML:com.adobe.xmp").map { Array($0.utf8) })
  }

  private static func exif(_ bytes: [UInt8]) -> [UInt8]? {
    var found: [UInt8]?
    var place = 8
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      guard place + 12 + length <= bytes.count else { break }
      let type = bytes[place + 4..<place + 8]
      let body = bytes[place + 8..<place + 8 + length]
      if type.elementsEqual("eXIf".utf8) { found = Array(body) }
      if type.elementsEqual("tEXt".utf8), body.starts(with: "exif\0".utf8) { found = Array(body.dropFirst(5)) }
      place += 12 + length
    }
    return found
  }

  /// The bytes in a raw profile: an empty line, a name, a length, then lines of hexadecimal digits.
  private static func unwrapped(_ profile: String) -> [UInt8]? {
    let lines = profile.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropFirst(3)
    let digits = lines.joined().filter { $0 != UInt8(ascii: " ") }.map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count % 2 == 0 else { return nil }
    return stride(from: 0, to: digits.count, by: 2).reduce(into: [UInt8]?([])) { bytes, place in
      guard let high = digits[place], let low = digits[place + 1] else { return bytes = nil }
      bytes?.append(UInt8(16 * high + low))
    }
  }
}
