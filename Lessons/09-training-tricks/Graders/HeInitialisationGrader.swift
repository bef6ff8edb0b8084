import Autograd
import Grading
import Notebook

/// Weights whose spread keeps a signal's size through a ReLU.
package enum HeInitialisationGrader: Grader {
  package typealias Answer = (_ outputs: Int, _ inputs: Int, _ normal: () -> Float) throws -> [[Float]]

  package static let id = "he-initialisation", lesson = "training-tricks", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let seed = sheet.random.next()
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 2,
      expected: [[0.5, -0.5, 1, 0, 0, 0.25, 0.5, -1]], got: answer(1, 8, numbers([1, -1, 2, 0, 0, 0.5, 1, -2])),
      tolerance: 1e-5,
      next: Phrase(
        en: "Eight inputs: the spread is √(2 / 8) = ½, so each normal number is halved.",
        id: "Delapan masukan: sebarannya √(2 / 8) = ½, jadi setiap bilangan normal dibagi dua."))
    try sheet.check(
      "shape", Phrase(en: "3 outputs of 5 inputs", id: "3 keluaran dari 5 masukan"), points: 2,
      expected: [5, 5, 5], got: answer(3, 5, source(seed)).map(\.count),
      next: Phrase(
        en: "One row for each output, and in each row one weight for each input.",
        id: "Satu baris untuk setiap keluaran, dan di setiap baris satu bobot untuk setiap masukan."))
    try sheet.check(
      "values", Phrase(en: "layers of 4 × 6 and 7 × 3 weights", id: "lapisan dengan 4 × 6 dan 7 × 3 bobot"), points: 3,
      expected: [weights(4, 6, seed), weights(7, 3, seed)],
      got: [answer(4, 6, source(seed)), answer(7, 3, source(seed))], tolerance: 1e-5,
      next: Phrase(
        en: "σ = √(2 / inputs): only the inputs count, and every weight takes the next normal number, row by row.",
        id: "σ = √(2 / masukan): hanya masukan yang dihitung, dan setiap bobot memakai bilangan normal berikutnya."))
    try sheet.check(
      "spread", Phrase(en: "the mean square of 100 × 50 weights", id: "rata-rata kuadrat 100 × 50 bobot"), points: 3,
      expected: 0.04, got: meanSquare(answer(100, 50, source(seed))), tolerance: 0.004,
      next: Phrase(
        en: "The variance must be 2 / 50. A spread is the root of it.",
        id: "Variansnya harus 2 / 50. Sebaran ialah akarnya."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("the variance in place of its root", failing: "example") { made($0, $1, $2) { 2 / Float($1) } },
      Mistake("1 in place of 2", failing: "spread") { made($0, $1, $2) { (1 / Float($1)).squareRoot() } },
      Mistake("by the outputs", failing: "values") {
        made($0, $1, $2) { outputs, _ in (2 / Float(outputs)).squareRoot() }
      },
      Mistake("Xavier's", failing: "values") { made($0, $1, $2) { (2 / Float($0 + $1)).squareRoot() } },
      Mistake("rows and columns exchanged", failing: "shape") { outputs, inputs, normal in
        made(inputs, outputs, normal) { _, _ in (2 / Float(inputs)).squareRoot() }
      },
      Mistake("one number for a whole row", failing: "values") { outputs, inputs, normal in
        (0..<outputs).map { _ in [Float](repeating: normal() * (2 / Float(inputs)).squareRoot(), count: inputs) }
      },
    ]
  }

  private static func made(
    _ outputs: Int, _ inputs: Int, _ normal: () -> Float, spread: (Int, Int) -> Float
  ) -> [[Float]] {
    (0..<outputs).map { _ in (0..<inputs).map { _ in normal() * spread(outputs, inputs) } }
  }

  private static func weights(_ outputs: Int, _ inputs: Int, _ seed: UInt64) -> [[Float]] {
    made(outputs, inputs, source(seed)) { (2 / Float($1)).squareRoot() }
  }

  private static func meanSquare(_ rows: [[Float]]) -> Float {
    let values = rows.flatMap { $0 }
    return values.map { $0 * $0 }.reduce(0, +) / Float(max(1, values.count))
  }

  /// Normal numbers, the same ones for a seed.
  private static func source(_ seed: UInt64) -> () -> Float {
    var random = RandomSource(seed: seed)
    return { random.normal() }
  }

  /// Some numbers one after the other, then zeros.
  private static func numbers(_ list: [Float]) -> () -> Float {
    var rest = list[...]
    return { rest.popFirst() ?? 0 }
  }
}
