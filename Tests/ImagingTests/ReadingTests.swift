import Foundation
import Imaging
import Testing

/// The pixel as 8-bit numbers.
func pixel(_ image: Image, _ x: Int, _ y: Int) -> [Int] {
  (0..<image.channels).map { Int((255 * image[x: x, y: y, channel: $0]).rounded()) }
}

@Suite("Reading pictures")
struct ReadingTests {
  @Test("a colour JPEG is decoded, whatever it is called")
  func colorJPEG() throws {
    let image = try Image(decoding: PictureFixtures.jpeg, name: "photo.png")
    #expect((image.width, image.height, image.channels) == (24, 16, 3))
    for (found, expected) in zip(pixel(image, 2, 2) + pixel(image, 20, 12), [200, 40, 40, 20, 60, 220]) {
      #expect(abs(found - expected) <= 2)
    }
  }

  @Test("a JPEG with EXIF orientation 6 is turned upright")
  func orientation() throws {
    let image = try Image(decoding: PictureFixtures.turnedJPEG)
    #expect((image.width, image.height) == (16, 24))
    #expect(pixel(image, 8, 2)[0] > 190)
    #expect(pixel(image, 8, 20)[2] > 210)
  }

  @Test("stray bytes between the segments of a JPEG are forgiven")
  func strayBytes() throws {
    var bytes = PictureFixtures.jpeg
    bytes.insert(contentsOf: [0x12, 0x34, 0x56], at: bytes.count - 2)
    #expect(try Image(decoding: bytes).width == 24)
  }

  @Test("a grey JPEG has one channel")
  func greyJPEG() throws {
    let image = try Image(decoding: PictureFixtures.greyJPEG)
    #expect(image.channels == 1)
    #expect(abs(pixel(image, 20, 12)[0] - 200) <= 2)
  }

  @Test("16-bit grey keeps its precision")
  func deepGrey() throws {
    let image = try Image(decoding: PictureFixtures.deepGrey)
    #expect(image.channels == 1)
    #expect(image.pixels == (0..<6).map { Float(10000 * $0) / 65535 })
  }

  @Test("1-bit grey becomes 0 and 1")
  func oneBit() throws {
    #expect(try Image(decoding: PictureFixtures.oneBit).pixels == [1, 0, 1, 1, 0, 0, 0, 1, 1])
  }

  @Test("transparency is composited on white")
  func transparency() throws {
    let color = try Image(decoding: PictureFixtures.transparentColor)
    #expect(pixel(color, 0, 0) == [255, 127, 127])
    #expect(pixel(color, 1, 0) == [255, 255, 255])
    let grey = try Image(decoding: PictureFixtures.transparentGrey)
    #expect(grey.channels == 1)
    #expect(pixel(grey, 0, 0) == [100])
    #expect(pixel(grey, 1, 0) == [204])
  }

  @Test("a palette becomes its colours, transparent entries white")
  func palette() throws {
    let image = try Image(decoding: PictureFixtures.palette)
    #expect((0..<4).map { pixel(image, $0, 0) } == [[255, 0, 0], [0, 255, 0], [255, 255, 255], [9, 9, 9]])
  }

  @Test("an interlaced picture is put together")
  func interlaced() throws {
    let image = try Image(decoding: PictureFixtures.interlaced)
    for y in 0..<3 {
      for x in 0..<5 {
        #expect(pixel(image, x, y) == [40 * x, 90 * y, 7])
      }
    }
  }
}
