import Autograd
import Grading
import Notebook
import TransferLearning

/// How far the target's maps are from the source's behind a 1×1 convolution.
package enum FeatureMatchingGrader: Grader {
  package typealias Answer = (_ target: Tensor, _ source: Tensor, _ weight: Tensor) throws -> Tensor

  package static let id = "feature-matching", lesson = "what-and-where", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let maps = [2, 3, 4].map { MatchedMaps(pictures: $0, &sheet.random) }
    let one = maps[1]
    let identity = Tensor((0..<9).map { $0 % 4 == 0 ? 1 : 0 }, shape: [3, 3, 1, 1])
    let square = Tensor.normal(shape: [2, 2, 2, 3], random: &sheet.random)
    let twice = [one.target, one.target].joined, sourceTwice = [one.source, one.source].joined
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 1, expected: Tensor(5),
      got: answer(
        Tensor([1, 2, 3, 4], shape: [1, 1, 2, 2]), Tensor([4, 9], shape: [1, 1, 2, 1]),
        Tensor([1, 1], shape: [1, 2, 1, 1])), tolerance: 1e-5,
      next: Phrase(
        en: "r makes 1 + 2 and 3 + 4 of the two places; (3 − 4)² + (7 − 9)² is 5.",
        id: "r membuat 1 + 2 dan 3 + 4 dari kedua tempat; (3 − 4)² + (7 − 9)² sama dengan 5."))
    try sheet.check(
      "same", Phrase(en: "maps that r makes equal", id: "peta yang disamakan oleh r"), points: 1, expected: Tensor(0),
      got: answer(square, square, identity), tolerance: 1e-6,
      next: Phrase(
        en: "Where r(T(x)) = S(x) nothing is lost.", id: "Bila r(T(x)) = S(x), kerugiannya nol."))
    try sheet.check(
      "value", Phrase(en: "2, 3 and 4 pictures", id: "2, 3, dan 4 gambar"), points: 3,
      expected: maps.map { featureMatchingLoss(target: $0.target, weight: $0.weight, source: $0.source) },
      got: maps.map { try answer($0.target, $0.source, $0.weight) }, tolerance: 2e-3,
      next: Phrase(
        en:
          "Add up the squares over all places and channels of the source, after r, and divide by the number of pictures.",
        id: "Jumlahkan kuadratnya atas semua tempat dan kanal sumber, sesudah r, lalu bagi dengan banyaknya gambar."))
    try sheet.check(
      "batch", Phrase(en: "the same pictures twice", id: "gambar yang sama dua kali"), points: 2,
      expected: featureMatchingLoss(target: one.target, weight: one.weight, source: one.source),
      got: answer(twice, sourceTwice, one.weight), tolerance: 2e-3,
      next: Phrase(
        en: "The mean over the batch does not grow with the batch: divide by N.",
        id: "Rata-rata atas batch tidak membesar bersama batch-nya: bagilah dengan N."))
    try sheet.check(
      "gradient", Phrase(en: "the gradients by T(x) and by r", id: "gradien terhadap T(x) dan r"), points: 3,
      expected: one.slopes { featureMatchingLoss(target: $0, weight: $1, source: one.source) },
      got: one.slopes { try answer($0, one.source, $1) }, tolerance: 2e-3,
      next: Phrase(
        en: "Both learn: compute with tensors, and take neither `values` nor `detached()` of them.",
        id: "Keduanya belajar: hitunglah dengan tensor, jangan ambil `values` atau `detached()`-nya."))
  }

  package static var mistakes: [Mistake<Answer>] {
    func difference(_ target: Tensor, _ source: Tensor, _ weight: Tensor) -> Tensor {
      target.convolved(weight: weight) - source
    }
    return [
      Mistake("the mean in place of the sum", failing: "value") { difference($0, $1, $2).square().mean() },
      Mistake("not divided by the number of pictures", failing: "batch") { difference($0, $1, $2).square().sum() },
      Mistake("absolute values", failing: "example") { target, source, weight in
        difference(target, source, weight).abs().sum() / Float(source.shape[0])
      },
      Mistake("the root of the sum", failing: "example") { target, source, weight in
        (difference(target, source, weight).square().sum() / Float(source.shape[0])).squareRoot()
      },
      Mistake("summed before it is squared", failing: "value") { target, source, weight in
        difference(target, source, weight).sum(along: [1, 2]).square().sum() / Float(source.shape[0])
      },
      Mistake("nothing reaches the target", failing: "gradient") { target, source, weight in
        difference(target.detached(), source, weight).square().sum() / Float(source.shape[0])
      },
      Mistake("r does not learn", failing: "gradient") { target, source, weight in
        difference(target, source, weight.detached()).square().sum() / Float(source.shape[0])
      },
    ]
  }
}

/// Maps of a target and of a source of the same pictures, and a 1×1 convolution between them.
private struct MatchedMaps {
  let target, source, weight: Tensor

  init(pictures: Int, _ random: inout RandomSource) {
    let (inputs, outputs) = (2 + random.below(3), 3 + random.below(4))
    let side = 2 + random.below(3)
    target = .normal(shape: [pictures, side, side, inputs], random: &random)
    source = .normal(shape: [pictures, side, side, outputs], random: &random)
    weight = .normal(shape: [outputs, inputs, 1, 1], standardDeviation: 0.5, random: &random)
  }

  /// The gradients of a loss by the target's maps and by the weights; zeros where there is none.
  func slopes(of loss: (Tensor, Tensor) throws -> Tensor) rethrows -> [Tensor] {
    func orZeros(_ slope: Tensor?, _ shape: [Int]) -> Tensor { slope ?? Tensor(shape: shape, filledWith: 0) }
    return [
      orZeros(try target.slope { try loss($0, weight) }, target.shape),
      orZeros(try weight.slope { try loss(target, $0) }, weight.shape),
    ]
  }
}

extension [Tensor] {
  /// One after the other.
  fileprivate var joined: Tensor { Tensor.concatenated(self) }
}
