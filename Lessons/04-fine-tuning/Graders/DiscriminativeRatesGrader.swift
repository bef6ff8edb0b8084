import Autograd
import Grading
import Notebook

/// A step in which each part of a network has a rate of its own.
package enum DiscriminativeRatesGrader: Grader {
  package typealias Answer = (
    _ parts: [[Float]], _ gradients: [[Float]], _ headRate: Float, _ factor: Float
  ) throws -> [[Float]]

  package static let id = "discriminative-rates", lesson = "fine-tuning", points = 8

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let zeros = [3, 5, 8].map { [[Float]](repeating: [0], count: $0) }
    let climbs = zeros.map { $0.map { $0.map { _ in Float(-1) } } }
    let rate = sheet.random.uniform(0.5...1)
    let parts = (0..<6).map { _ in values(&sheet.random) }
    let gradients = parts.map { $0.map { _ in sheet.random.uniform(-1...1) } }
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 1,
      expected: [[0.975, 0.975], [1.95], [2.9]], got: answer([[1, 1], [2], [3]], [[1, 1], [1], [1]], 0.1, 0.5),
      tolerance: 1e-5,
      next: Phrase(
        en: "The rates are 0.025, 0.05 and 0.1, from the picture to the head; each value goes against its gradient.",
        id: "Lajunya 0,025; 0,05; dan 0,1, dari gambar ke kepala; setiap nilai bergerak melawan gradiennya."))
    try sheet.check(
      "rates", Phrase(en: "the rates of networks of 3, 5 and 8 parts", id: "laju bagi 3, 5, dan 8 bagian"), points: 3,
      expected: zip(zeros, climbs).map { step($0, $1, rate, 0.7) },
      got: zip(zeros, climbs).map { try answer($0, $1, rate, 0.7) }, tolerance: 1e-5,
      next: Phrase(
        en: "The last part has the whole rate; going down, multiply by `factor` once for each part.",
        id: "Bagian terakhir memakai laju penuh; ke arah bawah, kalikan dengan `factor` sekali untuk setiap bagian."))
    try sheet.check(
      "step", Phrase(en: "parts of many values", id: "bagian dengan banyak nilai"), points: 2,
      expected: step(parts, gradients, rate, 0.5), got: answer(parts, gradients, rate, 0.5), tolerance: 1e-5,
      next: Phrase(
        en: "Every value of a part has the rate of that part, and a gradient of its own: θ − η · g.",
        id: "Semua nilai satu bagian memakai laju bagian itu, masing-masing dengan gradiennya: θ − η · g."))
    try sheet.check(
      "factors", Phrase(en: "a factor of 1, and of 0", id: "faktor 1, dan faktor 0"), points: 2,
      expected: [1, 0].map { step(parts, gradients, rate, $0) },
      got: [1, 0].map { try answer(parts, gradients, rate, $0) }, tolerance: 1e-5,
      next: Phrase(
        en: "With 1 all parts have one rate, with 0 the head alone learns: the head's own rate has no factor in it.",
        id: "Dengan 1 semua bagian selaju, dengan 0 hanya kepala yang belajar: laju kepala tidak dikalikan faktor."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("the first part at the whole rate", failing: "example") { parts, gradients, rate, factor in
        step(parts, gradients) { rate * power(factor, $0) }
      },
      Mistake("one rate for all", failing: "rates") { parts, gradients, rate, _ in step(parts, gradients, rate, 1) },
      Mistake("the head slowed down, too", failing: "factors") { step($0, $1, $2 * $3, $3) },
      Mistake("uphill", failing: "example") { step($0, $1, -$2, $3) },
      Mistake("divided in place of multiplied", failing: "rates") { step($0, $1, $2, 1 / max($3, 1e-6)) },
      Mistake("falling along a line", failing: "rates") { parts, gradients, rate, factor in
        step(parts, gradients) { rate * (1 - Float(parts.count - 1 - $0) * (1 - factor) / Float(parts.count)) }
      },
      Mistake("half of the rate below the head, whatever the factor", failing: "rates") { parts, gradients, rate, _ in
        step(parts, gradients, rate, 0.5)
      },
    ]
  }

  private static func values(_ random: inout RandomSource) -> [Float] {
    (0..<1 + random.below(5)).map { _ in random.uniform(-1...1) }
  }

  private static func step(_ parts: [[Float]], _ gradients: [[Float]], _ rate: Float, _ factor: Float) -> [[Float]] {
    step(parts, gradients) { rate * power(factor, parts.count - 1 - $0) }
  }

  private static func step(_ parts: [[Float]], _ gradients: [[Float]], rate: (Int) -> Float) -> [[Float]] {
    zip(parts, gradients).enumerated().map { index, part in
      zip(part.0, part.1).map { $0 - rate(index) * $1 }
    }
  }

  private static func power(_ base: Float, _ exponent: Int) -> Float {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
