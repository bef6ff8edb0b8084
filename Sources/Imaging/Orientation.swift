import Foundation

/// What the metadata of a picture say about how its stored rows and columns lie.
///
/// They are read where Pillow's `ImageOps.exif_transpose` reads them and in the same order: the EXIF block, and where that
/// has no orientation the XMP packet. A value outside 1 … 8 counts as said, and turns nothing.
struct OrientationClues {
  /// A block in the TIFF format, with or without "Exif" and two zeros in front.
  var exif: [UInt8]?
  /// A packet of XMP, which is a text.
  var xmp: [UInt8]?

  /// "Exif" and two zeros, which stand before the block in a JPEG file.
  static let exifMark: [UInt8] = Array("Exif\0\0".utf8)

  /// How the stored picture has to be turned: an EXIF orientation, 1 (not at all) to 8.
  var orientation: Int {
    if let number = exif.flatMap({ TIFFDirectory($0) })?.number(of: 0x0112) {
      return Int(exactly: number).flatMap { 1...8 ~= $0 ? $0 : nil } ?? 1
    }
    return xmp.flatMap(OrientationClues.orientation(inXMP:)).flatMap { 1...8 ~= $0 ? $0 : nil } ?? 1
  }

  /// The digit after the first `tiff:Orientation="` or `tiff:Orientation>`.
  private static func orientation(inXMP packet: [UInt8]) -> Int? {
    let name: StaticString = "tiff:Orientation"
    let length = name.utf8CodeUnitCount
    return packet.withUnsafeBytes { packet in
      guard let start = packet.baseAddress else { return nil }
      var place = 0
      while place + length + 2 <= packet.count,
        let found = memchr(start + place, Int32(UInt8(ascii: "t")), packet.count - place - length - 1)
      {
        place = start.distance(to: found) + 1
        guard memcmp(found, name.utf8Start, length) == 0 else { continue }
        let value = packet[(place + length - 1)...]
        let isAttribute = value.starts(with: "=\"".utf8)
        guard isAttribute || value.first == UInt8(ascii: ">") else { continue }
        let digit = Int(value.dropFirst(isAttribute ? 2 : 1).first ?? 0) - 48
        if 0...9 ~= digit { return digit }
      }
      return nil
    }
  }
}

/// The first directory of a block in the TIFF format, as EXIF is written (TIFF 6.0, 1992, section 2).
struct TIFFDirectory {
  private let bytes: [UInt8]
  private let isLittleEndian: Bool
  /// Bytes of a value of each type.
  private static let sizes = [1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8]

  /// `nil` where the bytes do not begin as the format does; the mark of EXIF in front, once or twice, is left out.
  init?(_ block: [UInt8]) {
    var block = block[...]
    for _ in 0..<2 where block.starts(with: OrientationClues.exifMark) { block = block.dropFirst(6) }
    let (order, version) = (Array(block.prefix(2)), Array(block.dropFirst(2).prefix(2)))
    guard order == [0x49, 0x49] || order == [0x4D, 0x4D], version == [0, 42] || version == [42, 0] else { return nil }
    bytes = Array(block)
    isLittleEndian = order == [0x49, 0x49]
  }

  /// The first number under a tag; NaN where bytes or a text stand there, `nil` where nothing does that can be read.
  func number(of wanted: Int) -> Double? {
    guard let start = integer(at: 4, bytes: 4).map({ Int($0) }), let count = integer(at: start, bytes: 2) else {
      return nil
    }
    for entry in (0..<Int(count)).lazy.map({ start + 2 + 12 * $0 }) {
      guard let tag = integer(at: entry, bytes: 2), let type = integer(at: entry + 2, bytes: 2),
        let values = integer(at: entry + 4, bytes: 4), let far = integer(at: entry + 8, bytes: 4)
      else { return nil }
      guard Int(tag) == wanted, let size = TIFFDirectory.sizes[Int(type)] else { continue }
      let length = size * Int(values)
      let place = length > 4 ? Int(far) : entry + 8
      if place + length <= bytes.count { return values == 0 ? .nan : value(at: place, type: Int(type)) }
    }
    return nil
  }

  private func value(at place: Int, type: Int) -> Double {
    func whole(_ count: Int, isSigned: Bool = false) -> Double {
      let bits = integer(at: place, bytes: count) ?? 0
      let unused = 64 - 8 * count
      return isSigned ? Double(Int64(bitPattern: bits << unused) >> unused) : Double(bits)
    }
    func fraction(isSigned: Bool) -> Double {
      guard let top = integer(at: place, bytes: 4), let bottom = integer(at: place + 4, bytes: 4) else { return .nan }
      let (above, below) = (UInt32(top), UInt32(bottom))
      return isSigned
        ? Double(Int32(bitPattern: above)) / Double(Int32(bitPattern: below)) : Double(above) / Double(below)
    }
    return switch type {
    case 3: whole(2)
    case 4, 13: whole(4)
    case 16: whole(8)
    case 6: whole(1, isSigned: true)
    case 8: whole(2, isSigned: true)
    case 9: whole(4, isSigned: true)
    case 5: fraction(isSigned: false)
    case 10: fraction(isSigned: true)
    case 11: Double(Float(bitPattern: UInt32(integer(at: place, bytes: 4) ?? 0)))
    case 12: Double(bitPattern: integer(at: place, bytes: 8) ?? 0)
    default: .nan
    }
  }

  private func integer(at offset: Int, bytes count: Int) -> UInt64? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    let digits = bytes[offset..<offset + count]
    return isLittleEndian
      ? digits.reversed().reduce(0) { $0 << 8 | UInt64($1) } : digits.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
