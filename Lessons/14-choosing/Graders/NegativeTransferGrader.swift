import Autograd
import Grading
import Notebook

/// Whether a source has helped or harmed, as far as some runs can tell.
package enum NegativeTransferGrader: Grader {
  package typealias Answer = (
    _ with: [Float], _ without: [Float], _ t: Float
  ) throws -> (gap: Float, effect: TransferEffect)

  package static let id = "negative-transfer", lesson = "choosing", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let example: (with: [Float], without: [Float]) = ([0.7, 0.8, 0.75], [0.78, 0.86, 0.85])
    let runs = (0..<6).map { place in pairs(5, gap: [-0.1, -0.02, 0, 0.01, 0.03, 0.12][place], &sheet.random) }
    let wide: (with: [Float], without: [Float]) = ([0.9, 0.4, 0.8, 0.5], [0.5, 0.6, 0.5, 0.6])
    let parallel: (with: [Float], without: [Float]) = ([0.32, 0.62, 0.92], [0.3, 0.59, 0.91])
    func effect(_ runs: (with: [Float], without: [Float]), _ t: Float = 2.776) throws -> String {
      try answer(runs.with, runs.without, t).effect.rawValue
    }
    try sheet.check(
      "gap", Phrase(en: "the gap of the example", id: "selisih dalam contoh"), points: 2,
      expected: -0.08, got: answer(example.with, example.without, 4.303).gap, tolerance: 1e-5,
      next: Phrase(
        en: "The gap is the mean of with − without: below 0 where the source has harmed.",
        id: "Selisihnya ialah rata-rata dengan − tanpa: di bawah 0 bila sumber merugikan."))
    try sheet.check(
      "example", Phrase(en: "the effect in the example", id: "akibat dalam contoh"), points: 2,
      expected: ["harms"], got: [effect(example, 4.303)],
      next: Phrase(
        en: "The interval −0.08 ± 4.303 · 0.0115 lies below 0 as a whole.",
        id: "Selang −0,08 ± 4,303 · 0,0115 seluruhnya di bawah 0."))
    try sheet.check(
      "undecided",
      Phrase(en: "runs that scatter more than they differ", id: "hasil yang lebih tersebar daripada berbeda"),
      points: 2, expected: ["undecided"], got: [effect(wide, 3.182)],
      next: Phrase(
        en: "A mean above 0 is not enough: if 0 lies within the interval, these runs cannot tell.",
        id: "Rata-rata di atas 0 belum cukup: bila 0 berada di dalam selang, hasil ini tidak dapat memutuskan."))
    try sheet.check(
      "pairs", Phrase(en: "seeds that differ more than the ways do", id: "benih yang lebih berbeda daripada caranya"),
      points: 2, expected: ["helps"], got: [effect(parallel, 2.920)],
      next: Phrase(
        en: "Subtract seed by seed first, and take the spread of the differences, not that of the accuracies.",
        id: "Kurangkan dahulu benih demi benih, lalu ambil sebaran selisihnya, bukan sebaran akurasinya."))
    try sheet.check(
      "runs", Phrase(en: "six comparisons of five seeds", id: "enam perbandingan, masing-masing lima benih"), points: 2,
      expected: runs.map { found($0.with, $0.without, 2.776).effect.rawValue }, got: runs.map { try effect($0) },
      next: Phrase(
        en:
          "The standard error is the standard deviation, with n − 1, divided by the root of n; times t on either side.",
        id: "Galat baku ialah simpangan baku, dengan n − 1, dibagi akar n; dikalikan t ke kedua sisi."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("without − with", failing: "gap") { found($1, $0, $2) },
      Mistake("decided by the sign of the mean", failing: "undecided") { found($0, $1, 0 * $2) },
      Mistake("the spread of the accuracies, not of the differences", failing: "pairs") { with, without, t in
        let error = spread(with) + spread(without)
        let gap = mean(zip(with, without).map { $0 - $1 })
        return (gap, effect(gap, t * error / Float(with.count).squareRoot()))
      },
      Mistake("the standard deviation not divided by the root of n", failing: "pairs") { with, without, t in
        found(with, without, t * Float(with.count).squareRoot())
      },
      Mistake("harm is never found", failing: "example") { with, without, t in
        let (gap, effect) = found(with, without, t)
        return (gap, effect == .harms ? .undecided : effect)
      },
    ]
  }

  /// Accuracies of runs in pairs, whose differences scatter around a gap.
  private static func pairs(
    _ count: Int, gap: Float, _ random: inout RandomSource
  ) -> (with: [Float], without: [Float]) {
    let without = (0..<count).map { _ in random.uniform(0.4...0.8) }
    return (without.map { $0 + gap + random.uniform(-0.02...0.02) }, without)
  }

  private static func mean(_ values: [Float]) -> Float { values.reduce(0, +) / Float(values.count) }

  private static func spread(_ values: [Float]) -> Float {
    let mean = mean(values)
    return (values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Float(values.count - 1)).squareRoot()
  }

  private static func effect(_ gap: Float, _ half: Float) -> TransferEffect {
    gap - half > 0 ? .helps : gap + half < 0 ? .harms : .undecided
  }

  private static func found(
    _ with: [Float], _ without: [Float], _ t: Float
  ) -> (gap: Float, effect: TransferEffect) {
    let differences = zip(with, without).map { $0 - $1 }
    let gap = mean(differences)
    return (gap, effect(gap, t * spread(differences) / Float(with.count).squareRoot()))
  }
}
