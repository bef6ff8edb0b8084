import Foundation
import Testing

@testable import Imaging

@Suite("Files as cameras, phones and servers leave them")
struct ForeignFileTests {
  /// 16x8 with four components, written by Pillow 12 with Adobe's segment.
  private static let inks = [UInt8](
    Data(
      base64Encoded: """
        /9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1hpCeo6utq2eAvMm6pseZ
        qKuk/8AAFAgACAAQBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAE
        EQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6
        g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4EQwBNAFkA
        SwAAPwDJrarpq3a7yqFeZ1lV/9k=
        """, options: .ignoreUnknownCharacters) ?? Data())

  private func reason(_ bytes: [UInt8]) -> ImagingError.Reason? {
    #expect(throws: ImagingError.self) { try Image(decoding: bytes) }?.reason
  }

  @Test("inks become colours as Pillow converts them, with Adobe's segment or without, and with its YCCK")
  func inks() throws {
    var ycck = Self.inks
    ycck[17] = 2
    let bare = Array(Self.inks.prefix(2) + Self.inks.dropFirst(18))
    #expect(bare.starts(with: [0xFF, 0xD8, 0xFF, 0xDB]))
    // Image.convert("RGB") of Pillow 12, which rounds where libgd cuts off.
    for (bytes, left, right) in [
      (Self.inks, [48, 191, 226], [155, 100, 0]), (bare, [48, 191, 226], [155, 100, 0]),
      (ycck, [20, 226, 40], [109, 0, 0]),
    ] {
      let image = try Image(decoding: bytes)
      for (found, expected) in zip(pixel(image, 2, 2) + pixel(image, 13, 2), left + right) {
        #expect(abs(found - expected) <= 1)
      }
    }
  }

  @Test("JPEG files of kinds that are not decoded are called that")
  func kinds() throws {
    let whole = PictureFixtures.turnedJPEG
    let frame = try #require(whole.indices.dropLast().first { whole[$0] == 0xFF && whole[$0 + 1] == 0xC0 })
    func changed(_ place: Int, _ bytes: [UInt8]) -> [UInt8] {
      var result = whole
      result.replaceSubrange(frame + place..<frame + place + bytes.count, with: bytes)
      return result
    }
    #expect(reason(changed(4, [12])) == .unknownKind("JPEG of 12 bits a sample"))
    #expect(reason(changed(1, [0xC3])) == .unknownKind("lossless JPEG"))
    #expect(reason(changed(1, [0xC5])) == .unknownKind("hierarchical JPEG"))
    #expect(reason(changed(5, [0, 0])) == .unknownKind("JPEG that gives its height after its pixels"))
    let apple = PNGReader.signature + PNGChunk("CgBI", [0x50, 0, 0x20, 2]).bytes + PictureFixtures.oneBit.dropFirst(8)
    #expect(reason(apple) == .unknownKind("PNG in Apple's own form (CgBI)"))
  }

  @Test("what follows the end of a JPEG is left alone: a film of a phone, a second picture, zeros")
  func trailingBytes() throws {
    let whole = PictureFixtures.turnedJPEG
    let plain = try Image(decoding: whole)
    let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0]
    let scans = (0..<400).flatMap { _ in scan }
    for tail in [[UInt8](repeating: 0, count: 999), PictureFixtures.jpeg, Array("ftypmp42".utf8) + scans] {
      #expect(try Image(decoding: whole + tail) == plain)
    }
  }

  @Test(
    "a file of another format is called by its name, with what to do",
    arguments: [
      ("GIF89a", .gif), ("RIFF\0\0\0\0WEBPVP8 ", .webP), ("\0\0\0\u{18}ftypheic\0\0\0\0mif1heic", .heic),
      ("\0\0\0\u{18}ftypmif1\0\0\0\0mif1heic", .heic), ("\0\0\0\u{1C}ftypavif\0\0\0\0mif1", .avif),
      ("\0\0\0\u{1C}ftypmif1\0\0\0\0avifmif1", .avif), ("\0\0\0\u{18}ftypmp42\0\0\0\0isom", .video),
      ("BM\0\0\0\0\0\0\0\0\0\0\0\0(\0\0\0\0", .bmp), ("II*\0\u{8}\0\0\0", .tiff), ("MM\0*\0\0\0\u{8}", .tiff),
      ("\0\0\0\u{C}jP  \r\n", .jpeg2000), ("\0\0\0\u{C}JXL \r\n", .jpegXL), ("\0\0\u{1}\0\u{1}\0", .icon),
      ("8BPS\0\u{1}", .photoshop), ("%PDF-1.7", .pdf), ("P6\n8 8\n255\n", .portable),
      ("\n<!DOCTYPE html><html>", .webPage), ("<?xml version=\"1.0\"?>\n<svg/>", .svg), ("PK\u{3}\u{4}x", .archive),
      ("version https://git-lfs.github.com/spec/v1\noid sha256:0\n", .lfsPointer),
      ("\0\u{5}\u{16}\u{7}\0\u{2}\0\0Mac OS X", .companion), ("\0\0\0\0\0\0\0\0\0", .zeros),
    ] as [(String, ForeignFormat)])
  func formats(start: String, format: ForeignFormat) {
    #expect(reason(Array(start.utf8)) == .otherFormat(format))
    let line = ImagingError(.otherFormat(format), name: "cat.jpg").description
    #expect(line.hasPrefix("cat.jpg: this is \(format.rawValue), ") && line.hasSuffix("; \(format.advice)"))
  }

  @Test(
    "what is of no known format is neither JPEG nor PNG",
    arguments: ["not a cat\n", "\u{7F}", "RIFF\0\0\0\0", "BM", "P"])
  func unknown(text: String) {
    #expect(reason(Array(text.utf8)) == .notAPicture)
  }
}
