import Autograd
import Grading
import NeuralNetworks
import Notebook
import Visualization

/// One step along the signs of the gradient.
package enum FGSMGrader: Grader {
  package typealias Answer = (
    _ picture: Tensor, _ target: Int, _ network: Sequential, _ epsilon: Float
  ) throws -> Tensor

  package static let id = "fgsm", lesson = "adversarial-cat", points = 12

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let network = Sequential.small(side: 5, classes: 4, random: &sheet.random)
    let blind = Self.blindToBlue(network)
    let grey = Tensor.uniform(shape: [1, 5, 5, 3], in: 0.3...0.7, random: &sheet.random)
    let wide = Tensor.uniform(shape: [1, 5, 5, 3], random: &sheet.random)
    let before = network.allValues
    try sheet.check(
      "step", Phrase(en: "ε = 8/255 towards each of four classes", id: "ε = 8/255 menuju keempat kelas"), points: 4,
      expected: (0..<4).map { step(grey, $0, network, 8 / 255) },
      got: (0..<4).map { try answer(grey, $0, network, 8 / 255) }, tolerance: 1e-5,
      next: Phrase(
        en: "Every value moves by the whole ε, against the sign of its gradient: down where the gradient is positive.",
        id: "Setiap nilai bergerak sejauh ε penuh, melawan tanda gradiennya: turun bila gradiennya positif."))
    try sheet.check(
      "epsilon", Phrase(en: "other ε", id: "ε yang lain"), points: 2,
      expected: [0, 1 / 255, 0.1].map { step(grey, 1, network, $0) },
      got: [0, 1 / 255, 0.1].map { try answer(grey, 1, network, $0) }, tolerance: 1e-5,
      next: Phrase(
        en: "Use the `epsilon` that is given; it is on the scale of the picture already, from 0 to 1.",
        id: "Pakailah `epsilon` yang diberikan; skalanya sudah sama dengan gambar, dari 0 sampai 1."))
    try sheet.check(
      "bounds", Phrase(en: "values near black and white", id: "nilai dekat hitam dan putih"), points: 2,
      expected: step(wide, 2, network, 0.3), got: answer(wide, 2, network, 0.3), tolerance: 1e-5,
      next: Phrase(
        en: "Hold the changed picture between 0 and 1: `clamped(to: 0...1)`.",
        id: "Tahan gambar yang sudah diubah di antara 0 dan 1: `clamped(to: 0...1)`."))
    try sheet.check(
      "no-gradient", Phrase(en: "a network that does not look at blue", id: "jaringan yang tidak melihat warna biru"),
      points: 2, expected: step(grey, 3, blind, 0.05), got: answer(grey, 3, blind, 0.05), tolerance: 1e-5,
      next: Phrase(
        en: "Where the gradient is 0 its sign is 0, too: such a value stays where it is.",
        id: "Bila gradiennya 0, tandanya pun 0: nilai seperti itu tetap di tempatnya."))
    try sheet.check(
      "network-stays", Phrase(en: "the network, afterwards", id: "jaringannya, sesudah itu"), points: 2,
      expected: before, got: network.allValues(after: answer(grey, 0, network, 0.1)),
      next: Phrase(
        en: "An attack changes the picture only: use the network as at inference, `network(x)`.",
        id: "Serangan hanya mengubah gambar: pakailah jaringan sebagaimana adanya, `network(x)`."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("away from the target", failing: "step") { step($0, $1, $2, -$3) },
      Mistake("the gradient in place of its signs", failing: "step") { step($0, $1, $2, $3) { $0 } },
      Mistake("the gradient at length 1", failing: "step") {
        step($0, $1, $2, $3, direction: ProjectedGradient.Norm.euclidean.direction)
      },
      Mistake("not held between black and white", failing: "bounds") {
        step($0, $1, $2, $3, bounds: -.infinity ... .infinity)
      },
      Mistake("0 taken for positive", failing: "no-gradient") {
        step($0, $1, $2, $3) { $0.mapped { $0 >= 0 ? 1 : -1 } }
      },
      Mistake("ε divided by 255 once more", failing: "step") { step($0, $1, $2, $3 / 255) },
      Mistake("away from the first answer, whatever the target", failing: "step") { picture, _, network, epsilon in
        step(picture, network(picture).indicesOfLargest()[0], network, -epsilon)
      },
      Mistake("the change alone", failing: "step") { step($0, $1, $2, $3, bounds: -1...2) - $0 },
      Mistake("the network in training mode", failing: "network-stays") { picture, target, network, epsilon in
        step(picture, target, network, epsilon, mode: .training)
      },
    ]
  }

  private static func step(
    _ picture: Tensor, _ target: Int, _ network: Sequential, _ epsilon: Float, bounds: ClosedRange<Float> = 0...1,
    mode: Mode = .inference, direction: (Tensor) -> Tensor = ProjectedGradient.Norm.maximum.direction
  ) -> Tensor {
    let slope = picture.slope { crossEntropy(network($0, mode), [target]) }
    return slope.map { (picture - direction($0) * epsilon).clamped(to: bounds) } ?? picture
  }

  /// A network like another one in which nothing depends on the third channel, so that its gradient is 0.
  private static func blindToBlue(_ network: Sequential) -> Sequential {
    let weight = Tensor([1, 0, 0, 0, 1, 0, 0, 0, 0], shape: [3, 3, 1, 1])
    var unused = RandomSource(seed: 0)
    let filter = Convolution2D(3, 3, kernel: 1, bias: false, random: &unused)
    filter.weight.set(weight)
    return Sequential([("filter", filter), ("network", network)])
  }
}
