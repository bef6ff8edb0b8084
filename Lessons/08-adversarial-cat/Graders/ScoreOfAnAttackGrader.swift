import Autograd
import Grading
import NeuralNetworks
import Notebook
import Visualization

/// An attack on pictures from 0 to 1 whose result is shown to a network that expects them from 0 to 255.
package enum ScoreOfAnAttackGrader: Grader {
  package typealias Answer = (
    _ pictures: Tensor, _ target: Int, _ network: Sequential, _ epsilon: Float
  ) throws -> Float

  package static let id = "score-of-an-attack", lesson = "adversarial-cat", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let network = Self.networkOfLevels(&sheet.random)
    let (pictures, others) = (Self.pictures(15, &sheet.random), Self.pictures(9, &sheet.random))
    let asked = (0..<3).flatMap { target in [0.03, 0.06, 0.1].map { (target: target, epsilon: Float($0)) } }
    try sheet.check(
      "untouched", Phrase(en: "ε = 0, for each class as the target", id: "ε = 0, setiap kelas sebagai target"),
      points: 4, expected: (0..<3).map { score(pictures, $0, network, 0) },
      got: (0..<3).map { try answer(pictures, $0, network, 0) }, tolerance: 1e-5,
      next: Phrase(
        en: "An attack that changes nothing must score what the untouched pictures do. On which scale are they shown?",
        id: "Serangan yang tidak mengubah apa-apa harus bernilai seperti gambar aslinya. Pada skala mana ia dinilai?"))
    try sheet.check(
      "attacked", Phrase(en: "three ε, each towards three classes", id: "tiga ε, masing-masing ke tiga kelas"),
      points: 4,
      expected: asked.map { score(pictures, $0.target, network, $0.epsilon) },
      got: asked.map { try answer(pictures, $0.target, network, $0.epsilon) }, tolerance: 1e-5,
      next: Phrase(
        en:
          "The attack itself was right: ε and the bounds belong to pictures from 0 to 1, the network's input is 255 times.",
        id: "Serangannya sudah benar: ε dan batasnya untuk gambar dari 0 sampai 1, masukan jaringan 255 kalinya."))
    try sheet.check(
      "other-pictures", Phrase(en: "other pictures", id: "gambar yang lain"), points: 2,
      expected: (0..<3).map { score(others, $0, network, 0.05) },
      got: (0..<3).map { try answer(others, $0, network, 0.05) }, tolerance: 1e-5,
      next: Phrase(
        en: "Divide the number of pictures that are taken for the target by the number of these pictures.",
        id: "Bagi banyaknya gambar yang disangka kelas target dengan banyaknya gambar ini."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("as it was found", failing: "untouched") { score($0, $1, $2, $3, shown: 1) },
      Mistake("attacked and scored from 0 to 1", failing: "untouched") { score($0, $1, $2, $3, attacked: 1, shown: 1) },
      Mistake("only attacked from 0 to 1", failing: "attacked") { score($0, $1, $2, $3, attacked: 1) },
      Mistake("divided by 255 in place of multiplied", failing: "untouched") { score($0, $1, $2, $3, shown: 1 / 255) },
      Mistake("ε in levels", failing: "attacked") { score($0, $1, $2, $3 * 255) },
      Mistake("ε on the scale of 0 to 255", failing: "attacked") { score($0, $1, $2, $3 / 255) },
      Mistake("the untouched pictures scored", failing: "attacked") { pictures, target, network, _ in
        score(pictures, target, network, 0)
      },
    ]
  }

  /// The score, with the factors of the pictures that the attack and the score show to the network.
  private static func score(
    _ pictures: Tensor, _ target: Int, _ network: Sequential, _ epsilon: Float, attacked: Float = 255,
    shown: Float = 255
  ) -> Float {
    let targets = [Int](repeating: target, count: pictures.shape[0])
    let slope = pictures.slope { crossEntropy(network($0 * attacked), targets) }
    let change = slope.map { ProjectedGradient.Norm.maximum.direction($0) * epsilon }
    let result = change.map { (pictures - $0).clamped(to: 0...1) } ?? pictures
    return network.successRate(of: result * shown, goals: targets.map { .target($0) })
  }

  /// A network that expects values from 0 to 255 and tells which colour is strongest.
  ///
  /// For what is darker than 26 levels it is blind, so that on the scale of 0 to 1 it always gives the answer that it prefers.
  private static func networkOfLevels(_ random: inout RandomSource) -> Sequential {
    let eye = Convolution2D(3, 3, kernel: 1, random: &random)
    let gain: Float = 20 / 255
    eye.weight.set(Tensor([gain, 0, 0, 0, gain, 0, 0, 0, gain], shape: [3, 3, 1, 1]))
    eye.bias?.set(Tensor(shape: [3], filledWith: -2))
    let head = Linear(3 * places, 3, random: &random)
    let weights = (0..<3).flatMap { output in
      (0..<3 * places).map { $0 / places == output ? 1 / Float(places) : 0 }
    }
    head.weight.set(Tensor(weights, shape: [3, 3 * places]))
    head.bias.set(Tensor([0.3, 0, -0.3].shuffled(using: &random)))
    return Sequential(numbered: [eye, ReLU(), Flatten(), head])
  }

  private static let places = 16

  /// Grey pictures of 4×4 with one colour that is stronger by more or less.
  private static func pictures(_ count: Int, _ random: inout RandomSource) -> Tensor {
    let values = (0..<count).flatMap { _ in
      let (colour, surplus) = (random.below(3), random.uniform(0.02...0.3))
      return (0..<places).flatMap { _ in
        (0..<3).map { random.uniform(0.35...0.45) + ($0 == colour ? surplus : 0) }
      }
    }
    return Tensor(values, shape: [count, 4, 4, 3])
  }
}
