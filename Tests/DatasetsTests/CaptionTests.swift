import Datasets
import Testing

@Suite("Captions")
struct CaptionTests {
  @Test("a caption names the subject in both languages", arguments: Category.allCases)
  func names(_ category: Category) {
    for seed in UInt64(0)..<40 {
      let scene = Scene(category, seed: seed)
      #expect(scene.caption.english.contains(" \(category.name.english) "))
      #expect(scene.caption.english.contains(" on "))
      #expect(!scene.caption.english.contains("  ") && !scene.caption.indonesian.contains("  "))
      #expect(scene.caption.indonesian.hasPrefix("\(category.name.indonesian) "))
      #expect(scene.caption.indonesian.contains(" di atas "))
    }
  }

  @Test("colours and patterns are said as a person would")
  func words() {
    var scene = Scene(.cat, seed: 1)
    scene.coat.primary = RGB(0.1, 0.1, 0.1)
    scene.coat.pattern.kind = .plain
    scene.background.kind = .meadow
    scene.background.colour = RGB(0.3, 0.6, 0.2)
    #expect(scene.caption.english == "a black cat on green, in a meadow")
    #expect(scene.caption.indonesian == "kucing hitam di atas hijau, di padang rumput")
    scene.coat.primary = RGB(0.9, 0.5, 0.1)
    scene.coat.secondary = RGB(0.95, 0.95, 0.95)
    scene.coat.pattern.kind = .patches
    #expect(scene.caption.english == "an orange cat with white patches on green, in a meadow")
    #expect(scene.caption.indonesian == "kucing jingga dengan bercak putih di atas hijau, di padang rumput")
  }

  @Test("every zebra is white with dark stripes")
  func zebras() {
    for seed in UInt64(0)..<40 {
      #expect(Scene(.zebra, seed: seed).caption.english.contains("with black stripes"))
    }
  }

  @Test("breeds, postures, diseases, vessels and digits are named")
  func targets() {
    var cat = ClassificationTask.pets.classes[0].scene(seed: 3)
    cat.coat.primary = RGB(0.93, 0.85, 0.7)
    cat.coat.pattern.kind = .plain
    cat.posture = .lying
    cat.background.kind = .room
    cat.background.colour = RGB(0.5, 0.55, 0.9)
    #expect(cat.caption.english == "a cream Siamese cat lying on blue, in a room")
    #expect(cat.caption.indonesian == "kucing Siam krem berbaring di atas biru, di dalam ruangan")

    var leaf = ClassificationTask.leaves.classes[1].scene(seed: 3)
    leaf.coat.primary = RGB(0.3, 0.5, 0.2)
    #expect(leaf.caption.english.hasPrefix("a green leaf with rust on "))
    #expect(leaf.caption.indonesian.hasPrefix("daun hijau dengan karat di atas "))

    let digit = ClassificationTask.digits.classes[8].scene(seed: 3)
    #expect(digit.caption.english.contains(" digit 8 on ") && digit.caption.english.hasSuffix(", on paper"))
    #expect(digit.caption.indonesian.hasPrefix("angka 8 "))

    for seed in UInt64(0)..<60 {
      let caption = Scene(.tea, seed: seed).caption
      #expect(["cup of tea on", "mug of tea on", " tea on"].contains { caption.english.contains($0) })
      #expect(["teh dalam cangkir ", "teh dalam mug ", "dalam gelas"].contains { caption.indonesian.contains($0) })
    }
  }
}
