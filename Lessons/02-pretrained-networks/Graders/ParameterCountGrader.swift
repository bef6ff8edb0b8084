import Autograd
import Grading
import ModelZoo
import Notebook

/// How many numbers a network learns, from a plan of its layers.
package enum ParameterCountGrader: Grader {
  package typealias Answer = (_ layers: [DescribedLayer]) throws -> Int

  package static let id = "parameter-count", lesson = "pretrained-networks", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let plain = (0..<4).map { index in convolution(&sheet.random, kernel: 2 * index + 1, hasBias: index % 2 == 0) }
    let heads = (0..<3).map { _ in
      DescribedLayer.linear(inputs: 16 + sheet.random.below(100), outputs: 2 + sheet.random.below(20))
    }
    let norms = (0..<3).map { _ in DescribedLayer.batchNorm(channels: 8 + sheet.random.below(60)) }
    let light = (0..<3).map { _ in lightBlock(channels: 8 * (1 + sheet.random.below(8))) }
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 2,
      expected: 1027, got: answer(example),
      next: Phrase(
        en: "Work the example out by hand, layer by layer: 864, 64, 0 and 99.",
        id: "Hitung contoh itu dengan tangan, lapis demi lapis: 864, 64, 0, dan 99."))
    try sheet.check(
      "convolutions", Phrase(en: "convolutions with and without a bias", id: "konvolusi dengan dan tanpa bias"),
      points: 2, expected: plain.map { DescribedLayer.learnt(by: [$0]) }, got: plain.map { try answer([$0]) },
      next: Phrase(
        en: "Each of the filters has inputs · kernel · kernel weights, and one bias if `hasBias` says so.",
        id: "Setiap tapis punya masukan · kernel · kernel bobot, ditambah satu bias bila `hasBias` menyatakannya."))
    try sheet.check(
      "linear", Phrase(en: "linear layers", id: "lapisan linear"), points: 1,
      expected: heads.map { DescribedLayer.learnt(by: [$0]) }, got: heads.map { try answer([$0]) },
      next: Phrase(
        en: "W has a row of `inputs` numbers for each output, and b one number for each.",
        id: "Untuk setiap keluaran, W punya satu baris berisi `inputs` bilangan, dan b punya satu bilangan."))
    try sheet.check(
      "batch-norm", Phrase(en: "batch norms", id: "batch norm"), points: 1,
      expected: norms.map { DescribedLayer.learnt(by: [$0]) }, got: norms.map { try answer([$0]) },
      next: Phrase(
        en: "Two numbers are learnt per channel; the running mean and variance are measured, not learnt.",
        id: "Dua bilangan dipelajari per kanal; rata-rata dan varians berjalan diukur, bukan dipelajari."))
    try sheet.check(
      "depthwise", Phrase(en: "a depthwise convolution and a 1×1 one", id: "konvolusi depthwise dan konvolusi 1×1"),
      points: 2, expected: light.map(DescribedLayer.learnt), got: light.map { try answer($0) },
      next: Phrase(
        en: "In groups, a filter looks at inputs / groups channels only.",
        id: "Dalam kelompok, sebuah tapis hanya melihat inputs / groups kanal."))
    try sheet.check(
      "vgg16", Phrase(en: "VGG-16, as published", id: "VGG-16 seperti dipublikasikan"), points: 2,
      expected: Architecture.vgg16.parameterCount(classes: 1000), got: answer(DescribedLayer.vgg16),
      next: Phrase(
        en: "Add up all layers. Compare your sum for the convolutions (14,714,688) and for the head (123,642,856).",
        id: "Jumlahkan semua lapisan. Periksa jumlah Anda untuk konvolusi (14.714.688) dan untuk kepala (123.642.856).")
    )
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("biases forgotten", failing: "convolutions") { total($0, bias: { _ in 0 }) },
      Mistake("the bias of linear layers forgotten", failing: "linear") { layers in
        layers.map { layer in
          guard case .linear(let inputs, let outputs) = layer else { return total([layer]) }
          return inputs * outputs
        }.reduce(0, +)
      },
      Mistake("a bias where there is none", failing: "convolutions") { total($0, bias: { _ in 1 }) },
      Mistake("running statistics counted", failing: "batch-norm") { total($0, perChannel: 4) },
      Mistake("groups forgotten", failing: "depthwise") { total($0, inputs: { inputs, _ in inputs }) },
      Mistake("the kernel not squared", failing: "convolutions") { total($0, taps: { $0 }) },
      Mistake("the last layer only", failing: "vgg16") { total($0.suffix(1)) },
    ]
  }

  private static let example: [DescribedLayer] = [
    .convolution(inputs: 3, outputs: 32, kernel: 3, groups: 1, hasBias: false), .batchNorm(channels: 32), .reLU,
    .linear(inputs: 32, outputs: 3),
  ]

  private static func convolution(_ random: inout RandomSource, kernel: Int, hasBias: Bool) -> DescribedLayer {
    .convolution(
      inputs: 2 + random.below(30), outputs: 2 + random.below(60), kernel: kernel, groups: 1, hasBias: hasBias)
  }

  /// What MobileNetV2 has in place of a 3×3 convolution.
  private static func lightBlock(channels: Int) -> [DescribedLayer] {
    [
      .convolution(inputs: channels, outputs: channels, kernel: 3, groups: channels, hasBias: false),
      .batchNorm(channels: channels), .reLU,
      .convolution(inputs: channels, outputs: 2 * channels, kernel: 1, groups: 1, hasBias: false),
      .batchNorm(channels: 2 * channels),
    ]
  }

  /// The right sum, but for what a mistake takes to be otherwise.
  private static func total(
    _ layers: some Sequence<DescribedLayer>, inputs: (_ inputs: Int, _ groups: Int) -> Int = { $0 / $1 },
    taps: (_ kernel: Int) -> Int = { $0 * $0 }, bias: (_ hasBias: Bool) -> Int = { $0 ? 1 : 0 }, perChannel: Int = 2
  ) -> Int {
    layers.reduce(0) { sum, layer in
      switch layer {
      case .convolution(let channels, let outputs, let kernel, let groups, let hasBias):
        sum + outputs * (inputs(channels, groups) * taps(kernel) + bias(hasBias))
      case .batchNorm(let channels): sum + perChannel * channels
      case .linear(let inputs, let outputs): sum + outputs * (inputs + bias(true))
      case .reLU, .maxPool: sum
      }
    }
  }
}
