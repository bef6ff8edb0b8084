import Autograd
import Foundation
import Testing

@testable import Imaging

@Suite("Mutated pictures")
struct PictureMutationTests {
  /// Opens a thousand mutated files, and says how many could be read.
  private func readable(_ files: [[UInt8]], seed: UInt64, mend: ([UInt8]) -> [UInt8] = { $0 }) -> Int {
    var random = RandomSource(seed: seed)
    let preprocessing = Preprocessing(side: 16, shorterSide: 20)
    return (0..<1_000).count { index in
      let mutated = Mutation.mutated(files[index % files.count], using: &random)
      return isReadable(random.chance(0.5) ? mend(mutated) : mutated, preprocessing)
    }
  }

  /// Opens a file in both ways, which must agree; what it would cost is checked before it is spent.
  private func isReadable(_ bytes: [UInt8], _ preprocessing: Preprocessing) -> Bool {
    do throws(ImagingError) {
      let file = try PictureFile(bytes, name: "mutated")
      #expect(file.decodingBytes <= 128 * 1_048_576)
      let image = try Image(decoding: bytes, name: "mutated")
      let prepared = try PreparedPicture(decoding: bytes, preprocessing, name: "mutated")
      #expect((prepared.original.width, prepared.original.height) == (image.width, image.height))
      return true
    } catch {
      #expect(!error.description.contains("\n"))
      return false
    }
  }

  @Test("the files are whole before they are mutated")
  func whole() throws {
    for bytes in SmallFiles.jpegs + SmallFiles.pngs {
      #expect(isReadable(bytes, Preprocessing(side: 16, shorterSide: 20)))
    }
  }

  @Test("a thousand mutated JPEG files are read or refused", arguments: [UInt64(1), 2])
  func jpeg(seed: UInt64) {
    let count = readable(SmallFiles.jpegs, seed: seed)
    #expect(count > 50 && count < 950, "\(count) of 1000 can be read")
  }

  @Test(
    "a thousand mutated PNG files are read or refused, also where all checksums are right", arguments: [UInt64(1), 2])
  func png(seed: UInt64) throws {
    let count = readable(SmallFiles.pngs, seed: seed) { bytes in
      PNGReader.signature + PNGChunk.chunks(of: Data(bytes)).flatMap(\.bytes)
    }
    #expect(count > 5 && count < 950, "\(count) of 1000 can be read")
  }

  @Test("few bytes that promise many pixels are refused before memory is asked for")
  func promises() throws {
    for file in SmallFiles.jpegs + SmallFiles.pngs {
      let isPNG = file.starts(with: PNGReader.signature)
      let frame = file.indices.dropLast(9).first { file[$0] == 0xFF && [0xC0, 0xC2].contains(file[$0 + 1]) }
      let place = isPNG ? 16 : (try #require(frame)) + 5
      var bytes = file
      bytes.replaceSubrange(
        place..<place + (isPNG ? 8 : 4), with: isPNG ? [0, 0, 0x20, 0, 0, 0, 0x20, 0] : [0x20, 0, 0x20, 0])
      let error = #expect(throws: ImagingError.self) { try Image(decoding: bytes) }
      #expect(error?.description.contains("bytes cannot hold 8192x8192 pixels") == true)
    }
  }
}
