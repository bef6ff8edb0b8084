import Autograd
import Datasets
import Imaging
import Testing

@Suite("Augmentation")
struct AugmentationTests {
  private let picture = Scene(.fox, seed: 2).picture(size: 17)

  @Test("mirroring twice gives the picture back")
  func mirrorTwice() {
    var random = RandomSource(seed: 1)
    let mirror = Mirror(probability: 1)
    let once = mirror.apply(to: picture, using: &random)
    #expect(once != picture)
    #expect(mirror.apply(to: once, using: &random) == picture)
  }

  @Test("a mirror mirrors about as often as it is told", arguments: [Float(0), 0.25, 1])
  func mirrorProbability(_ probability: Float) {
    var random = RandomSource(seed: 9)
    let small = Scene(.car, seed: 2).picture(size: 8)
    let mirrored = (0..<400).filter { _ in
      Mirror(probability: probability).apply(to: small, using: &random) != small
    }.count
    #expect(abs(Float(mirrored) / 400 - probability) < 0.1)
  }

  @Test("a crop is the picture shifted, with its reflection at the edges", arguments: [0, 1, 4, 16])
  func crop(_ padding: Int) {
    let row = Image(width: 17, height: 17, channels: 1, pixels: (0..<289).map { Float($0 % 17) / 16 })
    var random = RandomSource(seed: 5)
    var shifts: Set<Int> = []
    for _ in 0..<40 {
      let result = RandomCrop(padding: padding).apply(to: row, using: &random)
      let columns = (0..<17).map { Int((result[x: $0, y: 3, channel: 0] * 16).rounded()) }
      let matches = (-padding...padding).filter { shift in
        columns
          == (0..<17).map { column in
            let place = abs(column + shift)
            return place < 17 ? place : 32 - place
          }
      }
      #expect(!matches.isEmpty)
      shifts.formUnion(matches)
    }
    #expect(padding == 0 ? shifts == [0] : shifts.count > 1)
  }

  @Test("jitter of strength 0 changes nothing to speak of; any other stays in [0, 1]")
  func jitter() {
    var random = RandomSource(seed: 3)
    let none = ColorJitter(brightness: 0, contrast: 0, saturation: 0).apply(to: picture, using: &random)
    #expect(zip(none.pixels, picture.pixels).allSatisfy { abs($0 - $1) < 1e-5 })
    for _ in 0..<20 {
      let wild = ColorJitter(brightness: 0.9, contrast: 0.9, saturation: 0.9).apply(to: picture, using: &random)
      #expect(wild.pixels.allSatisfy { 0...1 ~= $0 })
      #expect(wild != picture)
    }
  }

  @Test("saturation leaves a grey picture grey")
  func greyStaysGrey() {
    var random = RandomSource(seed: 4)
    let grey = picture.withChannels(1).withChannels(3)
    let result = ColorJitter(brightness: 0.2, contrast: 0.2, saturation: 0.9).apply(to: grey, using: &random)
    for start in stride(from: 0, to: result.pixels.count, by: 3) {
      #expect(abs(result.pixels[start] - result.pixels[start + 1]) < 1e-5)
      #expect(abs(result.pixels[start] - result.pixels[start + 2]) < 1e-5)
    }
  }

  @Test("the same seed varies a picture the same way, another seed another way")
  func determinism() {
    let chain = Augmentations(Mirror(), RandomCrop(padding: 3), ColorJitter())
    func varied(_ seed: UInt64) -> Image {
      var random = RandomSource(seed: seed)
      return chain.apply(to: picture, using: &random)
    }
    #expect(varied(1) == varied(1))
    #expect(varied(1) != varied(2))
    #expect(varied(1).width == 17 && varied(1).height == 17)
  }
}
