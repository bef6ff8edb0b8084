import Autograd
import Grading
import NeuralNetworks
import Notebook
import Visualization

/// One step of gradient descent on the pixels.
package enum IdealImageStepGrader: Grader {
  package typealias Answer = (
    _ picture: Tensor, _ label: Int, _ network: Sequential, _ variationWeight: Float, _ rate: Float
  ) throws -> Tensor

  package static let id = "ideal-image-step", lesson = "ideal-image", points = 12

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let network = Sequential.small(side: 6, classes: 3, random: &sheet.random)
    let noise = Tensor.uniform(shape: [1, 6, 6, 3], in: 0.4...0.6, random: &sheet.random)
    let wide = Tensor.uniform(shape: [1, 6, 6, 3], random: &sheet.random)
    let before = network.allValues
    try sheet.check(
      "class", Phrase(en: "a step without variation loss, for each class", id: "satu langkah tanpa kerugian variasi"),
      points: 4, expected: (0..<3).map { step(noise, $0, network, 0, 0.5) },
      got: (0..<3).map { try answer(noise, $0, network, 0, 0.5) }, tolerance: 1e-5,
      next: Phrase(
        en: "Go against the gradient of the cross entropy by the picture, `rate` times as far as it is long.",
        id: "Bergeraklah melawan gradien entropi silang terhadap gambar, sejauh `rate` kali gradiennya."))
    try sheet.check(
      "variation", Phrase(en: "the same with variation loss", id: "hal yang sama dengan kerugian variasi"), points: 3,
      expected: [5, 20].map { step(noise, 1, network, $0, 0.5) },
      got: [5, 20].map { try answer(noise, 1, network, $0, 0.5) }, tolerance: 1e-5,
      next: Phrase(
        en: "Add `variationWeight` times `variationLoss` of the picture to the cross entropy, then take the gradient.",
        id: "Tambahkan `variationWeight` kali `variationLoss` gambar ke entropi silang, baru hitung gradiennya."))
    try sheet.check(
      "bounds", Phrase(en: "a large step, near black and white", id: "langkah besar, dekat hitam dan putih"), points: 3,
      expected: step(wide, 2, network, 1, 100), got: answer(wide, 2, network, 1, 100), tolerance: 1e-4,
      next: Phrase(
        en: "Hold the result between 0 and 1, after the step: `clamped(to: 0...1)`.",
        id: "Tahan hasilnya di antara 0 dan 1, sesudah langkahnya: `clamped(to: 0...1)`."))
    try sheet.check(
      "network-stays", Phrase(en: "the network, afterwards", id: "jaringannya, sesudah itu"), points: 2,
      expected: before, got: network.allValues(after: answer(noise, 0, network, 1, 0.5)),
      next: Phrase(
        en: "Nothing of the network may change: use it as at inference, `network(x)`, and move the picture only.",
        id: "Jaringannya tidak boleh berubah: pakailah sebagaimana adanya, `network(x)`, dan gerakkan gambarnya saja."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("uphill", failing: "class") { step($0, $1, $2, $3, -$4) },
      Mistake("the variation left out", failing: "variation") { picture, label, network, _, rate in
        step(picture, label, network, 0, rate)
      },
      Mistake("restlessness rewarded", failing: "variation") { step($0, $1, $2, -$3, $4) },
      Mistake("the sum of all differences in place of their mean", failing: "variation") {
        step($0, $1, $2, $3 * Float(differenceCount($0)), $4)
      },
      Mistake("not held between black and white", failing: "bounds") {
        step($0, $1, $2, $3, $4, bounds: -.infinity ... .infinity)
      },
      Mistake("signs of the gradient in place of the gradient", failing: "class") {
        step($0, $1, $2, $3, $4) { ProjectedGradient.Norm.maximum.direction($0) }
      },
      Mistake("the probability in place of its logarithm", failing: "class") { picture, label, network, weight, rate in
        let slope = picture.slope { -network($0).softmax().gather([label]).sum() + variationLoss($0) * weight }
        return (picture - (slope ?? picture) * rate).clamped(to: 0...1)
      },
      Mistake("the same class whatever is asked", failing: "class") { picture, _, network, weight, rate in
        step(picture, 0, network, weight, rate)
      },
      Mistake("the network in training mode", failing: "network-stays") { picture, label, network, weight, rate in
        let slope = picture.slope { crossEntropy(network($0, .training), [label]) + variationLoss($0) * weight }
        return (picture - (slope ?? picture) * rate).clamped(to: 0...1)
      },
    ]
  }

  private static func step(
    _ picture: Tensor, _ label: Int, _ network: Sequential, _ weight: Float, _ rate: Float,
    bounds: ClosedRange<Float> = 0...1, direction: (Tensor) -> Tensor = { $0 }
  ) -> Tensor {
    let slope = picture.slope { crossEntropy(network($0), [label]) + variationLoss($0) * weight }
    return slope.map { (picture - direction($0) * rate).clamped(to: bounds) } ?? picture
  }
}
