import Autograd
import Grading
import Notebook

/// How common each class is, and how common it is among the samples that look alike.
package enum ClassPriorGrader: Grader {
  package typealias Answer = (
    _ samples: [(brightness: Float, label: Int)], _ classes: Int, _ bins: Int
  ) throws -> (prior: [Float], inBin: [[Float]])

  package static let id = "class-prior", lesson = "domains", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let example: Samples = [(0.1, 0), (0.2, 0), (0.3, 1), (0.9, 1)]
    let cafes = (2..<6).map { classes in (served(40 * classes, of: classes, &sheet.random), classes) }
    let dark = served(60, of: 3, &sheet.random).map { (brightness: $0.brightness * 0.45, label: $0.label) }
    let edges: Samples = [(0, 1), (0.25, 0), (0.5, 1), (0.75, 0), (1, 1)]
    try sheet.check(
      "prior-example", Phrase(en: "P(y) of the example of the text", id: "P(y) untuk contoh dalam teks"), points: 1,
      expected: [0.5, 0.5], got: answer(example, 2, 2).prior, tolerance: 1e-5,
      next: Phrase(
        en: "Count how many samples have each label, and divide by the number of all samples.",
        id: "Hitung banyaknya sampel untuk setiap label, lalu bagi dengan banyaknya semua sampel."))
    try sheet.check(
      "bin-example", Phrase(en: "P(y | bin) of the example of the text", id: "P(y | bin) untuk contoh dalam teks"),
      points: 1, expected: [[2.0 / 3, 1.0 / 3], [0, 1]], got: answer(example, 2, 2).inBin, tolerance: 1e-5,
      next: Phrase(
        en: "Look at the samples of one bin as if there were no others, and do the same with them.",
        id: "Pandang sampel dalam satu bin seakan-akan tidak ada yang lain, lalu lakukan hal yang sama."))
    try sheet.check(
      "prior", Phrase(en: "P(y) in four cafés", id: "P(y) di empat kafe"), points: 2,
      expected: cafes.map { shares($0, of: $1) }, got: cafes.map { try answer($0, $1, 5).prior }, tolerance: 1e-5,
      next: Phrase(
        en: "Give one share for each class, in their order, also for a class that nobody ordered.",
        id: "Berikan satu pangsa untuk setiap kelas sesuai urutannya, juga untuk kelas yang tidak dipesan siapa pun.")
    )
    try sheet.check(
      "bins", Phrase(en: "P(y | bin) in four cafés", id: "P(y | bin) di empat kafe"), points: 3,
      expected: cafes.map { binShares($0, of: $1, bins: 5) }, got: cafes.map { try answer($0, $1, 5).inBin },
      tolerance: 1e-5,
      next: Phrase(
        en: "Divide the counts of a bin by the number of samples in that bin, so that each bin sums to 1.",
        id: "Bagi hitungan dalam sebuah bin dengan banyaknya sampel di bin itu, sehingga setiap bin berjumlah 1."))
    try sheet.check(
      "edges", Phrase(en: "a brightness of 1, and of the edges of bins", id: "kecerahan 1, dan tepat di batas bin"),
      points: 1, expected: binShares(edges, of: 2, bins: 4), got: answer(edges, 2, 4).inBin, tolerance: 1e-5,
      next: Phrase(
        en: "Bin i begins at i / bins; 1 belongs to the last bin, since there is none after it.",
        id: "Bin i mulai di i / bins; nilai 1 masuk bin terakhir, karena tidak ada bin sesudahnya."))
    try sheet.check(
      "empty-bins", Phrase(en: "bins in which nothing lies", id: "bin yang kosong"), points: 2,
      expected: binShares(dark, of: 3, bins: 4), got: answer(dark, 3, 4).inBin, tolerance: 1e-5,
      next: Phrase(
        en: "Of an empty bin nothing is known: give an empty list for it, not 0 / 0.",
        id: "Tentang bin kosong tidak ada yang diketahui: berikan daftar kosong, bukan 0 / 0."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("P(bin, y) in place of P(y | bin)", failing: "bins") { samples, classes, bins in
        let all = Float(samples.count)
        return (
          shares(samples, of: classes),
          binned(samples, bins: bins).map { bin in counts(bin, of: classes).map { $0 / all } }
        )
      },
      Mistake("P(bin | y) in place of P(y | bin)", failing: "bin-example") { samples, classes, bins in
        let whole = counts(samples, of: classes).map { max($0, 1) }
        return (
          shares(samples, of: classes),
          binned(samples, bins: bins).map { bin in bin.isEmpty ? [] : zip(counts(bin, of: classes), whole).map(/) }
        )
      },
      Mistake("every class taken to be as common", failing: "prior") { samples, classes, bins in
        ([Float](repeating: 1 / Float(classes), count: classes), binShares(samples, of: classes, bins: bins))
      },
      Mistake("0 / 0 in an empty bin", failing: "empty-bins") { samples, classes, bins in
        (
          shares(samples, of: classes),
          binned(samples, bins: bins).map { bin in counts(bin, of: classes).map { $0 / Float(bin.count) } }
        )
      },
      Mistake("bins rounded to the nearest edge", failing: "bins") { samples, classes, bins in
        let moved = samples.map { (brightness: ($0.brightness * Float(bins)).rounded() / Float(bins), label: $0.label) }
        return (shares(samples, of: classes), binShares(moved, of: classes, bins: bins))
      },
      Mistake("a brightness of 1 left out", failing: "edges") { samples, classes, bins in
        (shares(samples, of: classes), binShares(samples.filter { $0.brightness < 1 }, of: classes, bins: bins))
      },
    ]
  }

  private typealias Samples = [(brightness: Float, label: Int)]

  /// Drinks of a café: the later a class, the darker it is on average, and the more rarely it is ordered.
  private static func served(_ count: Int, of classes: Int, _ random: inout RandomSource) -> Samples {
    (0..<count).map { _ in
      let label = min(random.below(classes), random.below(classes))
      let centre = 1 - (Float(label) + 0.5) / Float(classes)
      return (min(max(centre + random.uniform(-0.35...0.35), 0), 0.999), label)
    }
  }

  private static func counts(_ samples: Samples, of classes: Int) -> [Float] {
    (0..<classes).map { label in Float(samples.count { $0.label == label }) }
  }

  /// P(y); empty where there are no samples.
  private static func shares(_ samples: Samples, of classes: Int) -> [Float] {
    samples.isEmpty ? [] : counts(samples, of: classes).map { $0 / Float(samples.count) }
  }

  private static func binned(_ samples: Samples, bins: Int) -> [Samples] {
    (0..<bins).map { bin in samples.filter { min(Int($0.brightness * Float(bins)), bins - 1) == bin } }
  }

  private static func binShares(_ samples: Samples, of classes: Int, bins: Int) -> [[Float]] {
    binned(samples, bins: bins).map { shares($0, of: classes) }
  }
}
