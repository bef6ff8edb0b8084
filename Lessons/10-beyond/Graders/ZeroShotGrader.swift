import Autograd
import Foundation
import Grading
import Notebook

/// How likely each class is, where a class is known by sentences about it alone.
package enum ZeroShotGrader: Grader {
  package typealias Answer = (
    _ picture: [Float], _ prompts: [[[Float]]], _ temperature: Float
  ) throws -> [Float]

  package static let id = "zero-shot", lesson = "beyond", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let picture = vector(&sheet.random)
    let single = (0..<4).map { _ in [vector(&sheet.random)] } + [[picture]]
    let several = (0..<3).map { count in (0...count + 1).map { _ in unit(vector(&sheet.random)) } }
    let longer = several.map { prompts in
      prompts.enumerated().map { place, row in row.map { $0 * Float(1 + 3 * place) } }
    }
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 2,
      expected: [0.880797, 0.119203], got: answer([2, 0], [[[1, 0]], [[0, 3]]], 0.5), tolerance: 1e-4,
      next: Phrase(
        en: "The cosines are 1 and 0; divided by 0.5 they are 2 and 0, and softmax makes 0.88 and 0.12 of them.",
        id: "Kosinusnya 1 dan 0; dibagi 0,5 menjadi 2 dan 0, dan softmax menjadikannya 0,88 dan 0,12."))
    try sheet.check(
      "picture", Phrase(en: "a picture's vector of another length", id: "vektor gambar dengan panjang lain"), points: 2,
      expected: answers(picture, single, 0.2), got: answer(picture.map { $0 * 5 }, single, 0.2), tolerance: 1e-4,
      next: Phrase(
        en: "Bring the picture's vector to length one before you multiply.",
        id: "Jadikan panjang vektor gambar satu sebelum mengalikannya."))
    try sheet.check(
      "temperature", Phrase(en: "three temperatures", id: "tiga suhu"), points: 2,
      expected: [1, 0.1, 0.01].map { answers(picture, single, $0) },
      got: [1, 0.1, 0.01].map { try answer(picture, single, $0) }, tolerance: 1e-3,
      next: Phrase(
        en: "Divide the cosines by τ, and subtract the largest before exp.",
        id: "Bagi kosinusnya dengan τ, dan kurangkan yang terbesar sebelum exp."))
    try sheet.check(
      "prompts", Phrase(en: "several sentences for a class", id: "beberapa kalimat untuk satu kelas"), points: 2,
      expected: answers(picture, several, 0.4), got: answer(picture, several, 0.4), tolerance: 1e-4,
      next: Phrase(
        en: "Average the sentences' vectors, and bring the mean to length one again: it is shorter.",
        id: "Rata-ratakan vektor kalimatnya, lalu jadikan panjang rata-rata itu satu lagi: ia lebih pendek."))
    try sheet.check(
      "weights", Phrase(en: "sentences of different lengths", id: "kalimat dengan panjang berbeda"), points: 2,
      expected: answers(picture, several, 0.4), got: answer(picture, longer, 0.4), tolerance: 1e-4,
      next: Phrase(
        en: "Each sentence counts alike: bring every vector to length one before averaging.",
        id: "Setiap kalimat berbobot sama: jadikan panjang setiap vektor satu sebelum merata-ratakan."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("the picture's length kept", failing: "picture") { picture, prompts, temperature in
        softmax(prompts.map { product(picture, direction(of: $0)) / temperature })
      },
      Mistake("times τ", failing: "example") { answers($0, $1, 1 / $2) },
      Mistake("the mean of the cosines", failing: "prompts") { picture, prompts, temperature in
        softmax(prompts.map { product(unit(picture), mean($0.map(unit))) / temperature })
      },
      Mistake("the first sentence alone", failing: "prompts") { picture, prompts, temperature in
        answers(picture, prompts.map { [$0[0]] }, temperature)
      },
      Mistake("sentences as long as they are", failing: "weights") { picture, prompts, temperature in
        softmax(prompts.map { product(unit(picture), unit(mean($0))) / temperature })
      },
      Mistake("exp of what is too large", failing: "temperature") { picture, prompts, temperature in
        let powers = prompts.map { exp(product(unit(picture), direction(of: $0)) / temperature) }
        return powers.map { $0 / powers.reduce(0, +) }
      },
      Mistake("a sure answer", failing: "example") { picture, prompts, temperature in
        let all = answers(picture, prompts, temperature)
        return all.map { $0 == all.max() ? 1 : 0 }
      },
    ]
  }

  private static func vector(_ random: inout RandomSource) -> [Float] { (0..<5).map { _ in random.uniform(-1...1) } }

  private static func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).map(*).reduce(0, +) }

  private static func unit(_ row: [Float]) -> [Float] { row.map { $0 / product(row, row).squareRoot() } }

  private static func mean(_ rows: [[Float]]) -> [Float] {
    rows[0].indices.map { place in rows.map { $0[place] }.reduce(0, +) / Float(rows.count) }
  }

  private static func direction(of prompts: [[Float]]) -> [Float] { unit(mean(prompts.map(unit))) }

  private static func softmax(_ scores: [Float]) -> [Float] {
    let largest = scores.max() ?? 0
    let powers = scores.map { exp($0 - largest) }
    return powers.map { $0 / powers.reduce(0, +) }
  }

  private static func answers(_ picture: [Float], _ prompts: [[[Float]]], _ temperature: Float) -> [Float] {
    softmax(prompts.map { product(unit(picture), direction(of: $0)) / temperature })
  }
}
