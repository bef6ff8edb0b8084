import Autograd
import Foundation
import Grading
import Notebook

/// What a student loses against its teacher's softened answers.
package enum DistillationLossGrader: Grader {
  package typealias Answer = (_ student: [[Float]], _ teacher: [[Float]], _ temperature: Float) throws -> Float

  package static let id = "distillation-loss", lesson = "beyond", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let one: ([[Float]], [[Float]]) = ([[0, 0]], [[2, 0]])
    let student = logits(5, 4, &sheet.random), teacher = logits(5, 4, &sheet.random)
    let single = Array(student.prefix(1)), asked = Array(teacher.prefix(1))
    let shifted = student.map { row in row.map { $0 + 90 } }
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 2,
      expected: loss(one.0, one.1, 1), got: answer(one.0, one.1, 1), tolerance: 1e-4,
      next: Phrase(
        en: "Compute it by hand: softmax of both, then Σ p ln (p / q) with p the teacher's.",
        id: "Hitung dengan tangan: softmax keduanya, lalu Σ p ln (p / q) dengan p milik guru."))
    try sheet.check(
      "same", Phrase(en: "a student that says what its teacher says", id: "murid yang menjawab seperti gurunya"),
      points: 1, expected: [0, 0], got: [answer(teacher, teacher, 1), answer(teacher, teacher, 3)], tolerance: 1e-4,
      next: Phrase(en: "Where p and q are alike nothing is lost.", id: "Bila p dan q sama, tidak ada kerugian."))
    try sheet.check(
      "order", Phrase(en: "one picture, temperature 1", id: "satu gambar, suhu 1"), points: 2,
      expected: loss(single, asked, 1), got: answer(single, asked, 1), tolerance: 1e-4,
      next: Phrase(
        en: "The teacher's probabilities weigh the logarithms: Σ p (ln p − ln q), not Σ q (ln q − ln p).",
        id: "Probabilitas guru menjadi bobot logaritmanya: Σ p (ln p − ln q), bukan Σ q (ln q − ln p)."))
    try sheet.check(
      "temperature", Phrase(en: "one picture at three temperatures", id: "satu gambar pada tiga suhu"), points: 3,
      expected: [2, 4, 8].map { loss(single, asked, $0) }, got: [2, 4, 8].map { try answer(single, asked, $0) },
      tolerance: 1e-4,
      next: Phrase(
        en: "Divide both logits by T before the softmax, and multiply the divergence by T².",
        id: "Bagi kedua logit dengan T sebelum softmax, dan kalikan divergensinya dengan T²."))
    try sheet.check(
      "mean", Phrase(en: "five pictures with large logits", id: "lima gambar dengan logit besar"), points: 2,
      expected: loss(student, teacher, 2), got: answer(shifted, teacher, 2), tolerance: 1e-3,
      next: Phrase(
        en:
          "It is a mean over the pictures; and subtract a row's largest logit before exp, which changes no probability.",
        id: "Ini rata-rata atas gambar; kurangkan dulu logit terbesar sebelum exp: probabilitasnya tidak berubah."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("T² left out", failing: "temperature") { loss($0, $1, $2) / ($2 * $2) },
      Mistake("only the teacher softened", failing: "temperature") { student, teacher, temperature in
        loss(student.map { row in row.map { $0 * temperature } }, teacher, temperature)
      },
      Mistake("both exchanged", failing: "order") { loss($1, $0, $2) },
      Mistake("a cross entropy, with the teacher's own entropy in it", failing: "same") {
        student, teacher, temperature in
        let flat = student.map { row in row.map { _ in Float(0) } }
        return loss(student, teacher, temperature) + temperature * temperature * log(Float(teacher[0].count))
          - loss(flat, teacher, temperature)
      },
      Mistake("a sum over the pictures", failing: "mean") { loss($0, $1, $2) * Float($0.count) },
      Mistake("logits times T", failing: "temperature") { student, teacher, temperature in
        loss(student, teacher, 1 / temperature) * temperature * temperature * temperature * temperature
      },
    ]
  }

  private static func logits(_ rows: Int, _ columns: Int, _ random: inout RandomSource) -> [[Float]] {
    (0..<rows).map { _ in (0..<columns).map { _ in random.uniform(-3...3) } }
  }

  private static func logProbabilities(_ row: [Float], _ temperature: Float) -> [Double] {
    let scaled = row.map { Double($0 / temperature) }
    let largest = scaled.max() ?? 0
    let total = log(scaled.map { exp($0 - largest) }.reduce(0, +)) + largest
    return scaled.map { $0 - total }
  }

  private static func loss(_ student: [[Float]], _ teacher: [[Float]], _ temperature: Float) -> Float {
    let rows = zip(student, teacher).map { student, teacher in
      let (q, p) = (logProbabilities(student, temperature), logProbabilities(teacher, temperature))
      return zip(p, q).map { exp($0) * ($0 - $1) }.reduce(0, +)
    }
    return Float(rows.reduce(0, +) / Double(rows.count)) * temperature * temperature
  }
}
