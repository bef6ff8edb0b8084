import Datasets
import Foundation
import Imaging
import NeuralNetworks
import Testing

@Suite("Scenes and their pictures")
struct SceneTests {
  @Test("a seed gives the same scene and the same bytes every time", arguments: Category.allCases)
  func determinism(_ category: Category) {
    for seed in [UInt64(0), 3, .max] {
      let scene = Scene(category, seed: seed)
      #expect(scene == Scene(category, seed: seed))
      #expect(scene.picture(size: 33) == Scene(category, seed: seed).picture(size: 33))
    }
  }

  @Test("another seed gives another scene and another picture", arguments: Category.allCases)
  func variety(_ category: Category) {
    let pictures = (0..<8).map { Scene(category, seed: $0).picture(size: 17) }
    #expect(Set(pictures).count == pictures.count)
  }

  @Test("a scene is the same at 64 and at 256 pixels", arguments: Category.allCases)
  func sizes(_ category: Category) {
    for seed in UInt64(1)...4 {
      var scene = Scene(category, seed: seed)
      scene.camera.noise = 0
      let small = scene.picture(size: 64)
      let large = scene.picture(size: 256).resized(width: 64, height: 64)
      let differences = zip(small.pixels, large.pixels).map { abs($0 - $1) }
      let mean = differences.reduce(0, +) / Float(differences.count)
      #expect(mean < 0.03, "seed \(seed)")
      // Fine fur and thin lines may differ here and there, but not whole parts.
      let far = differences.filter { $0 > 0.25 }.count
      #expect(far < differences.count / 50, "seed \(seed): \(far) values differ by more than a quarter")
    }
  }

  @Test("values are multiples of 1/255 in [0, 1], so that a written picture is the picture", arguments: [8, 17, 64])
  func steps(_ size: Int) {
    let picture = Scene(.owl, seed: 5).picture(size: size)
    #expect(picture.width == size && picture.height == size && picture.channels == 3)
    #expect(picture.pixels.allSatisfy { $0 >= 0 && $0 <= 1 && Float(UInt8($0 * 255 + 0.5)) / 255 == $0 })
  }

  @Test("a scene survives JSON without losing a bit", arguments: Category.allCases)
  func codable(_ category: Category) throws {
    for seed in UInt64(0)..<12 {
      let scene = Scene(category, seed: seed)
      let copy = try JSONDecoder().decode(Scene.self, from: JSONEncoder().encode(scene))
      #expect(copy == scene)
      #expect(copy.picture(size: 16) == scene.picture(size: 16))
    }
  }

  @Test("the surroundings of a seed are the same whatever is shown, but for digits, which are on paper")
  func independence() {
    for seed in UInt64(0)..<50 {
      let reference = Scene(.cat, seed: seed)
      for category in Category.allCases where category != .digit {
        let scene = Scene(category, seed: seed)
        #expect(scene.background == reference.background && scene.pose == reference.pose)
        #expect(scene.light == reference.light && scene.camera == reference.camera)
        #expect(scene.occlusion == reference.occlusion && scene.view == reference.view)
      }
    }
  }

  @Test("about a tenth of the pictures has something in front of the subject")
  func occlusion() {
    let occluded = (UInt64(0)..<2_000).filter { Scene(.dog, seed: $0).occlusion != nil }.count
    #expect(150...250 ~= occluded)
  }

  @Test("faces and bodies, and all places, turn up in every class", arguments: Category.allCases)
  func coverage(_ category: Category) {
    let scenes = (UInt64(0)..<300).map { Scene(category, seed: $0) }
    #expect(Set(scenes.map(\.view)).count == Scene.View.allCases.count)
    #expect(Set(scenes.map(\.background.kind)) == (category == .digit ? [.paper] : Set(Background.Kind.places)))
    #expect(Set(scenes.map(\.breed)).count >= 3)
  }

  @Test("the subject changes the picture: without it, other pixels remain", arguments: Category.allCases)
  func visibility(_ category: Category) {
    let scene = Scene(category, seed: 21)
    var gone = scene
    gone.pose.x = 40
    let (with, without) = (scene.picture(size: 32).pixels, gone.picture(size: 32).pixels)
    let differing = zip(with, without).filter { abs($0 - $1) > 0.02 }.count
    // A digit is a thin line.
    #expect(differing > with.count / (category == .digit ? 20 : 10))
  }
}
