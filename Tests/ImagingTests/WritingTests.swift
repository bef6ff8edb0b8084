import Foundation
import Imaging
import Testing

/// A picture of 8-bit values that differ from pixel to pixel.
func pattern(_ width: Int, _ height: Int, channels: Int) -> Image {
  Image(
    width: width, height: height, channels: channels,
    pixels: (0..<width * height * channels).map { Float(($0 * 37 + $0 / 5) % 256) / 255 })
}

@Suite("Writing pictures")
struct WritingTests {
  @Test("a picture is read back exactly", arguments: [(1, 1), (3, 5), (17, 33), (47, 2), (64, 64)], [1, 3])
  func roundTrip(size: (Int, Int), channels: Int) throws {
    let image = pattern(size.0, size.1, channels: channels)
    #expect(try Image(decoding: image.pngData()) == image)
  }

  @Test("values are clamped and rounded to the nearest of 256")
  func rounding() throws {
    let image = Image(width: 6, height: 1, channels: 1, pixels: [-1, 2, .nan, 0.5, 0.0019, 0.002])
    let read = try Image(decoding: image.pngData())
    #expect((0..<6).map { pixel(read, $0, 0)[0] } == [0, 255, 0, 128, 0, 1])
    #expect(read == image.quantised())
  }

  @Test("the same picture and texts give the same bytes")
  func determinism() {
    let image = pattern(33, 17, channels: 3)
    #expect(image.pngData(text: ["Title": "ε"]) == image.pngData(text: ["Title": "ε"]))
    #expect(image.pngData(text: ["Title": "a"]) != image.pngData(text: ["Title": "b"]))
  }

  @Test("texts are read back in order, in any script")
  func texts() throws {
    try withFolder { folder in
      let url = folder.appendingPathComponent("figure.png")
      let pairs = [
        ("Title", "Plain, with\ntwo lines & <signs>"), ("Description", "é ε ∞ × ² kucing 猫"), ("Seed", "7"),
        ("Empty", ""),
      ]
      try pattern(5, 3, channels: 1).writePNG(to: url, text: pairs)
      let read = try Image.text(of: url)
      #expect(read.map(\.key) == pairs.map(\.0))
      #expect(read.map(\.value) == pairs.map(\.1))
      #expect(try Image(contentsOf: url) == pattern(5, 3, channels: 1))
    }
  }

  @Test("a file is replaced whole, and nothing is left beside it")
  func replaced() throws {
    try withFolder { folder in
      let url = folder.appendingPathComponent("figure.png")
      try pattern(5, 3, channels: 1).writePNG(to: url)
      try pattern(7, 7, channels: 3).writePNG(to: url)
      #expect(try Image(contentsOf: url).width == 7)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["figure.png"])
    }
  }

  @Test("a folder that does not exist is named")
  func unwritable() {
    let url = URL(fileURLWithPath: "/nowhere/figure.png")
    let error = #expect(throws: ImagingError.self) { try pattern(2, 2, channels: 1).writePNG(to: url) }
    #expect(error?.reason == .unwritable("there is no folder /nowhere"))
  }

  @Test("the text of a JPEG is asked in vain")
  func textOfJPEG() {
    #expect(throws: ImagingError(.notAPicture, name: "a")) {
      try Image.text(decoding: PictureFixtures.jpeg, name: "a")
    }
  }
}
