import Autograd
import Grading
import Notebook

/// Values set to zero in training, and what makes up for them.
package enum DropoutGrader: Grader {
  package typealias Answer = (
    _ values: [Float], _ probability: Float, _ draws: [Float], _ isTraining: Bool
  ) throws -> [Float]

  package static let id = "dropout", lesson = "training-tricks", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let values = (0..<12).map { _ in sheet.random.uniform(-2...2) }
    let draws = (0..<12).map { _ in sheet.random.uniform() }
    let many = (0..<4_000).map { _ in sheet.random.uniform() }
    let ones = [Float](repeating: 1, count: many.count)
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 2,
      expected: [0, 4, 0, 8], got: answer([1, 2, 3, 4], 0.5, [0.1, 0.7, 0.3, 0.9], true), tolerance: 1e-5,
      next: Phrase(
        en: "A draw below p drops its value; what is left is divided by 1 − p.",
        id: "Undian di bawah p membuang nilainya; yang tersisa dibagi 1 − p."))
    try sheet.check(
      "inference", Phrase(en: "the same values at inference", id: "nilai yang sama saat inferensi"), points: 3,
      expected: values, got: answer(values, 0.5, draws, false), tolerance: 1e-6,
      next: Phrase(
        en: "At inference nothing is dropped and nothing is scaled: the values come back as they are.",
        id: "Saat inferensi tidak ada yang dibuang dan tidak ada yang diskalakan: nilai kembali apa adanya."))
    try sheet.check(
      "training", Phrase(en: "twelve values, p = 0.2 and 0.8", id: "dua belas nilai, p = 0,2 dan 0,8"), points: 3,
      expected: [dropped(values, 0.2, draws), dropped(values, 0.8, draws)],
      got: [answer(values, 0.2, draws, true), answer(values, 0.8, draws, true)], tolerance: 1e-4,
      next: Phrase(
        en: "p is the share that is dropped, not the share that is kept; the scale is 1 / (1 − p).",
        id: "p ialah bagian yang dibuang, bukan yang disimpan; skalanya 1 / (1 − p)."))
    try sheet.check(
      "mean", Phrase(en: "the mean of 4000 ones, p = 0.75", id: "rata-rata 4000 angka satu, p = 0,75"), points: 2,
      expected: 1, got: mean(answer(ones, 0.75, many, true)), tolerance: 0.15,
      next: Phrase(
        en: "On average a value must stay what it is: three of four are dropped, so the fourth counts four times.",
        id: "Rata-rata nilai harus tetap: tiga dari empat dibuang, jadi yang keempat dihitung empat kali."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("left on at inference", failing: "inference") { values, p, draws, _ in dropped(values, p, draws) },
      Mistake("nothing scaled", failing: "mean") { values, p, draws, isTraining in
        isTraining ? zip(values, draws).map { $1 < p ? 0 : $0 } : values
      },
      Mistake("scaled at inference, as in the first paper", failing: "inference") { values, p, draws, isTraining in
        isTraining ? zip(values, draws).map { $1 < p ? 0 : $0 } : values.map { $0 * (1 - p) }
      },
      Mistake("p kept in place of dropped", failing: "training") { values, p, draws, isTraining in
        isTraining ? zip(values, draws).map { $1 < p ? $0 / p : 0 } : values
      },
      Mistake("divided by p", failing: "training") { values, p, draws, isTraining in
        isTraining ? zip(values, draws).map { $1 < p ? 0 : $0 / p } : values
      },
      Mistake("dropped in training and at inference exchanged", failing: "example") { values, p, draws, isTraining in
        isTraining ? values : dropped(values, p, draws)
      },
    ]
  }

  private static func dropped(_ values: [Float], _ p: Float, _ draws: [Float]) -> [Float] {
    zip(values, draws).map { $1 < p ? 0 : $0 / (1 - p) }
  }

  private static func mean(_ values: [Float]) -> Float { values.reduce(0, +) / Float(max(1, values.count)) }
}
