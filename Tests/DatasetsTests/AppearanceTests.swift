import Autograd
import Datasets
import Imaging
import NeuralNetworks
import Testing

@Suite("Appearances and their captions")
struct AppearanceTests {
  private let animals: [Datasets.Category] = [.cat, .horse, .fish, .owl, .elephant]

  @Test("there are sixteen coats an animal, each once, and none with marks that cannot be seen")
  func coats() {
    let all = Appearance.all(of: animals)
    #expect(all.count == 80 && Set(all).count == 80)
    #expect(all.allSatisfy { $0.marks?.colour != $0.colour })
  }

  @Test("what is said of an appearance is what the caption of each of its scenes begins with, in both languages")
  func phrases() {
    for (place, appearance) in Appearance.all(of: animals).enumerated() {
      for seed in UInt64(0)..<12 {
        let caption = appearance.scene(seed: seed << 20 | UInt64(place)).caption
        #expect(caption.english.hasPrefix(appearance.phrase.english + " on "))
        #expect(caption.indonesian.hasPrefix(appearance.phrase.indonesian + " di atas "))
      }
    }
  }

  @Test("a horse in stripes is described as a zebra would be, and never called one")
  func zebra() {
    let striped = Appearance(.horse, .white, Marks(.stripes, .black))
    #expect(striped.phrase.english == "a white horse with black stripes")
    #expect(striped.phrase.indonesian == "kuda putih dengan garis hitam")
    #expect(Appearance(.owl, .orange).phrase.english == "an orange owl")
  }

  @Test("a set says what is in its pictures, with the place where that is wanted, and shares no scene with another use")
  func sets() {
    let appearances = Appearance.all(of: [.cat])
    let training = CaptionedSet<Learning>(of: appearances, count: 20, size: 16, seed: 3)
    let test = CaptionedSet<Scoring>(of: appearances, count: 20, size: 16, seed: 3)
    #expect(training.count == 20 && training.pictures.labels[17] == 1)
    #expect(training.caption(17) == appearances[1].phrase)
    let full = training.caption(17, withPlace: true)
    #expect(full.english.hasPrefix(appearances[1].phrase.english + " ") && full.english.count > 20)
    #expect(full.indonesian.hasPrefix(appearances[1].phrase.indonesian + " di "))
    #expect(training.pictures[0].pixels != test.pictures[0].pixels)
    let again = CaptionedSet<Learning>(of: appearances, count: 20, size: 16, seed: 3)
    #expect(training.pictures[0].pixels == again.pictures[0].pixels)
  }

  @Test("words are numbered from 1 on; what was never read is nothing, and short texts end in nothing")
  func vocabulary() {
    let words = Vocabulary(of: ["a white horse", "kuda putih", "abu-abu"])
    #expect(words.count == 7 && words.contains("Horse") && !words.contains("zebra"))
    let numbers = words.numbers(of: ["a white zebra", "Putih, kuda!", ""])
    #expect(numbers.shape == [3, 3])
    #expect(numbers.values == [1, 2, 0, 5, 4, 0, 0, 0, 0])
    #expect(words.numbers(of: ["abu-abu"]).values == [6])
  }
}
