import Foundation
import Testing

@testable import Imaging

struct AnimationTests {
  private let frames = (0..<3).map { Image(width: 5, height: 4, filledWith: Float($0) / 2) }

  private let still = Image(width: 5, height: 4, filledWith: 0.2)

  @Test func `the still is what a reader without animation shows`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).png")
    defer { try? FileManager.default.removeItem(at: file) }
    try AnimatedPNG(frames: frames, still: still, duration: 0.1).write(to: file, text: [(key: "Title", value: "Film")])
    #expect(try Image(contentsOf: file).pixels == still.pixels)
    #expect(try Image.text(of: file).map(\.value) == ["Film"])
  }

  @Test func `every frame has its control, and numbers run through all of them`() {
    let chunks = PNGChunk.chunks(of: AnimatedPNG(frames: frames, still: still, duration: 0.08, rest: 2).data())
    let pairs = Array(repeating: ["fcTL", "fdAT"], count: 3).flatMap { $0 }
    #expect(chunks.map(\.type) == ["IHDR", "acTL", "IDAT"] + pairs + ["IEND"])
    #expect(chunks[1].body == [0, 0, 0, 3, 0, 0, 0, 0])
    let numbered = chunks.filter { ["fcTL", "fdAT"].contains($0.type) }
    #expect(numbered.map { $0.body[3] } == [0, 1, 2, 3, 4, 5])
    let times = chunks.filter { $0.type == "fcTL" }.map { Int($0.body[20]) << 8 | Int($0.body[21]) }
    #expect(times == [80, 80, 2000])
  }

  @Test func `a later frame's data make its own picture`() throws {
    let chunks = PNGChunk.chunks(of: AnimatedPNG(frames: frames, still: still, duration: 0.1).data())
    let data = chunks.filter { $0.type == "fdAT" }.map { Array($0.body.dropFirst(4)) }
    let single = PNGReader.signature + [chunks[0], PNGChunk("IDAT", data[2]), PNGChunk("IEND", [])].flatMap(\.bytes)
    #expect(try PNGReader.decode(single, name: "frame").samples.image.pixels == frames[2].pixels)
  }

  @Test func `libpng's own chunks come out as they went in`() {
    let bytes = frames[1].pngData(text: ["Title": "One"])
    let again = PNGReader.signature + PNGChunk.chunks(of: bytes).flatMap(\.bytes)
    #expect(Data(again) == bytes)
  }

  @Test func `a GIF has every frame with its time, and repeats for ever`() {
    let bytes = [UInt8](AnimatedGIF(frames: frames, duration: 0.1, rest: 2).data())
    #expect(bytes.starts(with: Array("GIF89a".utf8) + [5, 0, 4, 0]) && bytes.last == 0x3B)
    let loop = Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]
    #expect(bytes.indices.contains { bytes[$0...].starts(with: loop) })
    let controls = bytes.indices.filter { bytes[$0...].starts(with: [0x21, 0xF9, 4]) }
    #expect(controls.map { Int(bytes[$0 + 4]) | Int(bytes[$0 + 5]) << 8 } == [10, 10, 200])
  }
}
