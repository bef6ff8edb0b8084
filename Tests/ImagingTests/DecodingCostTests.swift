import Foundation
import Testing

@testable import Imaging

@Suite("What few bytes may cost")
struct DecodingCostTests {
  private func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
    [0xFF, marker, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 255)] + body
  }

  /// A grey progressive JPEG: the means of all blocks, then `scans` passes that add nothing.
  private func progressive(side: Int, scans: Int, between: [UInt8] = []) -> [UInt8] {
    let blocks = (side + 7) / 8 * ((side + 7) / 8)
    let size = [UInt8(side >> 8), UInt8(side & 255)]
    let oneCode = [UInt8(1)] + [UInt8](repeating: 0, count: 15)
    var bytes: [UInt8] = [0xFF, 0xD8]
    bytes += segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
    bytes += segment(0xC2, [8] + size + size + [1, 1, 0x11, 0])
    bytes += segment(0xC4, [0] + oneCode + [0])
    bytes += segment(0xC4, [0x10] + oneCode + [0xE0])
    bytes += segment(0xDA, [1, 1, 0, 0, 0, 0])
    bytes += [UInt8](repeating: 0, count: (blocks + 7) / 8)
    for _ in 0..<scans {
      bytes += between
      bytes += segment(0xDA, [1, 1, 0, 1, 63, 0])
      // The end of 16,384 blocks and more: a bit of code and fourteen of what is added.
      if blocks >= 16_384 { bytes += [UInt8((blocks - 16_384) >> 7), UInt8((blocks - 16_384) << 1 & 255) | 1] }
    }
    return bytes + [0xFF, 0xD9]
  }

  @Test("a JPEG of a small size may have 200 passes, and no more, whatever stands between them")
  func passes() throws {
    #expect(try Image(decoding: progressive(side: 64, scans: 199)).width == 64)
    let misleading = segment(0xFE, [0xFF, 0xD9, 0xFF, 0xD9])
    for between in [[], misleading, [0x12, 0x34], [0xFF, 0xFF, 0xFF], [0xFF, 0xD0]] {
      let bytes = progressive(side: 64, scans: 200, between: between)
      let error = #expect(throws: ImagingError.self) { try Image(decoding: bytes) }
      #expect(error?.reason == .tooManyScans(201, width: 64, height: 64))
    }
  }

  @Test("large pictures may have fewer passes, but sixteen in any case")
  func largePictures() {
    #expect(DecodingLimit.scans(width: 4_000, height: 3_000) == 83)
    #expect(DecodingLimit.scans(width: 10_000, height: 10_000) == 16)
    // 190 kB that took 48 seconds.
    let bytes = progressive(side: 1_200, scans: 7_000)
    #expect(bytes.count < 190_000)
    let error = #expect(throws: ImagingError.self) { try Image(decoding: bytes) }
    #expect(error?.reason == .tooManyScans(7_001, width: 1_200, height: 1_200))
    #expect(JPEGHeader(progressive(side: 1_200, scans: 9)).scans == 10)
  }

  /// Some megabytes as zlib packs them, about a thousand times smaller: the pixels of a picture of one value.
  private func packed(megabytes: Int) -> [UInt8] {
    let image = Image(width: 1_024, height: 1_024 * megabytes, channels: 1, filledWith: 1 / 255)
    return PNGChunk.chunks(of: image.pngData()).filter { $0.type == "IDAT" }.flatMap { $0.body }
  }

  @Test("texts and profiles that unpack to more than may be are left out, and the picture is read")
  func texts() throws {
    let body = packed(megabytes: 3)
    var whole = PNGChunk.chunks(
      of: Image(width: 3, height: 2, channels: 1, filledWith: 1).pngData(text: ["Title": "A picture"]))
    let bombs = [
      PNGChunk("zTXt", Array("Comment\0\0".utf8) + body), PNGChunk("iTXt", Array("Comment\0\u{1}\0\0\0".utf8) + body),
      PNGChunk("iCCP", Array("Profile\0\0".utf8) + body),
    ]
    for _ in 0..<100 { whole.insert(contentsOf: bombs, at: whole.count - 1) }
    let bytes: [UInt8] = PNGReader.signature + whole.flatMap { $0.bytes }
    #expect(try Image(decoding: bytes).pixels == [1, 1, 1, 1, 1, 1])
    #expect(try Image.text(decoding: bytes).map { $0.key } == ["Title"])
  }

  @Test("letters beyond ASCII in a Latin-1 text of a PNG are read")
  func latin() throws {
    var whole = PNGChunk.chunks(of: Image(width: 3, height: 2, channels: 1, filledWith: 1).pngData())
    let text = PNGChunk("tEXt", Array("Author\0".utf8) + [0x41, 0xE9, 0xFF, 0x80, 0x42])
    whole.insert(text, at: 1)
    let bytes: [UInt8] = PNGReader.signature + whole.flatMap { $0.bytes }
    #expect(try Image.text(decoding: bytes).map { $0.value } == ["Aéÿ\u{80}B"])
  }
}
