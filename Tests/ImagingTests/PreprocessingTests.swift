import Foundation
import Imaging
import Testing

@Suite struct PreprocessingTests {
  private func bytes(_ image: Image) -> [Int] { image.pixels.map { Int((255 * $0).rounded()) } }

  @Test("a picture is prepared pixel by pixel as torchvision does it", arguments: PreprocessingFixture.all)
  func torchvision(fixture: PreprocessingFixture) {
    let preprocessing = Preprocessing(
      side: fixture.side, shorterSide: fixture.shorterSide, interpolation: fixture.interpolation)
    let values = bytes(fixture.picture.prepared(preprocessing))
    #expect(values.count == 3 * fixture.side * fixture.side)
    let row = 3 * fixture.side
    #expect(Array(values.dropFirst(row * (fixture.side / 2)).prefix(row)) == fixture.row)
    var checksum = 0
    for (place, value) in values.enumerated() { checksum += value * (place % 251 + 1) }
    #expect(checksum == fixture.checksum)
  }

  @Test("a file gives what its decoded picture gives, whatever its format", arguments: [false, true])
  func file(isGrey: Bool) throws {
    let preprocessing = Preprocessing(side: 12, shorterSide: 14, interpolation: .bicubic)
    let picture = PreprocessingFixture.all[0].picture.withChannels(isGrey ? 1 : 3)
    try withFolder { folder in
      let file = folder.appendingPathComponent("picture.png")
      try picture.writePNG(to: file)
      let prepared = try Image(contentsOf: file, prepared: preprocessing)
      #expect(prepared == picture.quantised().prepared(preprocessing))
      #expect(prepared.channels == 3)
    }
    for bytes in [PictureFixtures.jpeg, PictureFixtures.greyJPEG] {
      let prepared = try PreparedPicture(decoding: bytes, preprocessing, name: "picture").image
      #expect(prepared == (try Image(decoding: bytes)).prepared(preprocessing))
    }
    for bytes in [
      PictureFixtures.deepGrey, PictureFixtures.oneBit, PictureFixtures.transparentColor, PictureFixtures.palette,
      PictureFixtures.interlaced,
    ] {
      let prepared = try PreparedPicture(decoding: bytes, preprocessing, name: "picture").image
      #expect(prepared == (try Image(decoding: bytes)).prepared(preprocessing))
    }
  }

  @Test("a turned photograph is cut out as it stands upright", arguments: 1...8)
  func orientation(_ orientation: UInt8) throws {
    var bytes = PictureFixtures.turnedJPEG
    let tag = try #require(bytes.indices.dropLast(9).first { Array(bytes[$0..<$0 + 4]) == [1, 0x12, 0, 3] })
    bytes[tag + 9] = orientation
    // An odd remainder, so that the corner is rounded, and to another side where the picture is mirrored.
    for preprocessing in [Preprocessing(side: 9, shorterSide: 12), Preprocessing(side: 5, shorterSide: 10)] {
      let prepared = try PreparedPicture(decoding: bytes, preprocessing, name: "picture")
      let upright = try Image(decoding: bytes)
      #expect((prepared.original.width, prepared.original.height) == (upright.width, upright.height))
      let differences = zip(self.bytes(prepared.image), self.bytes(upright.prepared(preprocessing))).map {
        abs($0 - $1)
      }
      #expect(differences.allSatisfy { $0 <= 1 }, "rows and columns are rounded in another order")
    }
  }

  @Test("without a shorter side of its own a square picture is resized as a whole")
  func square() {
    let picture = PreprocessingFixture.all[0].picture.cropped(x: 3, y: 2, width: 20, height: 20)
    let (prepared, resized) = (picture.prepared(Preprocessing(side: 8)), picture.square(8))
    #expect(zip(prepared.pixels, resized.pixels).allSatisfy { abs($0 - $1) <= 1.01 / 255 })
    #expect(picture.prepared(Preprocessing(side: 20)) == picture.quantised())
  }

  @Test("a strip is cut out without resizing what is not needed of it")
  func strip() {
    let picture = Image(width: 16_000, height: 2, filledWith: 0.2)
    #expect(picture.prepared(Preprocessing(side: 32)) == Image(width: 32, height: 32, filledWith: 0.2))
  }
}
