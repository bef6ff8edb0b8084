import Autograd
import Foundation
import Grading
import Notebook

/// How hard it is to find one's partner among all partners.
package enum InfoNCEGrader: Grader {
  package typealias Answer = (_ first: [[Float]], _ second: [[Float]], _ temperature: Float) throws -> Float

  package static let id = "info-nce", lesson = "beyond", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let axes: [[Float]] = [[1, 0], [0, 1]]
    let same = [[Float]](repeating: [1, 2, 3], count: 6)
    let first = rows(5, &sheet.random), second = rows(5, &sheet.random)
    let longer = zip(first, [0.5, 2, 7, 1, 3] as [Float]).map { row, length in row.map { $0 * length } }
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 2,
      expected: 0.126928, got: answer(axes, axes, 0.5), tolerance: 1e-4,
      next: Phrase(
        en: "Each row has the similarities 2 and 0: the loss is −2 + ln (e² + e⁰).",
        id: "Setiap baris punya kemiripan 2 dan 0: kerugiannya −2 + ln (e² + e⁰)."))
    try sheet.check(
      "alike", Phrase(en: "six pairs that are all alike", id: "enam pasangan yang semuanya sama"), points: 2,
      expected: log(6), got: answer(same, same, 0.1), tolerance: 1e-4,
      next: Phrase(
        en: "Where nothing can be told apart it is the logarithm of the number of candidates, the partner among them.",
        id: "Bila tidak ada yang dapat dibedakan, nilainya logaritma banyaknya calon, termasuk pasangannya sendiri."))
    try sheet.check(
      "length", Phrase(en: "rows of other lengths", id: "baris dengan panjang lain"), points: 2,
      expected: loss(first, second, 0.5), got: answer(longer, second, 0.5), tolerance: 1e-4,
      next: Phrase(
        en: "A cosine does not know lengths: divide the inner product by both.",
        id: "Kosinus tidak mengenal panjang: bagi hasil kali dalamnya dengan kedua panjang."))
    try sheet.check(
      "temperature", Phrase(en: "three temperatures", id: "tiga suhu"), points: 2,
      expected: [1, 0.2, 0.05].map { loss(first, second, $0) },
      got: [1, 0.2, 0.05].map { try answer(first, second, $0) }, tolerance: 1e-3,
      next: Phrase(
        en: "Divide the cosines by τ, and subtract the largest before exp.",
        id: "Bagi kosinusnya dengan τ, dan kurangkan yang terbesar sebelum exp."))
    try sheet.check(
      "both", Phrase(en: "both directions", id: "kedua arah"), points: 2,
      expected: [loss(first, second, 0.3), loss(second, first, 0.3)],
      got: [answer(first, second, 0.3), answer(second, first, 0.3)], tolerance: 1e-4,
      next: Phrase(
        en: "Half from the first to the second, half from the second to the first: exchanging them changes nothing.",
        id: "Separuh dari yang pertama ke yang kedua, separuh sebaliknya: menukarnya tidak mengubah apa pun."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("inner products in place of cosines", failing: "length") { first, second, temperature in
        (oneWay(first, second, temperature, product) + oneWay(second, first, temperature, product)) / 2
      },
      Mistake("one direction", failing: "both") { oneWay($0, $1, $2, cosine) },
      Mistake("times τ", failing: "example") { loss($0, $1, 1 / $2) },
      Mistake("the partner not among the candidates", failing: "alike") { first, second, temperature in
        let ways = [(first, second), (second, first)].map { from, to in
          from.indices.map { place -> Double in
            let own = Double(cosine(from[place], to[place]) / temperature)
            let others = to.indices.filter { $0 != place }
              .map { exp(Double(cosine(from[place], to[$0]) / temperature)) }
            return log(others.reduce(0, +)) - own
          }.reduce(0, +) / Double(from.count)
        }
        return Float(ways.reduce(0, +) / 2)
      },
      Mistake("both directions added", failing: "example") { 2 * loss($0, $1, $2) },
      Mistake("a sum over the pairs", failing: "alike") { loss($0, $1, $2) * Float($0.count) },
    ]
  }

  private static func rows(_ count: Int, _ random: inout RandomSource) -> [[Float]] {
    (0..<count).map { _ in (0..<4).map { _ in random.uniform(-1...1) } }
  }

  private static func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).map(*).reduce(0, +) }

  private static func cosine(_ a: [Float], _ b: [Float]) -> Float {
    product(a, b) / (product(a, a) * product(b, b)).squareRoot()
  }

  private static func oneWay(
    _ first: [[Float]], _ second: [[Float]], _ temperature: Float, _ similarity: ([Float], [Float]) -> Float
  ) -> Float {
    let losses = first.indices.map { place -> Double in
      let row = second.map { Double(similarity(first[place], $0) / temperature) }
      let largest = row.max() ?? 0
      return log(row.map { exp($0 - largest) }.reduce(0, +)) + largest - row[place]
    }
    return Float(losses.reduce(0, +) / Double(losses.count))
  }

  private static func loss(_ first: [[Float]], _ second: [[Float]], _ temperature: Float) -> Float {
    (oneWay(first, second, temperature, cosine) + oneWay(second, first, temperature, cosine)) / 2
  }
}
