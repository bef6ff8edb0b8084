import Imaging
import Testing

@Suite("Sizes and values")
struct GeometryTests {
  @Test("shrinking with antialiasing equals PyTorch's")
  func oracle() {
    let old = Image(width: 30, height: 40, channels: 1, pixels: ResizeFixture.old)
    let new = old.resized(width: 12, height: 16)
    #expect(new.pixels.count == ResizeFixture.new.count)
    for (found, expected) in zip(new.pixels, ResizeFixture.new) {
      #expect(abs(found - expected) <= 2e-6)
    }
  }

  @Test("channels are resized one by one", arguments: [(7, 5), (1, 1), (64, 3), (33, 47)])
  func channels(size: (Int, Int)) {
    let image = pattern(17, 33, channels: 3)
    let resized = image.resized(width: size.0, height: size.1)
    for channel in 0..<3 {
      let one = Image(
        width: 17, height: 33, channels: 1,
        pixels: stride(from: channel, to: image.pixels.count, by: 3).map { image.pixels[$0] })
      let expected = one.resized(width: size.0, height: size.1).pixels
      #expect(stride(from: channel, to: resized.pixels.count, by: 3).map { resized.pixels[$0] } == expected)
    }
  }

  @Test("a flat picture stays flat at any size", arguments: [1, 3, 16, 31, 100])
  func flat(size: Int) {
    let resized = Image(width: 31, height: 17, channels: 3, filledWith: 0.25).resized(width: size, height: size)
    #expect(resized.pixels.allSatisfy { abs($0 - 0.25) < 1e-6 })
  }

  @Test("enlarging repeats every pixel")
  func enlarged() {
    let image = pattern(3, 2, channels: 3)
    let large = image.enlarged(by: 4)
    #expect((large.width, large.height) == (12, 8))
    for y in 0..<8 {
      for x in 0..<12 {
        #expect(pixel(large, x, y) == pixel(image, x / 4, y / 4))
      }
    }
  }

  @Test("cropping, mirroring and the centre square take the right pixels")
  func rearranged() {
    let image = pattern(7, 4, channels: 3)
    let part = image.cropped(x: 2, y: 1, width: 3, height: 2)
    #expect(pixel(part, 0, 0) == pixel(image, 2, 1))
    #expect(pixel(part, 2, 1) == pixel(image, 4, 2))
    #expect(pixel(image.mirrored(), 0, 3) == pixel(image, 6, 3))
    #expect(image.mirrored().mirrored() == image)
    #expect(image.centerSquare() == image.cropped(x: 1, y: 0, width: 4, height: 4))
    #expect(image.square(2) == image.centerSquare().resized(width: 2, height: 2))
  }

  @Test("grey is the luma of the colours, and colour of grey repeats it")
  func channelCounts() {
    let color = Image(width: 3, height: 1, pixels: [1, 0, 0, 0, 1, 0, 0, 0, 1])
    #expect(color.withChannels(1).pixels == [0.299, 0.587, 0.114])
    let grey = pattern(5, 3, channels: 1)
    #expect(grey.withChannels(1) == grey)
    #expect(pixel(grey.withChannels(3), 2, 1) == [Int](repeating: pixel(grey, 2, 1)[0], count: 3))
  }
}
