import Autograd
import Grading
import NeuralNetworks
import Notebook
import TransferLearning

/// The loss with a decay towards what pre-training has found.
package enum L2SPGrader: Grader {
  package typealias Answer = (
    _ loss: Tensor, _ parts: [[Parameter]], _ start: [[Tensor]], _ strength: Float
  ) throws -> Tensor

  package static let id = "l2-sp", lesson = "fine-tuning", points = 12

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let parts = [[6, 2], [4, 3], [5]].map { sizes in
      sizes.map { Parameter(.normal(shape: [$0], random: &sheet.random)) }
    }
    let start = parts.map { part in
      part.map { $0.value.detached() + Tensor.normal(shape: $0.value.shape, random: &sheet.random) }
    }
    let here = parts.map { part in part.map { $0.value.detached() } }
    let headMoved = Array(here.dropLast()) + start.suffix(1)
    let loss = Tensor(sheet.random.uniform())
    let strengths: [Float] = [0.01, 0.3, 2]
    let example: [[Parameter]] = [[Parameter(Tensor([1, 2]))], [Parameter(Tensor([5]))]]
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 1,
      expected: Tensor(1.25), got: answer(Tensor(1), example, [[Tensor([0, 0])], [Tensor([0])]], 0.1), tolerance: 1e-5,
      next: Phrase(
        en: "1 + ½ · 0.1 · (1² + 2²): the head, the last part, is not in the sum.",
        id: "1 + ½ · 0,1 · (1² + 2²): kepala, bagian terakhir, tidak ikut dijumlahkan."))
    try sheet.check(
      "start", Phrase(en: "a network that has not moved", id: "jaringan yang belum bergerak"), points: 2,
      expected: loss, got: answer(loss, parts, here, 2), tolerance: 1e-5,
      next: Phrase(
        en: "Where θ = θ₀ nothing is added: it is the change that costs, not the weight.",
        id: "Bila θ = θ₀ tidak ada tambahan: yang berharga ialah perubahannya, bukan bobotnya."))
    try sheet.check(
      "head", Phrase(en: "a network of which only the head has moved", id: "jaringan yang hanya kepalanya bergerak"),
      points: 2, expected: loss, got: answer(loss, parts, headMoved, 2), tolerance: 1e-5,
      next: Phrase(
        en: "Leave the last part out: pre-training knows nothing of the head.",
        id: "Tinggalkan bagian terakhir: prapelatihan tidak tahu apa-apa tentang kepala itu."))
    try sheet.check(
      "value", Phrase(en: "three strengths", id: "tiga kekuatan"), points: 4,
      expected: strengths.map { decayed(loss, parts, start, $0) },
      got: strengths.map { try answer(loss, parts, start, $0) }, tolerance: 1e-3,
      next: Phrase(
        en: "Sum the squares of all changes in all parts but the head, and multiply the sum by ½ α once.",
        id: "Jumlahkan kuadrat semua perubahan di semua bagian kecuali kepala, lalu kalikan jumlahnya dengan ½ α."))
    try sheet.check(
      "gradient", Phrase(en: "the gradient by the weights", id: "gradien terhadap bobot"), points: 3,
      expected: slopes(decayed(loss, parts, start, 0.3), parts),
      got: slopes(try answer(loss, parts, start, 0.3), parts), tolerance: 1e-4,
      next: Phrase(
        en: "Compute with `parameter.value` as it is, so that the gradient α (θ − θ₀) finds its way to it.",
        id: "Hitunglah dengan `parameter.value` apa adanya, agar gradien α (θ − θ₀) sampai kepadanya."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("decay towards zero", failing: "start") { loss, parts, start, strength in
        decayed(loss, parts, start.map { $0.map { $0 * 0 } }, strength)
      },
      Mistake("the half forgotten", failing: "example") { decayed($0, $1, $2, 2 * $3) },
      Mistake("the head held back, too", failing: "head") { loss, parts, start, strength in
        loss + changes(parts, start).map { $0.square().sum() }.total * (strength / 2)
      },
      Mistake("the length in place of its square", failing: "value") { loss, parts, start, strength in
        loss + changes(parts.dropLast(), start).map { $0.square().sum() }.total.squareRoot() * (strength / 2)
      },
      Mistake("magnitudes in place of squares", failing: "value") { loss, parts, start, strength in
        loss + changes(parts.dropLast(), start).map { $0.abs().sum() }.total * (strength / 2)
      },
      Mistake("means in place of sums", failing: "value") { loss, parts, start, strength in
        loss + changes(parts.dropLast(), start).map { $0.square().mean() }.total * (strength / 2)
      },
      Mistake("change rewarded", failing: "value") { decayed($0, $1, $2, -$3) },
      Mistake("the loss left out", failing: "start") { decayed($0 * 0, $1, $2, $3) },
      Mistake("a number without a way back", failing: "gradient") { Tensor(decayed($0, $1, $2, $3).item) },
    ]
  }

  private static func changes(_ parts: some Sequence<[Parameter]>, _ start: [[Tensor]]) -> [Tensor] {
    zip(parts, start).flatMap { part, values in zip(part, values).map { $0.value - $1 } }
  }

  private static func decayed(
    _ loss: Tensor, _ parts: [[Parameter]], _ start: [[Tensor]], _ strength: Float
  ) -> Tensor {
    loss + changes(parts.dropLast(), start).map { $0.square().sum() }.total * (strength / 2)
  }

  /// The gradient by each weight, nil for those that the loss knows nothing of.
  private static func slopes(_ loss: Tensor, _ parts: [[Parameter]]) -> [Tensor?] {
    guard loss.count == 1 else { return [] }
    let gradients = loss.gradients()
    return parts.flatMap(\.self).map { gradients[$0.value] }
  }
}

extension [Tensor] {
  /// The sum of single numbers.
  fileprivate var total: Tensor { reduce(Tensor(0)) { $0 + $1 } }
}
