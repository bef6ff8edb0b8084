@testable import Notebook

extension ToyLesson {
  static let source = #"""
    final class ToyCells {
      // cell: measure
      func measure(_ page: Page) throws {
        page.measure("accuracy", 0.835, as: .percent)
        page.measure("pictures", 12_500)
      }

      // cell: draw
      func draw(_ page: Page) throws {
        for shade in [Float(0), 1] { print("{ \(shade) }") }
        page.claim("high", values, .atLeast(0.9), as: .percent)
        page.claim("low", values, .atMost(0.5), as: .percent)
        try page.figure("grey", GreyChart())
      }
    }
    """#

  private static let words: [Phrase] = [
    Phrase(en: "A toy", id: "Mainan"),
    Phrase(en: "Before anything is measured.", id: "Sebelum apa pun diukur."),
    Phrase(en: "Measuring", id: "Mengukur"),
    Phrase(en: "The accuracy is **{{measure.accuracy}}** of", id: "Akurasinya **{{measure.accuracy}}** dari"),
    Phrase(en: "Drawing", id: "Menggambar"),
    Phrase(en: "Grey", id: "Abu-abu"),
    Phrase(en: "Grey at {{measure.accuracy}} [sure]", id: "Abu-abu pada {{measure.accuracy}} [yakin]"),
    Phrase(en: "Every pixel is alike.", id: "Semua piksel sama."),
    Phrase(en: "High | sure", id: "Tinggi | yakin"),
    Phrase(en: "Low", id: "Rendah"),
    Phrase(en: "That was all.", id: "Sekian."),
  ]

  /// The toy's text; line numbers in tests count from its first line.
  static func text(_ language: Language) -> String {
    let word = words.map { $0(language) }
    return """
      ---
      title: \(word[0])
      summary: toy
      minutes: 1
      ---
      # \(word[0])

      \(word[1])

      ## \(word[2])

      <!-- cell: measure -->

      \(word[3]) {{measure.pictures}}.

      ## \(word[4])

      <!-- cell: draw -->
      <!-- figure: grey
      title: \(word[5])
      alt: \(word[6])
      caption: \(word[7])
      -->
      <!-- claim: high
      \(word[8])
      -->
      <!-- claim: low
      \(word[9])
      -->

      \(word[10])
      """
  }
}
