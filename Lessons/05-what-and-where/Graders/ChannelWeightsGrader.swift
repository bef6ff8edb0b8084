import Autograd
import Grading
import Notebook

/// Distances in the source's channels, weighed by what the source says of the picture.
package enum ChannelWeightsGrader: Grader {
  package typealias Answer = (_ distances: Tensor, _ pooled: Tensor, _ weight: Tensor, _ bias: Tensor) throws -> Tensor

  package static let id = "channel-weights", lesson = "what-and-where", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let cases = [3, 4, 6].map { WeighedChannels(channels: $0, pictures: 2 + $0 % 3, &sheet.random) }
    let one = cases[2]
    let level = sheet.random.uniform(0.5...2)
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 1, expected: Tensor(2.5),
      got: answer(
        Tensor([1, 3], shape: [1, 2]), Tensor([2, 0], shape: [1, 2]),
        Tensor([0, 0, 0.549_306_14, 0], shape: [2, 2]), Tensor([0, 0])), tolerance: 1e-4,
      next: Phrase(
        en: "The logits are 0 and ln 3, so w is ¼ and ¾: ¼ · 1 + ¾ · 3.",
        id: "Logitnya 0 dan ln 3, jadi w bernilai ¼ dan ¾: ¼ · 1 + ¾ · 3."))
    try sheet.check(
      "equal", Phrase(en: "f at its start: all zero", id: "f pada awalnya: semua nol"), points: 2,
      expected: cases.map { $0.distances.mean() },
      got: cases.map { try answer($0.distances, $0.pooled, $0.weight * 0, $0.bias * 0) }, tolerance: 1e-4,
      next: Phrase(
        en: "Equal logits give each channel 1/D: the result is the mean of all distances.",
        id: "Logit yang sama memberi setiap kanal 1/D: hasilnya rata-rata semua jarak."))
    try sheet.check(
      "sum", Phrase(en: "the same distance in every channel", id: "jarak yang sama di setiap kanal"), points: 2,
      expected: cases.map { _ in Tensor(level) },
      got: cases.map {
        try answer(Tensor(shape: $0.distances.shape, filledWith: level), $0.pooled, $0.weight, $0.bias)
      },
      tolerance: 1e-4,
      next: Phrase(
        en: "The weights of a picture sum to one: softmax along the channels, the last axis.",
        id: "Bobot untuk satu gambar berjumlah satu: softmax sepanjang kanal, yaitu sumbu terakhir."))
    try sheet.check(
      "value", Phrase(en: "3, 4 and 6 channels", id: "3, 4, dan 6 kanal"), points: 3,
      expected: cases.map { right($0.distances, $0.pooled, $0.weight, $0.bias) },
      got: cases.map { try answer($0.distances, $0.pooled, $0.weight, $0.bias) }, tolerance: 1e-4,
      next: Phrase(
        en:
          "Each picture has weights of its own, softmax of s·Wᵀ + b with its own s. Sum over channels, mean over pictures.",
        id:
          "Setiap gambar punya bobotnya, softmax dari s·Wᵀ + b dengan s miliknya. Jumlahkan atas kanal, rata-rata atas gambar."
      ))
    try sheet.check(
      "gradient", Phrase(en: "the gradients by W, b and the distances", id: "gradien terhadap W, b, dan jarak"),
      points: 2, expected: one.slopes(of: right), got: one.slopes(of: answer), tolerance: 1e-3,
      next: Phrase(
        en: "f learns through this number, so compute with tensors and detach none.",
        id: "f belajar melalui bilangan ini, jadi hitunglah dengan tensor tanpa melepas satu pun."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("softmax over the pictures", failing: "sum") { distances, pooled, weight, bias in
        let logits = pooled.linear(weight: weight, bias: bias)
        let weights = logits.transposed().softmax().transposed()
        return (weights * distances).sum() / Float(distances.shape[0])
      },
      Mistake("a sigmoid for each channel", failing: "equal") { distances, pooled, weight, bias in
        (pooled.linear(weight: weight, bias: bias).sigmoid() * distances).sum() / Float(distances.shape[0])
      },
      Mistake("the mean over the channels, too", failing: "equal") { distances, pooled, weight, bias in
        (pooled.linear(weight: weight, bias: bias).softmax() * distances).mean()
      },
      Mistake("summed over the pictures", failing: "equal") { distances, pooled, weight, bias in
        (pooled.linear(weight: weight, bias: bias).softmax() * distances).sum()
      },
      Mistake("W taken the other way round", failing: "value") { right($0, $1, $2.transposed(), $3) },
      Mistake("the bias forgotten", failing: "value") { right($0, $1, $2, $3 * 0) },
      Mistake("one set of weights for the whole batch", failing: "value") { distances, pooled, weight, bias in
        let mean = pooled.mean(along: [0], keepingAxes: true)
        return (mean.linear(weight: weight, bias: bias).softmax() * distances).sum() / Float(distances.shape[0])
      },
      Mistake("the weights detached", failing: "gradient") { distances, pooled, weight, bias in
        let weights = pooled.linear(weight: weight, bias: bias).softmax().detached()
        return (weights * distances).sum() / Float(distances.shape[0])
      },
    ]
  }

  private static func right(_ distances: Tensor, _ pooled: Tensor, _ weight: Tensor, _ bias: Tensor) -> Tensor {
    (pooled.linear(weight: weight, bias: bias).softmax() * distances).sum() / Float(distances.shape[0])
  }
}

/// Distances of some pictures, what the source says of them, and a linear layer that weighs channels.
private struct WeighedChannels {
  let distances, pooled, weight, bias: Tensor

  init(channels: Int, pictures: Int, _ random: inout RandomSource) {
    distances = .uniform(shape: [pictures, channels], in: 0...3, random: &random)
    pooled = .normal(shape: [pictures, channels], random: &random)
    weight = .normal(shape: [channels, channels], random: &random)
    bias = .normal(shape: [channels], random: &random)
  }

  /// The gradients of a loss by W, by b and by the distances; zeros where there is none.
  func slopes(of loss: (Tensor, Tensor, Tensor, Tensor) throws -> Tensor) rethrows -> [Tensor] {
    func orZeros(_ slope: Tensor?, _ shape: [Int]) -> Tensor { slope ?? Tensor(shape: shape, filledWith: 0) }
    return [
      orZeros(try weight.slope { try loss(distances, pooled, $0, bias) }, weight.shape),
      orZeros(try bias.slope { try loss(distances, pooled, weight, $0) }, bias.shape),
      orZeros(try distances.slope { try loss($0, pooled, weight, bias) }, distances.shape),
    ]
  }
}
