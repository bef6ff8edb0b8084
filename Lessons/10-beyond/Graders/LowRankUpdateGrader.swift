import Autograd
import Grading
import Notebook

/// A frozen layer with an update of low rank beside it.
package enum LowRankUpdateGrader: Grader {
  package typealias Answer = (
    _ input: [Float], _ weight: [[Float]], _ down: [[Float]], _ up: [[Float]], _ alpha: Float
  ) throws -> (output: [Float], learnt: Int)

  package static let id = "low-rank-update", lesson = "beyond", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let x: [Float] = (0..<5).map { _ in sheet.random.uniform(-1...1) }
    let weight = matrix(4, 5, &sheet.random), down = matrix(2, 5, &sheet.random), up = matrix(4, 2, &sheet.random)
    let zero = [[Float]](repeating: [0, 0], count: 4)
    let (one, thin) = (matrix(1, 5, &sheet.random), matrix(4, 1, &sheet.random))
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 2, expected: [7, 4],
      got: answer([1, 2], [[1, 0], [0, 1]], [[1, 1]], [[1], [1.0 / 3]], 2).output, tolerance: 1e-4,
      next: Phrase(
        en: "A x is 3; B A x is [3, 1]; α / r is 2.", id: "A x ialah 3; B A x ialah [3; 1]; α / r ialah 2."))
    try sheet.check(
      "start", Phrase(en: "B at its start, all zeros", id: "B pada awalnya, semuanya nol"), points: 1,
      expected: output(x, weight, down, zero, 2), got: answer(x, weight, down, zero, 2).output, tolerance: 1e-4,
      next: Phrase(
        en: "With B = 0 the layer gives W x, as if it had no update.",
        id: "Dengan B = 0 lapisan memberi W x, seakan tanpa pembaruan."))
    try sheet.check(
      "update", Phrase(en: "an update of rank 2, α = 2", id: "pembaruan berperingkat 2, α = 2"), points: 3,
      expected: output(x, weight, down, up, 2), got: answer(x, weight, down, up, 2).output, tolerance: 1e-4,
      next: Phrase(
        en: "First A, from the input to r numbers; then B, from these to the output; added to W x.",
        id: "Mula-mula A, dari masukan ke r bilangan; lalu B, dari situ ke keluaran; ditambahkan pada W x."))
    try sheet.check(
      "scale", Phrase(en: "α = 1, 4 and 8; ranks 2 and 1", id: "α = 1, 4, dan 8; peringkat 2 dan 1"), points: 2,
      expected: [1, 4, 8].map { output(x, weight, down, up, $0) } + [output(x, weight, one, thin, 4)],
      got: [1, 4, 8].map { try answer(x, weight, down, up, $0).output } + [answer(x, weight, one, thin, 4).output],
      tolerance: 1e-4,
      next: Phrase(
        en: "The update is multiplied by α / r, where r is the number of rows of A; W x is not.",
        id: "Pembaruannya dikalikan α / r, dengan r banyaknya baris A; W x tidak."))
    try sheet.check(
      "learnt", Phrase(en: "how many values learn", id: "banyaknya nilai yang belajar"), points: 2,
      expected: [18, 9, 3],
      got: [
        answer(x, weight, down, up, 2).learnt, answer(x, weight, one, thin, 2).learnt,
        answer([1, 2], [[1, 0]], [[1, 1]], [[1]], 2).learnt,
      ],
      next: Phrase(
        en: "A has r · in values and B has out · r; W is frozen and has none that learns.",
        id: "A punya r · masukan nilai dan B punya keluaran · r; W beku, jadi tidak ada yang belajar."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("α not divided by the rank", failing: "update") { x, weight, down, up, alpha in
        (output(x, weight, down, up, alpha * Float(down.count)), learnt(down, up))
      },
      Mistake("W scaled, too", failing: "scale") { x, weight, down, up, alpha in
        let scale = alpha / Float(down.count)
        let scaled = weight.map { row in row.map { $0 * scale } }
        return (output(x, scaled, down, up, alpha), learnt(down, up))
      },
      Mistake("the update in the place of W", failing: "start") { x, weight, down, up, alpha in
        let none = weight.map { row in row.map { _ in Float(0) } }
        return (output(x, none, down, up, alpha), learnt(down, up))
      },
      Mistake("the update left out", failing: "update") { x, weight, down, up, _ in
        (output(x, weight, down, up, 0), learnt(down, up))
      },
      Mistake("W counted among what learns", failing: "learnt") { x, weight, down, up, alpha in
        (output(x, weight, down, up, alpha), learnt(down, up) + weight.count * weight[0].count)
      },
      Mistake("α / out in place of α / r", failing: "example") { x, weight, down, up, alpha in
        (output(x, weight, down, up, alpha * Float(down.count) / Float(up.count)), learnt(down, up))
      },
    ]
  }

  private static func matrix(_ rows: Int, _ columns: Int, _ random: inout RandomSource) -> [[Float]] {
    (0..<rows).map { _ in (0..<columns).map { _ in random.uniform(-1...1) } }
  }

  private static func times(_ matrix: [[Float]], _ x: [Float]) -> [Float] {
    matrix.map { row in zip(row, x).map(*).reduce(0, +) }
  }

  private static func output(
    _ x: [Float], _ weight: [[Float]], _ down: [[Float]], _ up: [[Float]], _ alpha: Float
  ) -> [Float] {
    let scale = alpha / Float(down.count)
    return zip(times(weight, x), times(up, times(down, x))).map { $0 + scale * $1 }
  }

  private static func learnt(_ down: [[Float]], _ up: [[Float]]) -> Int {
    down.map(\.count).reduce(0, +) + up.map(\.count).reduce(0, +)
  }
}
