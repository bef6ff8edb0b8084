import Autograd
import Foundation
import Grading
import Notebook

/// The classes that a network holds for the most probable, with their probabilities.
package enum TopKGrader: Grader {
  package typealias Answer = (_ logits: [Float], _ count: Int) throws -> [(label: Int, probability: Float)]

  package static let id = "top-k", lesson = "pretrained-networks", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let pictures = (0..<4).map { index in
      (logits: logits(8 + index, &sheet.random), count: 2 + index)
    }
    let large = pictures.map { (logits: $0.logits.map { $0 + 200 }, count: $0.count) }
    let offset = sheet.random.uniform()
    let equal: [Float] = [0, 2, 1, 2, 1, 2].map { $0 + offset }
    try sheet.check(
      "labels-example", Phrase(en: "the labels of the text's example", id: "label dalam contoh teks"), points: 1,
      expected: [1, 2], got: answer([1, 3, 2], 2).map(\.label),
      next: Phrase(
        en: "A label is the place of a logit in the list, counted from 0; begin with that of the largest.",
        id: "Label adalah tempat sebuah logit dalam daftar, dihitung dari 0; mulailah dari logit terbesar."))
    try sheet.check(
      "probabilities-example", Phrase(en: "the probabilities of that example", id: "probabilitas dalam contoh itu"),
      points: 2, expected: [0.665241, 0.244728], got: answer([1, 3, 2], 2).map(\.probability), tolerance: 1e-5,
      next: Phrase(
        en: "Divide exp(z) by the sum over all classes, also over those that you do not give back.",
        id: "Bagi exp(z) dengan jumlah atas semua kelas, termasuk yang tidak Anda kembalikan."))
    try sheet.check(
      "labels", Phrase(en: "the labels for four pictures", id: "label untuk empat gambar"), points: 2,
      expected: pictures.map { best($0, $1).map(\.label) }, got: pictures.map { try answer($0, $1).map(\.label) },
      next: Phrase(
        en: "Sort the labels by their logits, the largest first, and take as many as are asked for.",
        id: "Urutkan label menurut logitnya, mulai dari yang terbesar, lalu ambil sebanyak yang diminta."))
    try sheet.check(
      "probabilities", Phrase(en: "the probabilities for four pictures", id: "probabilitas untuk empat gambar"),
      points: 2,
      expected: pictures.map { best($0, $1).map(\.probability) },
      got: pictures.map { try answer($0, $1).map(\.probability) }, tolerance: 1e-5,
      next: Phrase(
        en: "p(c) = exp(z_c) / Σ exp(z_j), with the sum over all classes: the shares given back do not sum to 1.",
        id: "p(c) = exp(z_c) / Σ exp(z_j), dijumlahkan atas semua kelas: bagian yang dikembalikan tidak berjumlah 1."))
    try sheet.check(
      "large", Phrase(en: "logits above 200", id: "logit di atas 200"), points: 1,
      expected: pictures.map { best($0, $1).map(\.probability) },
      got: large.map { try answer($0, $1).map(\.probability) }, tolerance: 1e-4,
      next: Phrase(
        en: "exp(200) is too large for a Float: subtract the largest logit first; no probability changes.",
        id: "exp(200) terlalu besar untuk Float: kurangkan dahulu logit terbesar; probabilitasnya tidak berubah."))
    try sheet.check(
      "equal", Phrase(en: "equal logits", id: "logit yang sama"), points: 1, expected: [1, 3, 5, 2],
      got: answer(equal, 4).map(\.label),
      next: Phrase(
        en: "Of equal logits the one with the smaller label comes first.",
        id: "Dari logit yang sama, label yang lebih kecil didahulukan."))
    try sheet.check(
      "fewer-classes", Phrase(en: "more asked for than there are classes", id: "diminta lebih dari banyaknya kelas"),
      points: 1, expected: [0, 1], got: answer([2, 1], 5).map(\.label),
      next: Phrase(
        en: "Give all classes where there are not as many as asked for; `prefix` does.",
        id: "Berikan semua kelas bila jumlahnya kurang dari yang diminta; `prefix` melakukannya."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("shares among the k only", failing: "probabilities") { logits, count in
        let best = best(logits, count)
        let sum = best.reduce(0) { $0 + $1.probability }
        return best.map { ($0.label, $0.probability / sum) }
      },
      Mistake("logits in place of probabilities", failing: "probabilities-example") { logits, count in
        best(logits, count).map { ($0.label, logits[$0.label]) }
      },
      Mistake("the smallest first", failing: "labels") { logits, count in
        best(logits, logits.count).reversed().prefix(count).map { $0 }
      },
      Mistake("the first k, unsorted", failing: "labels-example") { logits, count in
        best(logits, logits.count).sorted { $0.label < $1.label }.prefix(count).map { $0 }
      },
      Mistake("ranks in place of labels", failing: "labels") { logits, count in
        best(logits, count).enumerated().map { ($0.offset, $0.element.probability) }
      },
      Mistake("exp of logits as they are", failing: "large") { logits, count in
        let sum = logits.map { exp($0) }.reduce(0, +)
        return best(logits, count).map { ($0.label, exp(logits[$0.label]) / sum) }
      },
      Mistake("of equals the last first", failing: "equal") { logits, count in
        let order = logits.indices.sorted { (logits[$0], $0) > (logits[$1], $1) }
        let all = best(logits, logits.count)
        return order.prefix(count).compactMap { label in all.first { $0.label == label } }
      },
    ]
  }

  /// Logits no two of which are near each other, in random order; the first is never the largest.
  private static func logits(_ count: Int, _ random: inout RandomSource) -> [Float] {
    let values = (0..<count).map { Float($0) * 0.5 - 2 + random.uniform(-0.1...0.1) }
    let others = values.dropFirst().shuffled(using: &random)
    return values.prefix(1) + others
  }

  /// The right answer.
  private static func best(_ logits: [Float], _ count: Int) -> [(label: Int, probability: Float)] {
    let largest = logits.max() ?? 0
    let sum = logits.reduce(0) { $0 + exp($1 - largest) }
    let order = logits.indices.sorted { (logits[$0], $1) > (logits[$1], $0) }
    return order.prefix(count).map { (label: $0, probability: exp(logits[$0] - largest) / sum) }
  }
}
