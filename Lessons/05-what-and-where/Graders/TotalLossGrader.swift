import Autograd
import Grading
import Notebook

/// The total loss: cross entropy, and β times all pairs, each with its weight λ.
package enum TotalLossGrader: Grader {
  package typealias Answer = (
    _ crossEntropy: Tensor, _ losses: [Tensor], _ weights: [Tensor], _ beta: Float
  ) throws -> Tensor

  package static let id = "total-loss", lesson = "what-and-where", points = 8

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let cases = [1, 2, 5].map { MatchedPairs(pairs: $0, pictures: 2 + $0, &sheet.random) }
    let betas: [Float] = [0.1, 0.5, 2]
    let one = cases[2]
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 1, expected: Tensor(4.5),
      got: answer(Tensor(1), [Tensor([2, 4]), Tensor([1, 1])], [Tensor([3, 1]), Tensor([0, 4])], 0.5), tolerance: 1e-5,
      next: Phrase(
        en: "(3 · 2 + 1 · 4) / 2 = 5 and (0 · 1 + 4 · 1) / 2 = 2; 1 + ½ · (5 + 2).",
        id: "(3 · 2 + 1 · 4) / 2 = 5 dan (0 · 1 + 4 · 1) / 2 = 2; 1 + ½ · (5 + 2)."))
    try sheet.check(
      "no-matching", Phrase(en: "β = 0, and all λ = 0", id: "β = 0, dan semua λ = 0"), points: 1,
      expected: [one.crossEntropy, one.crossEntropy],
      got: [
        answer(one.crossEntropy, one.losses, one.weights, 0),
        answer(one.crossEntropy, one.losses, one.weights.map { $0 * 0 }, 2),
      ], tolerance: 1e-5,
      next: Phrase(
        en: "Without matching the cross entropy is left, as it is.",
        id: "Tanpa pencocokan yang tersisa entropi silang, apa adanya."))
    try sheet.check(
      "pictures", Phrase(en: "λ that differ from picture to picture", id: "λ yang berbeda antargambar"), points: 2,
      expected: Tensor(2), got: answer(Tensor(1), [Tensor([1, 0])], [Tensor([2, 8])], 1), tolerance: 1e-5,
      next: Phrase(
        en: "Multiply picture by picture, then take the mean: (2 · 1 + 8 · 0) / 2, not 5 · ½.",
        id: "Kalikan gambar demi gambar, baru rata-ratakan: (2 · 1 + 8 · 0) / 2, bukan 5 · ½."))
    try sheet.check(
      "value", Phrase(en: "1, 2 and 5 pairs", id: "1, 2, dan 5 pasangan"), points: 3,
      expected: zip(cases, betas).map { right($0.crossEntropy, $0.losses, $0.weights, $1) },
      got: zip(cases, betas).map { try answer($0.crossEntropy, $0.losses, $0.weights, $1) }, tolerance: 1e-3,
      next: Phrase(
        en: "Add up the pairs, do not average them: a λ of 0 takes a pair out, and more pairs count for more.",
        id:
          "Jumlahkan pasangan-pasangannya, jangan dirata-ratakan: λ = 0 mengeluarkan satu pasangan, lebih banyak pasangan berarti lebih berpengaruh."
      ))
    try sheet.check(
      "gradient", Phrase(en: "the gradient by every λ", id: "gradien terhadap setiap λ"), points: 1,
      expected: one.slopes { right(one.crossEntropy, one.losses, $0, 0.5) },
      got: one.slopes { try answer(one.crossEntropy, one.losses, $0, 0.5) }, tolerance: 1e-4,
      next: Phrase(
        en: "g learns λ through this number: compute with tensors and detach none.",
        id: "g mempelajari λ melalui bilangan ini: hitunglah dengan tensor tanpa melepas satu pun."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("the λ left out, as in the chapter's formula", failing: "no-matching") { loss, losses, weights, beta in
        right(loss, losses, weights.map { $0 * 0 + 1 }, beta)
      },
      Mistake("β before the cross entropy", failing: "no-matching") { loss, losses, weights, beta in
        right(loss * beta, losses, weights, 1)
      },
      Mistake("the mean over the pairs", failing: "value") { loss, losses, weights, beta in
        right(loss, losses, weights, beta / Float(losses.count))
      },
      Mistake("the sum over the pictures", failing: "example") { loss, losses, weights, beta in
        right(loss, losses, weights, beta * Float(losses[0].count))
      },
      Mistake("the product of two means", failing: "pictures") { loss, losses, weights, beta in
        zip(losses, weights).map { $0.mean() * $1.mean() }.reduce(loss) { $0 + $1 * beta }
      },
      Mistake("only the first pair", failing: "value") { loss, losses, weights, beta in
        right(loss, Array(losses.prefix(1)), Array(weights.prefix(1)), beta)
      },
      Mistake("λ made to sum to one", failing: "example") { loss, losses, weights, beta in
        let total = weights.dropFirst().reduce(weights[0], +)
        return right(loss, losses, weights.map { $0 / total }, beta)
      },
    ]
  }

  private static func right(_ loss: Tensor, _ losses: [Tensor], _ weights: [Tensor], _ beta: Float) -> Tensor {
    zip(losses, weights).map { ($0 * $1).mean() }.reduce(loss) { $0 + $1 * beta }
  }
}

/// The channel losses of some pairs and their weights, a number for each picture.
private struct MatchedPairs {
  let crossEntropy: Tensor
  let losses, weights: [Tensor]

  init(pairs: Int, pictures: Int, _ random: inout RandomSource) {
    crossEntropy = Tensor(random.uniform(0.5...2))
    losses = (0..<pairs).map { _ in .uniform(shape: [pictures], in: 0...2, random: &random) }
    weights = (0..<pairs).map { _ in .uniform(shape: [pictures], in: 0...3, random: &random) }
  }

  /// The gradients of a loss by each pair's weights; zeros where there is none.
  func slopes(of loss: ([Tensor]) throws -> Tensor) rethrows -> [Tensor] {
    try weights.indices.map { place in
      let slope = try weights[place].slope { moved in
        var all = weights
        all[place] = moved
        return try loss(all)
      }
      return slope ?? Tensor(shape: weights[place].shape, filledWith: 0)
    }
  }
}
