import Autograd
import Foundation
import Grading
import Notebook
import TransferLearning

/// How well a source's answers alone tell a target's labels.
package enum LEEPGrader: Grader {
  package typealias Answer = (_ probabilities: [[Float]], _ labels: [Int]) throws -> Float

  package static let id = "leep", lesson = "choosing", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let example: (rows: [[Float]], labels: [Int]) = ([[0.8, 0.2], [0.8, 0.2], [0.1, 0.9]], [0, 1, 1])
    let even = answers(12, of: 4, &sheet.random)
    let uneven = answers(14, of: 3, &sheet.random, labels: { $0 % 7 == 0 ? 0 : 1 })
    let many = (0..<3).map { answers(20, of: 5 + $0, &sheet.random) }
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 2,
      expected: score(example.rows, example.labels), got: answer(example.rows, example.labels), tolerance: 1e-5,
      next: Phrase(
        en: "Work the example out by hand: P(y, z) first, then each column divided by its sum, then the logarithms.",
        id: "Hitung contoh itu dengan tangan: dahulu P(y, z), lalu tiap kolom dibagi jumlahnya, lalu logaritmanya."))
    try sheet.check(
      "sure", Phrase(en: "a source that names each class by one of its own", id: "sumber yang menandai tiap kelas"),
      points: 2, expected: 0, got: answer([[0, 1, 0], [1, 0, 0], [0, 1, 0]], [0, 1, 0]), tolerance: 1e-5,
      next: Phrase(
        en: "Source class 2 is never given: its P(y | z) must not be 0 / 0. Leave it out.",
        id: "Kelas sumber 2 tidak pernah muncul: P(y | z)-nya jangan menjadi 0 / 0. Lewati saja."))
    try sheet.check(
      "value", Phrase(en: "twelve answers with four source classes", id: "dua belas jawaban, empat kelas sumber"),
      points: 2, expected: score(even.rows, even.labels), got: answer(even.rows, even.labels), tolerance: 1e-4,
      next: Phrase(
        en:
          "The logarithm is taken of the sum over z, once for each picture, and the mean over the pictures comes last.",
        id: "Logaritma diambil dari jumlah atas z, sekali untuk setiap gambar; rata-rata atas gambar dihitung terakhir."
      ))
    try sheet.check(
      "shares", Phrase(en: "one class that is rarer than the other", id: "satu kelas yang lebih jarang"), points: 2,
      expected: score(uneven.rows, uneven.labels), got: answer(uneven.rows, uneven.labels), tolerance: 1e-4,
      next: Phrase(
        en: "P(y | z) divides by the sum over the target's classes y of one source class z, a column; not by a row.",
        id: "P(y | z) dibagi jumlah atas kelas target y untuk satu kelas sumber z, yaitu kolom, bukan baris."))
    try sheet.check(
      "many", Phrase(en: "three more tables", id: "tiga tabel lagi"), points: 2,
      expected: many.map { score($0.rows, $0.labels) }, got: many.map { try answer($0.rows, $0.labels) },
      tolerance: 1e-4,
      next: Phrase(
        en: "Use each picture's whole row of probabilities, not its likeliest source class alone.",
        id: "Pakai seluruh baris probabilitas setiap gambar, bukan hanya kelas sumber yang paling mungkin."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("P(z | y) in place of P(y | z)", failing: "shares") { score($0, $1, byRow: true) },
      Mistake("the sum in place of the mean", failing: "value") { score($0, $1) * Float($1.count) },
      Mistake("the sign turned round", failing: "value") { -score($0, $1) },
      Mistake("only the likeliest source class", failing: "many") { rows, labels in
        score(rows.map { row in row.map { $0 == row.max() ? 1 : 0 } }, labels)
      },
      Mistake("logarithms added up over z", failing: "example") { score($0, $1, logarithmInside: true) },
      Mistake("a logarithm to the base 2", failing: "value") { score($0, $1) / log(2) },
      Mistake("0 / 0 where a source class is never given", failing: "sure") { rows, labels in
        rows[0].indices.contains { z in rows.allSatisfy { $0[z] == 0 } } ? .nan : score(rows, labels)
      },
    ]
  }

  /// Rows of probabilities that lean towards the label, and the labels.
  private static func answers(
    _ count: Int, of sources: Int, _ random: inout RandomSource, labels: (Int) -> Int = { $0 % 3 }
  ) -> (rows: [[Float]], labels: [Int]) {
    let labels = (0..<count).map(labels)
    let rows = labels.map { label in
      let weights = (0..<sources).map { random.uniform(0.1...1) + ($0 == label ? 1.5 : 0) }
      return weights.map { $0 / weights.reduce(0, +) }
    }
    return (rows, labels)
  }

  private static func score(
    _ rows: [[Float]], _ labels: [Int], byRow: Bool = false, logarithmInside: Bool = false
  ) -> Float {
    let (targets, sources) = ((labels.max() ?? 0) + 1, rows[0].count)
    var joint = [[Float]](repeating: [Float](repeating: 0, count: sources), count: targets)
    for (row, label) in zip(rows, labels) { for z in row.indices { joint[label][z] += row[z] / Float(rows.count) } }
    func divisor(_ y: Int, _ z: Int) -> Float {
      byRow ? joint[y].reduce(0, +) : joint.map { $0[z] }.reduce(0, +)
    }
    let logarithms = zip(rows, labels).map { row, y -> Float in
      let terms = row.indices.filter { divisor(y, $0) > 0 }.map { joint[y][$0] / divisor(y, $0) * row[$0] }
      return logarithmInside ? terms.map { log(max($0, 1e-30)) }.reduce(0, +) : log(max(terms.reduce(0, +), 1e-30))
    }
    return logarithms.reduce(0, +) / Float(rows.count)
  }
}
