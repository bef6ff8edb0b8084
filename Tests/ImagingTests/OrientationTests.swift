import Foundation
import Testing

@testable import Imaging

/// A block in the TIFF format with one directory, as EXIF is written.
private struct Block {
  var isLittleEndian = true
  var entries: [[UInt8]] = []

  /// The digits of a number in the block's order.
  func number(_ value: Int, _ count: Int) -> [UInt8] {
    let digits: [UInt8] = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    return isLittleEndian ? digits : digits.reversed()
  }

  /// The block with an entry more, whose value stands in it.
  func with(_ tag: Int, type: Int, count: Int = 1, _ value: [UInt8]) -> Block {
    var block = self
    let padded = value + [UInt8](repeating: 0, count: 4 - value.count)
    let head: [UInt8] = number(tag, 2) + number(type, 2)
    block.entries.append(head + number(count, 4) + padded)
    return block
  }

  /// The bytes of the block, and what entries refer to behind the directory.
  func bytes(behind: [UInt8] = []) -> [UInt8] {
    let mark: [UInt8] = isLittleEndian ? [0x49, 0x49] : [0x4D, 0x4D]
    var bytes: [UInt8] = mark + number(42, 2)
    bytes += number(8, 4)
    bytes += number(entries.count, 2)
    for entry in entries { bytes += entry }
    return bytes + number(0, 4) + behind
  }

  /// The block that says an orientation as a SHORT, after two other entries.
  static func short(_ value: Int, isLittleEndian: Bool = true) -> [UInt8] {
    let block = Block(isLittleEndian: isLittleEndian)
    return block.with(0x010F, type: 2, count: 4, Array("Cam\0".utf8)).with(0x0112, type: 3, block.number(value, 2))
      .with(0x0128, type: 3, block.number(2, 2)).bytes()
  }
}

/// Expected orientations and pictures are those of Pillow 12's `ImageOps.exif_transpose` for files of these bytes; 358 files,
/// all eight orientations in every container and encoding, were compared with it pixel by pixel.
@Suite("Which way is up")
struct OrientationTests {
  private static let mark = OrientationClues.exifMark
  private static let packet = Array("http://ns.adobe.com/xap/1.0/\0".utf8)

  private func jpeg(_ segments: [UInt8]...) -> Int {
    var bytes: [UInt8] = [0xFF, 0xD8]
    for segment in segments {
      let length = segment.count + 2
      bytes += [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)]
      bytes += segment
    }
    bytes += PictureFixtures.jpeg.dropFirst(2)
    return JPEGHeader(bytes).orientation
  }

  /// Whole numbers 0 … 5 in three columns and two rows, with chunks before or after its pixels.
  private func png(_ chunks: [PNGChunk], isLate: Bool = false) throws -> [[Int]] {
    let pixels: [Float] = (0..<6).map { Float($0) / 255 }
    var all = PNGChunk.chunks(of: Image(width: 3, height: 2, channels: 1, pixels: pixels).pngData())
    all.insert(contentsOf: chunks, at: isLate ? all.count - 1 : 1)
    let bytes: [UInt8] = PNGReader.signature + all.flatMap { $0.bytes }
    let image = try Image(decoding: bytes)
    let prepared = try PreparedPicture(decoding: bytes, Preprocessing(side: 2), name: "png")
    #expect(prepared.original == (image.width, image.height, 1))
    let values: [Int] = image.pixels.map { Int((255 * $0).rounded()) }
    return (0..<image.height).map { y in Array(values[y * image.width..<(y + 1) * image.width]) }
  }

  private static let turned: [[[Int]]] = [
    [[0, 1, 2], [3, 4, 5]], [[2, 1, 0], [5, 4, 3]], [[5, 4, 3], [2, 1, 0]], [[3, 4, 5], [0, 1, 2]],
    [[0, 3], [1, 4], [2, 5]], [[3, 0], [4, 1], [5, 2]], [[5, 2], [4, 1], [3, 0]], [[2, 5], [1, 4], [0, 3]],
  ]

  @Test("a JPEG says it in either byte order, as a whole or a broken number of any size", arguments: [true, false])
  func encodings(isLittleEndian: Bool) {
    let block = Block(isLittleEndian: isLittleEndian)
    for value in 1...8 {
      let found = jpeg(Self.mark + Block.short(value, isLittleEndian: isLittleEndian))
      #expect(found == value)
      // Types of two and four bytes: SHORT, LONG, signed SHORT and LONG, IFD.
      for (type, size) in [(3, 2), (4, 4), (6, 1), (8, 2), (9, 4), (13, 4)] {
        #expect(jpeg(Self.mark + block.with(0x0112, type: type, block.number(value, size)).bytes()) == value)
      }
      let float = block.number(Int(Float(value).bitPattern), 4)
      #expect(jpeg(Self.mark + block.with(0x0112, type: 11, float).bytes()) == value)
      // A directory of one entry ends at byte 26.
      let far = block.number(26, 4)
      let fraction = block.number(2 * value, 4) + block.number(2, 4)
      let double = block.number(Int(bitPattern: UInt(Double(value).bitPattern)), 8)
      #expect(jpeg(Self.mark + block.with(0x0112, type: 5, far).bytes(behind: fraction)) == value)
      #expect(jpeg(Self.mark + block.with(0x0112, type: 10, far).bytes(behind: fraction)) == value)
      #expect(jpeg(Self.mark + block.with(0x0112, type: 12, far).bytes(behind: double)) == value)
      // Of several, the first counts.
      let four = block.with(0x0112, type: 3, count: 4, far).bytes(behind: block.number(value, 2) + [9, 9, 9, 9, 9, 9])
      #expect(jpeg(Self.mark + four) == value)
    }
  }

  @Test("bytes, texts and numbers outside 1 … 8 turn nothing, and count as said")
  func refused() {
    for value in [0, 9, 257, 65_535] {
      #expect(jpeg(Self.mark + Block.short(value), Self.packet + Array("tiff:Orientation=\"6\"".utf8)) == 1)
    }
    for (type, bytes) in [(1, [6]), (2, [54, 0]), (7, [6]), (11, [0, 0, 0xD0, 0x40])] as [(Int, [UInt8])] {
      #expect(jpeg(Self.mark + Block().with(0x0112, type: type, bytes).bytes()) == 1, "type \(type)")
    }
  }

  @Test("segments are read as one, marks may be doubled, unknown types are passed over, and damage turns nothing")
  func segments() {
    let (six, three) = (Block.short(6), Block.short(3))
    #expect(jpeg(Self.mark + six, Self.mark + three) == 6)
    #expect(jpeg(Self.mark, Self.mark + six) == 6)
    #expect(jpeg(Self.mark + Self.mark + six) == 6)
    let unknown = Block().with(0x0112, type: 77, [3, 0]).with(0x0112, type: 3, [6, 0])
    #expect(jpeg(Self.mark + unknown.bytes()) == 6)
    for count in 0..<six.count - 16 { #expect(jpeg(Self.mark + six.prefix(count)) == 1, "\(count) bytes") }
    let everywhere = Block().with(0x0112, type: 3, count: 0xFFFF_FFFF, [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(jpeg(Self.mark + everywhere.bytes()) == 1)
  }

  @Test("XMP says it where EXIF does not")
  func xmp() {
    func packet(_ text: String) -> [UInt8] { Self.packet + Array(text.utf8) }
    for value in 1...8 {
      #expect(jpeg(packet("<x tiff:Orientation=\"\(value)\"/>")) == value)
      #expect(jpeg(packet("<tiff:Orientation>\(value)</tiff:Orientation>")) == value)
    }
    #expect(jpeg(packet("tiff:Orientation=\"3\""), Self.mark + Block.short(6)) == 6)
    let silent = Block().with(0x010F, type: 2, count: 4, Array("Cam\0".utf8)).bytes()
    #expect(jpeg(Self.mark + silent, packet("tiff:Orientation=\"8\"")) == 8)
    #expect(jpeg(packet("tiff:Orientation=\"3\""), packet("tiff:Orientation=\"6\"")) == 6)
    for text in [
      "tiff:Orientation=\"9\" tiff:Orientation=\"6\"", "tiff:Orientation=\"16\"", "tiff:Orientation = \"6\"", "tiff:",
    ] {
      #expect(jpeg(packet(text)) == 1, "\(text)")
    }
    #expect(jpeg(packet("tiff:Orientation=x tiff:Orientation>5")) == 5)
  }

  @Test("a PNG says it in eXIf, in what ImageMagick and others write, and in XMP", arguments: [false, true])
  func png(isLate: Bool) throws {
    for value in 1...8 {
      let block = Block.short(value, isLittleEndian: isLate)
      let digits = block.map { String(format: "%02x", $0) }.joined()
      let profile = "\nexif\n      \(block.count)\n\(digits.prefix(72))\n\(digits.dropFirst(72))\n"
      let xmp = "<x tiff:Orientation=\"\(value)\"/>"
      for chunk in [
        PNGChunk("eXIf", block), PNGChunk("tEXt", Array("Raw profile type exif\0\(profile)".utf8)),
        PNGChunk("zTXt", Array("Raw profile type exif\0\0".utf8) + stored(Array(profile.utf8))),
        PNGChunk("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0\(xmp)".utf8)),
        PNGChunk("iTXt", Array("XML:com.adobe.xmp\0\u{1}\0\0\0".utf8) + stored(Array(xmp.utf8))),
        PNGChunk("tEXt", Array("exif\0".utf8) + Self.mark + block),
      ] {
        #expect(try png([chunk], isLate: isLate) == Self.turned[value - 1], "\(chunk.type) \(value)")
      }
      // Pillow does not look for EXIF there.
      let other = PNGChunk("tEXt", Array("Raw profile type APP1\0\(profile)".utf8))
      #expect(try png([other], isLate: isLate) == Self.turned[0])
    }
  }

  @Test("of several in a PNG, eXIf comes before a raw profile, and that before XMP")
  func order() throws {
    let digits = Block.short(3).map { String(format: "%02x", $0) }.joined()
    let profile = PNGChunk("tEXt", Array("Raw profile type exif\0\nexif\n 50\n\(digits)\n".utf8))
    let xmp = PNGChunk("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0tiff:Orientation=\"8\"".utf8))
    #expect(try png([profile, PNGChunk("eXIf", Block.short(6)), xmp]) == Self.turned[5])
    #expect(try png([xmp, profile]) == Self.turned[2])
    let broken = PNGChunk("tEXt", Array("Raw profile type exif\0\nexif\n 50\n\(digits)z\n".utf8))
    #expect(try png([xmp, broken]) == Self.turned[7])
  }

  /// Bytes as zlib holds them where nothing is packed (RFC 1950 and 1951).
  private func stored(_ bytes: [UInt8]) -> [UInt8] {
    let (low, high) = bytes.reduce((1, 0)) { sums, byte in
      let low = (sums.0 + Int(byte)) % 65_521
      return (low, (sums.1 + low) % 65_521)
    }
    let count: [UInt8] = [UInt8(bytes.count & 255), UInt8(bytes.count >> 8)]
    let check: [UInt8] = [UInt8(high >> 8), UInt8(high & 255), UInt8(low >> 8), UInt8(low & 255)]
    let head: [UInt8] = [0x78, 0x01, 0x01] + count
    return head + count.map { ~$0 } + bytes + check
  }
}
