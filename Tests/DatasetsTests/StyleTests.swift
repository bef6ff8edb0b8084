import Autograd
import Datasets
import Imaging
import NeuralNetworks
import Testing

@Suite("Styles")
struct StyleTests {
  private static let scenes: [Scene] = [
    Scene(.zebra, seed: 3), Scene(.cow, seed: 8), Scene(.tulip, seed: 5), Scene(.digit, seed: 11),
  ]

  @Test("the same scene gives the same bytes in a style every time, at any size", arguments: Style.allCases)
  func determinism(_ style: Style) {
    for scene in Self.scenes {
      for size in [8, 33, 48] {
        let picture = scene.picture(size: size, style: style)
        #expect(picture == scene.picture(size: size, style: style))
        #expect(picture.width == size && picture.height == size && picture.channels == style.channels)
        #expect(picture.pixels.allSatisfy { $0 >= 0 && $0 <= 1 && Float(UInt8($0 * 255 + 0.5)) / 255 == $0 })
      }
    }
  }

  @Test("every style is another picture of the scene")
  func variety() {
    for scene in Self.scenes {
      let pictures = Style.allCases.map { scene.picture(size: 32, style: $0).pixels }
      #expect(Set(pictures).count == Style.allCases.count)
    }
    #expect(Scene(.owl, seed: 1).picture(size: 32) == Scene(.owl, seed: 1).picture(size: 32, style: .photo))
  }

  @Test("a style shows the same scene at 64 and at 256 pixels", arguments: Style.allCases)
  func sizes(_ style: Style) {
    for scene in Self.scenes {
      var scene = scene
      scene.camera.noise = 0
      let small = scene.picture(size: 64, style: style).resized(width: 16, height: 16)
      let large = scene.picture(size: 256, style: style).resized(width: 16, height: 16)
      let differences = zip(small.pixels, large.pixels).map { abs($0 - $1) }
      #expect(differences.reduce(0, +) / Float(differences.count) < 0.04, "\(scene.category)")
    }
  }

  @Test("grayscale is the luminance of the photo")
  func grayscale() {
    let scene = Scene(.fox, seed: 4)
    let (photo, gray) = (scene.picture(size: 20), scene.picture(size: 20, style: .grayscale))
    for y in 0..<20 {
      for x in 0..<20 {
        let luminance =
          0.299 * photo[x: x, y: y, channel: 0] + 0.587 * photo[x: x, y: y, channel: 1]
          + 0.114 * photo[x: x, y: y, channel: 2]
        #expect(abs(gray[x: x, y: y, channel: 0] - luminance) <= 0.51 / 255)
      }
    }
  }

  @Test("night is darker than day and bluer than red")
  func night() {
    for seed in UInt64(0)..<12 {
      let scene = Scene(.bear, seed: seed)
      func means(_ style: Style) -> [Float] {
        let picture = scene.picture(size: 24, style: style)
        return (0..<3).map { channel in
          stride(from: channel, to: picture.pixels.count, by: 3).reduce(0) { $0 + picture.pixels[$1] } / 576
        }
      }
      let (day, night) = (means(.photo), means(.night))
      #expect(night[1] < 0.65 * day[1], "seed \(seed)")
      #expect(night[2] > 1.2 * night[0], "seed \(seed)")
    }
  }

  @Test("a sketch is grey pencil on pale paper", arguments: [UInt64(1), 2, 3])
  func sketch(_ seed: UInt64) {
    let picture = Scene(.horse, seed: seed).picture(size: 96, style: .sketch)
    let pale = picture.pixels.filter { $0 > 0.8 }.count
    let dark = picture.pixels.filter { $0 < 0.5 }.count
    #expect(pale > picture.pixels.count / 3)
    #expect(dark > picture.pixels.count / 200)
    for place in stride(from: 0, to: picture.pixels.count, by: 3) {
      #expect(abs(picture.pixels[place] - picture.pixels[place + 2]) < 0.16)
    }
  }

  @Test("worlds of one seed show the same scenes in every style", arguments: Style.allCases)
  func sets(_ style: Style) {
    let world = Menagerie(.farm, style: style, seed: 2)
    let set = world.testSet(count: 5, size: 16)
    #expect(set.channels == style.channels)
    #expect(set.labels == Menagerie(.farm, seed: 2).testSet(count: 5, size: 16).labels)
    for index in 0..<5 {
      #expect(world.testScene(index) == Menagerie(.farm, seed: 2).testScene(index))
      #expect(set[index] == world.testScene(index).picture(size: 16, style: style))
    }
    #expect(set.inputs(at: [0, 3]).shape == [2, 16, 16, style.channels])
  }
}
