import Autograd
import Grading
import Notebook
import TransferLearning

/// How far two sets of features are apart by their covariances.
package enum CORALGrader: Grader {
  package typealias Answer = (_ source: [[Float]], _ target: [[Float]]) throws -> Float

  package static let id = "coral", lesson = "domain-adaptation", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let (one, other) = (sample(8, of: 3, &sheet.random), sample(8, of: 3, &sheet.random))
    let moved = one.map { $0.map { $0 + 4 } }
    let widths = [2, 3, 5].map { width in
      (sample(9, of: width, &sheet.random), sample(9, of: width, &sheet.random, stretched: 2))
    }
    let sizes = [(3, 6), (7, 4)].map { n, m in (sample(n, of: 3, &sheet.random), sample(m, of: 3, &sheet.random)) }
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 2,
      expected: 9, got: answer([[0], [2]], [[0], [4]]), tolerance: 1e-5,
      next: Phrase(
        en: "Work the example out by hand: the variances first, with n − 1, then the square of their difference, by 4.",
        id: "Hitung contoh itu dengan tangan: dahulu variansnya, dengan n − 1, lalu kuadrat selisihnya, dibagi 4."))
    try sheet.check(
      "shift", Phrase(en: "a set and the same set moved", id: "sebuah himpunan dan himpunan yang sama, digeser"),
      points: 2, expected: 0, got: answer(one, moved), tolerance: 1e-4,
      next: Phrase(
        en: "Subtract each column's mean first: a covariance does not see where a set lies.",
        id: "Kurangkan dahulu rata-rata setiap kolom: kovarians tidak melihat letak sebuah himpunan."))
    try sheet.check(
      "value", Phrase(en: "two sets of three features", id: "dua himpunan dengan tiga fitur"), points: 2,
      expected: distance(one, other), got: answer(one, other), tolerance: 1e-5,
      next: Phrase(
        en: "All d² entries of both covariances count, those beside the diagonal as well, each difference squared.",
        id: "Semua d² entri kedua kovarians ikut dihitung, juga di luar diagonal, setiap selisihnya dikuadratkan."))
    try sheet.check(
      "widths", Phrase(en: "two, three and five features", id: "dua, tiga, dan lima fitur"), points: 2,
      expected: widths.map { distance($0, $1) }, got: widths.map { try answer($0, $1) }, tolerance: 1e-4,
      next: Phrase(en: "Divide by 4 d², with d the number of features.", id: "Bagi dengan 4 d², d banyaknya fitur."))
    try sheet.check(
      "sizes", Phrase(en: "sets of different sizes", id: "himpunan yang ukurannya berbeda"), points: 2,
      expected: sizes.map { distance($0, $1) }, got: sizes.map { try answer($0, $1) }, tolerance: 1e-5,
      next: Phrase(
        en: "Each covariance has its own number of samples: n − 1 for the source, m − 1 for the target.",
        id: "Setiap kovarians punya banyak sampel sendiri: n − 1 untuk sumber, m − 1 untuk target."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("divided by n in place of n − 1", failing: "example") { source, target in
        distance(source, target, divisor: { Float($0) })
      },
      Mistake("the means not subtracted", failing: "shift") { source, target in
        distance(source, target, isCentred: false)
      },
      Mistake("only the variances", failing: "value") { source, target in
        distance(source, target, isCounted: { $0 == $1 })
      },
      Mistake("the root of it", failing: "value") { distance($0, $1).squareRoot() },
      Mistake("4 d in place of 4 d²", failing: "widths") { distance($0, $1) * Float($0[0].count) },
      Mistake("the 4 forgotten", failing: "example") { distance($0, $1) * 4 },
      Mistake("one number of samples for both", failing: "sizes") { source, target in
        distance(source, target, divisor: { _ in Float(source.count - 1) })
      },
    ]
  }

  /// Vectors around 0, the first feature stretched.
  private static func sample(
    _ count: Int, of width: Int, _ random: inout RandomSource, stretched: Float = 1
  ) -> [[Float]] {
    (0..<count).map { _ in (0..<width).map { random.uniform(-1...1) * ($0 == 0 ? stretched : 1) } }
  }

  private static func distance(
    _ source: [[Float]], _ target: [[Float]], isCentred: Bool = true,
    isCounted: (Int, Int) -> Bool = { _, _ in true }, divisor: (Int) -> Float = { Float($0 - 1) }
  ) -> Float {
    let width = source[0].count
    func covariance(_ rows: [[Float]], _ i: Int, _ j: Int) -> Float {
      func mean(_ column: Int) -> Float {
        isCentred ? rows.map { $0[column] }.reduce(0, +) / Float(rows.count) : 0
      }
      let (left, right) = (mean(i), mean(j))
      return rows.map { ($0[i] - left) * ($0[j] - right) }.reduce(0, +) / divisor(rows.count)
    }
    let squares = (0..<width).flatMap { i in
      (0..<width).filter { isCounted(i, $0) }.map { j in
        let difference = covariance(source, i, j) - covariance(target, i, j)
        return difference * difference
      }
    }
    return squares.reduce(0, +) / Float(4 * width * width)
  }
}
