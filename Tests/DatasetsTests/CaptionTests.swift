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
}
