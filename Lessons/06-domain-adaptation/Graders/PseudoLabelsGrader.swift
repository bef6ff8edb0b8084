import Autograd
import Grading
import Notebook

/// Which of its own answers a network may learn from.
package enum PseudoLabelsGrader: Grader {
  package typealias Answer = (
    _ probabilities: [[Float]], _ threshold: Float, _ limit: Int
  ) throws -> [(place: Int, label: Int)]

  package static let id = "pseudo-labels", lesson = "domain-adaptation", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    func ask(_ rows: [[Float]], _ threshold: Float, _ limit: Int) throws -> [[Int]] {
      try answer(rows, threshold, limit).map { [$0.place, $0.label] }
    }
    let example: [[Float]] = [[0.9, 0.1], [0.6, 0.4], [0.2, 0.8], [0.95, 0.05]]
    let some = answers(12, of: 3, &sheet.random)
    let many = (0..<4).map { _ in answers(30, of: 4, &sheet.random) }
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 2,
      expected: [[2, 1], [3, 0]], got: ask(example, 0.7, 1),
      next: Phrase(
        en: "Picture 1 is not sure enough; of 0 and 3, both of class 0, the surer one stays.",
        id: "Gambar 1 kurang yakin; dari 0 dan 3, keduanya kelas 0, yang lebih yakin tinggal."))
    try sheet.check(
      "threshold", Phrase(en: "a threshold, and no limit that matters", id: "sebuah ambang, tanpa batas yang berarti"),
      points: 2, expected: chosen(some, 0.75, 99), got: ask(some, 0.75, 99),
      next: Phrase(
        en: "Take each row's largest probability, and its class if it reaches the threshold.",
        id: "Ambil probabilitas terbesar setiap baris, dan kelasnya bila mencapai ambang."))
    try sheet.check(
      "edge", Phrase(en: "an answer exactly as sure as the threshold", id: "jawaban yang tepat seyakin ambangnya"),
      points: 1, expected: [[0, 0], [1, 1]], got: ask([[0.75, 0.25], [0.25, 0.75]], 0.75, 5),
      next: Phrase(en: "At least the threshold: equal is enough.", id: "Paling sedikit ambang: sama sudah cukup."))
    try sheet.check(
      "limit", Phrase(en: "at most three of a class", id: "paling banyak tiga per kelas"), points: 3,
      expected: many.map { chosen($0, 0.4, 3) }, got: many.map { try ask($0, 0.4, 3) },
      next: Phrase(
        en: "Within each class the surest stay, not the first; the result is in the order of the pictures.",
        id: "Dalam setiap kelas yang paling yakin tinggal, bukan yang pertama; hasilnya menurut urutan gambar."))
    try sheet.check(
      "none", Phrase(en: "nothing that is sure enough", id: "tidak ada yang cukup yakin"), points: 2,
      expected: [], got: ask(some, 1.01, 3),
      next: Phrase(
        en: "Where nothing reaches the threshold the list is empty: do not fill it up.",
        id: "Bila tidak ada yang mencapai ambang, daftarnya kosong: jangan diisi dengan yang lain."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("every answer taken", failing: "threshold") { pairs(chosen($0, 0, $2)) },
      Mistake("more than the threshold", failing: "edge") { pairs(chosen($0, $1 + 1e-4, $2)) },
      Mistake("no limit", failing: "limit") { rows, threshold, _ in pairs(chosen(rows, threshold, 99)) },
      Mistake("the first of each class, not the surest", failing: "limit") { rows, threshold, limit in
        pairs(chosen(rows, threshold, limit) { _ in 0 })
      },
      Mistake("the least sure of each class", failing: "example") { rows, threshold, limit in
        pairs(chosen(rows, threshold, limit) { -$0 })
      },
      Mistake("class by class", failing: "limit") { rows, threshold, limit in
        pairs(chosen(rows, threshold, limit)).sorted { ($0.label, $0.place) < ($1.label, $1.place) }
      },
      Mistake("one limit for all classes together", failing: "limit") { rows, threshold, limit in
        pairs(Array(chosen(rows, threshold, 99).prefix(limit)))
      },
    ]
  }

  private static func pairs(_ rows: [[Int]]) -> [(place: Int, label: Int)] { rows.map { ($0[0], $0[1]) } }

  /// Answers that sum to one, some surer than others.
  private static func answers(_ count: Int, of classes: Int, _ random: inout RandomSource) -> [[Float]] {
    (0..<count).map { _ in
      let label = random.below(classes)
      let largest = random.uniform(0.5...0.99)
      return (0..<classes).map { $0 == label ? largest : (1 - largest) / Float(classes - 1) }
    }
  }

  private static func chosen(
    _ rows: [[Float]], _ threshold: Float, _ limit: Int, rank: (Float) -> Float = { $0 }
  ) -> [[Int]] {
    let sure = rows.indices.filter { (rows[$0].max() ?? 0) >= threshold }
    func label(_ place: Int) -> Int { rows[place].firstIndex(of: rows[place].max() ?? 0) ?? 0 }
    let kept = Set(sure.map(label)).flatMap { wanted in
      sure.filter { label($0) == wanted }
        .sorted { (-rank(rows[$0].max() ?? 0), $0) < (-rank(rows[$1].max() ?? 0), $1) }.prefix(limit)
    }
    return kept.sorted().map { [$0, label($0)] }
  }
}
