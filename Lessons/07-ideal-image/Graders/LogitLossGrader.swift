import Autograd
import Grading
import NeuralNetworks
import Notebook

/// The loss that is never content.
package enum LogitLossGrader: Grader {
  package typealias Answer = (_ logits: Tensor, _ labels: [Int]) throws -> Tensor

  package static let id = "logit-loss", lesson = "ideal-image", points = 8

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let example = Tensor([2, -1, 0.5, 3, 1, 0], shape: [2, 3])
    let batches = [(1, 4), (5, 3), (8, 16)].map { rows, classes in
      (
        Tensor.normal(shape: [rows, classes], standardDeviation: 3, random: &sheet.random),
        (0..<rows).map { _ in sheet.random.below(classes) }
      )
    }
    let sure = (0..<3).map { label in
      Tensor((0..<3).map { ($0 == label ? 20 : 0) + sheet.random.uniform() }, shape: [1, 3])
    }
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 1,
      expected: Tensor(-1.5), got: answer(example, [0, 1]), tolerance: 1e-5,
      next: Phrase(
        en: "Take z₀ = 2 from the first row and z₁ = 1 from the second: −(2 + 1) / 2, a tensor of shape [].",
        id: "Ambil z₀ = 2 dari baris pertama dan z₁ = 1 dari baris kedua: −(2 + 1) / 2, tensor berbentuk []."))
    try sheet.check(
      "value", Phrase(en: "three batches", id: "tiga batch"), points: 3,
      expected: batches.map { loss($0, $1) }, got: batches.map { try answer($0, $1) }, tolerance: 1e-4,
      next: Phrase(
        en: "`logits.gather(labels)` is one logit for each row; take minus their mean.",
        id: "`logits.gather(labels)` memberi satu logit per baris; ambil minus rata-ratanya."))
    try sheet.check(
      "gradient", Phrase(en: "the gradient by the logits", id: "gradien terhadap logit"), points: 2,
      expected: batches.map { slope(of: loss, $0, $1) }, got: batches.map { try slope(of: answer, $0, $1) },
      tolerance: 1e-5,
      next: Phrase(
        en: "Compute with tensors from the logits on, so that a gradient comes back: −1 / N, and 0 elsewhere.",
        id: "Hitunglah dengan tensor sejak dari logit agar gradiennya dapat kembali: −1 / N, dan 0 di tempat lain."))
    try sheet.check(
      "never-content", Phrase(en: "the gradient where the network is sure", id: "gradien ketika jaringan sudah yakin"),
      points: 2, expected: sure.enumerated().map { slope(of: loss, $1, [$0]) },
      got: sure.enumerated().map { try slope(of: answer, $1, [$0]) }, tolerance: 1e-4,
      next: Phrase(
        en: "Leave softmax out: it is what makes the gradient vanish when p is near 1.",
        id: "Tinggalkan softmax: justru ia yang membuat gradien lenyap ketika p mendekati 1."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("cross entropy", failing: "never-content") { crossEntropy($0, $1) },
      Mistake("minus the probability", failing: "never-content") { -$0.softmax().gather($1).mean() },
      Mistake("the sign forgotten", failing: "example") { $0.gather($1).mean() },
      Mistake("the sum in place of the mean", failing: "value") { -$0.gather($1).sum() },
      Mistake("the largest logit, whatever the label", failing: "value") { logits, _ in
        -logits.gather(logits.indicesOfLargest()).mean()
      },
      Mistake("the mean of all logits", failing: "value") { logits, _ in -logits.mean() },
      Mistake("a number without a way back", failing: "gradient") { Tensor(loss($0, $1).item) },
      Mistake("one value for each row", failing: "value") { -$0.gather($1) },
    ]
  }

  private static func loss(_ logits: Tensor, _ labels: [Int]) -> Tensor { -logits.gather(labels).mean() }

  private static func slope(of answer: Answer, _ logits: Tensor, _ labels: [Int]) rethrows -> Tensor? {
    try logits.slope { try answer($0, labels) }
  }
}
