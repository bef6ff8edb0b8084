import Autograd
import Grading
import Notebook

/// A report with two mistakes that flatter it: a source chosen on the target's test set, and the better of two numbers reported.
package enum HonestSourceGrader: Grader {
  package typealias Answer = (_ sources: [MeasuredSource]) throws -> (name: String, accuracy: Float)

  package static let id = "honest-source", lesson = "choosing", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let steady = MeasuredSource(name: "steady", validation: 0.8, test: 0.78)
    let lucky = MeasuredSource(name: "lucky", validation: 0.7, test: 0.9)
    let proud = MeasuredSource(name: "proud", validation: 0.85, test: 0.71)
    let twin = MeasuredSource(name: "twin", validation: 0.8, test: 0.79)
    let shelves = (0..<6).map { _ in shelf(8, &sheet.random) }
    try sheet.check(
      "leak",
      Phrase(en: "a source that the test pictures alone would choose", id: "sumber yang hanya dipilih gambar uji"),
      points: 3, expected: ["steady"], got: [answer([steady, lucky]).name],
      next: Phrase(
        en: "Test pictures must not choose: compare the sources by their validation pictures alone.",
        id: "Gambar uji tidak boleh memilih: bandingkan sumber hanya dengan gambar validasinya."))
    try sheet.check(
      "report", Phrase(en: "a source with better validation than test", id: "sumber yang validasinya lebih bagus"),
      points: 3, expected: 0.71, got: answer([steady, proud]).accuracy, tolerance: 1e-6,
      next: Phrase(
        en: "Validation has chosen, so it flatters. What is reported is the test accuracy, also where it is lower.",
        id:
          "Validasi sudah dipakai memilih, jadi menyanjung. Yang dilaporkan ialah akurasi uji, juga bila lebih rendah.")
    )
    try sheet.check(
      "twins", Phrase(en: "two sources with equal validation", id: "dua sumber dengan validasi sama"), points: 2,
      expected: ["steady", "twin"], got: [answer([steady, twin]).name, answer([twin, steady]).name],
      next: Phrase(
        en: "Of equal ones the first is taken; the test accuracy does not break the tie.",
        id: "Dari yang sama diambil yang pertama; akurasi uji tidak menentukan pemenangnya."))
    try sheet.check(
      "shelves", Phrase(en: "six shelves of eight sources", id: "enam rak berisi delapan sumber"), points: 2,
      expected: shelves.map { chosen($0).test }, got: shelves.map { try answer($0).accuracy }, tolerance: 1e-6,
      next: Phrase(
        en: "Both mistakes must be mended: what the sources are compared by, and which number is reported.",
        id: "Kedua kesalahan harus diperbaiki: dasar pembandingan sumber, dan angka yang dilaporkan."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("as it was found", failing: "leak") { sources in
        let best = chosen(sources) { max($0.validation, $0.test) }
        return (best.name, max(best.validation, best.test))
      },
      Mistake("only the choice mended", failing: "report") { sources in
        let best = chosen(sources)
        return (best.name, max(best.validation, best.test))
      },
      Mistake("only the report mended", failing: "leak") { sources in
        let best = chosen(sources) { max($0.validation, $0.test) }
        return (best.name, best.test)
      },
      Mistake("the test breaks ties", failing: "twins") { sources in
        let best = chosen(sources) { $0.validation + 1e-4 * $0.test }
        return (best.name, best.test)
      },
      Mistake("the validation accuracy reported", failing: "report") { sources in
        let best = chosen(sources)
        return (best.name, best.validation)
      },
      Mistake("the mean of both numbers", failing: "shelves") { sources in
        let best = chosen(sources) { $0.validation + $0.test }
        return (best.name, (best.validation + best.test) / 2)
      },
    ]
  }

  private static func shelf(_ count: Int, _ random: inout RandomSource) -> [MeasuredSource] {
    (0..<count).map {
      MeasuredSource(name: "\($0)", validation: random.uniform(0.5...0.9), test: random.uniform(0.5...0.9))
    }
  }

  private static func chosen(
    _ sources: [MeasuredSource], by value: (MeasuredSource) -> Float = { $0.validation }
  ) -> MeasuredSource {
    sources.reduce(sources[0]) { value($1) > value($0) ? $1 : $0 }
  }
}
