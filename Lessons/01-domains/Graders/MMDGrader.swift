import Autograd
import Foundation
import Grading
import Notebook

/// How far apart two samples are, by the maximum mean discrepancy with one Gaussian kernel.
package enum MMDGrader: Grader {
  package typealias Answer = (_ source: [[Float]], _ target: [[Float]], _ bandwidth: Float) throws -> Float

  package static let id = "mmd", lesson = "domains", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let (near, far) = (sample(8, around: 0, &sheet.random), sample(8, around: 1, &sheet.random))
    let sizes = [(3, 5), (7, 2), (4, 9)].map { source, target in
      (sample(source, around: 0, &sheet.random), sample(target, around: 0.7, &sheet.random))
    }
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 2,
      expected: 2 - 2 * exp(-1), got: answer([[0]], [[1]], 1), tolerance: 1e-5,
      next: Phrase(
        en: "Work the example out by hand: k(0, 0), k(1, 1), and k(0, 1), which is subtracted twice.",
        id: "Hitung contoh itu dengan tangan: k(0, 0), k(1, 1), dan k(0, 1) yang dikurangkan dua kali."))
    try sheet.check(
      "zero", Phrase(en: "a sample and itself", id: "sebuah sampel dan dirinya sendiri"), points: 2,
      expected: 0, got: answer(near, near, 2), tolerance: 1e-5,
      next: Phrase(
        en: "The means run over all pairs, also those of a picture with itself, for which k(a, a) = 1.",
        id: "Rata-rata diambil atas semua pasangan, termasuk gambar dengan dirinya sendiri: k(a, a) = 1."))
    try sheet.check(
      "bandwidth", Phrase(en: "two samples, four bandwidths", id: "dua sampel, empat lebar pita"), points: 3,
      expected: bandwidths.map { discrepancy(near, far, $0) }, got: bandwidths.map { try answer(near, far, $0) },
      tolerance: 1e-5,
      next: Phrase(
        en: "The kernel is exp(−‖a − b‖² / bandwidth): the distance squared, the bandwidth as it is.",
        id: "Kernelnya exp(−‖a − b‖² / bandwidth): jarak dikuadratkan, lebar pita apa adanya."))
    try sheet.check(
      "sizes", Phrase(en: "samples of different sizes", id: "sampel yang ukurannya berbeda"), points: 3,
      expected: sizes.map { discrepancy($0, $1, 3) }, got: sizes.map { try answer($0, $1, 3) }, tolerance: 1e-5,
      next: Phrase(
        en: "Each mean has its own number of pairs: n · n, m · m, and n · m.",
        id: "Setiap rata-rata punya banyak pasangan sendiri: n · n, m · m, dan n · m."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("k(s, t) subtracted once", failing: "example") { source, target, bandwidth in
        mean(source, source, bandwidth) + mean(target, target, bandwidth) - mean(source, target, bandwidth)
      },
      Mistake("the root of it", failing: "bandwidth") { source, target, bandwidth in
        max(0, discrepancy(source, target, bandwidth)).squareRoot()
      },
      Mistake("the distance not squared", failing: "bandwidth") { source, target, bandwidth in
        discrepancy(source, target, bandwidth) { $0.squareRoot() }
      },
      Mistake("the bandwidth taken for a standard deviation", failing: "example") { source, target, bandwidth in
        discrepancy(source, target, 2 * bandwidth * bandwidth)
      },
      Mistake("sums in place of means", failing: "bandwidth") { source, target, bandwidth in
        let (n, m) = (Float(source.count), Float(target.count))
        return mean(source, source, bandwidth) * n * n + mean(target, target, bandwidth) * m * m
          - 2 * mean(source, target, bandwidth) * n * m
      },
      Mistake("pairs of a picture with itself left out", failing: "zero") { source, target, bandwidth in
        func others(_ rows: [[Float]]) -> Float {
          let count = Float(rows.count)
          return count > 1 ? (mean(rows, rows, bandwidth) * count - 1) / (count - 1) : 1
        }
        return others(source) + others(target) - 2 * mean(source, target, bandwidth)
      },
      Mistake("all means over n · n pairs", failing: "sizes") { source, target, bandwidth in
        let share = Float(target.count) / Float(source.count)
        return mean(source, source, bandwidth) + mean(target, target, bandwidth) * share * share
          - 2 * mean(source, target, bandwidth) * share
      },
    ]
  }

  private static let bandwidths: [Float] = [0.5, 1.5, 4, 10]

  /// Points in three dimensions, spread by 1 around a centre.
  private static func sample(_ count: Int, around centre: Float, _ random: inout RandomSource) -> [[Float]] {
    (0..<count).map { _ in (0..<3).map { _ in random.uniform(centre - 1...centre + 1) } }
  }

  private static func discrepancy(
    _ source: [[Float]], _ target: [[Float]], _ bandwidth: Float, distance: (Float) -> Float = { $0 }
  ) -> Float {
    mean(source, source, bandwidth, distance) + mean(target, target, bandwidth, distance)
      - 2 * mean(source, target, bandwidth, distance)
  }

  /// The mean of exp(−d(‖a − b‖²) / bandwidth) over all pairs.
  private static func mean(
    _ one: [[Float]], _ other: [[Float]], _ bandwidth: Float, _ distance: (Float) -> Float = { $0 }
  ) -> Float {
    let kernels = one.flatMap { a in
      other.map { b in exp(-distance(zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }) / bandwidth) }
    }
    return kernels.reduce(0, +) / Float(kernels.count)
  }
}
