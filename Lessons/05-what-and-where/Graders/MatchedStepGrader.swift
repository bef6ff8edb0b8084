import Autograd
import Grading
import NeuralNetworks
import Notebook

/// A step of training with matching, with two mistakes that let the loss fall all the same.
package enum MatchedStepGrader: Grader {
  package typealias Answer = (
    _ networks: MatchedNetworks, _ images: Tensor, _ labels: [Int], _ beta: Float, _ rate: Float
  ) throws -> Float

  package static let id = "matched-step", lesson = "what-and-where", points = 12

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let seed = sheet.random.next()
    let images = Tensor.uniform(shape: [6, 5, 5, 3], random: &sheet.random)
    let labels = (0..<6).map { _ in sheet.random.below(3) }
    func networks(_ place: Int = 0) -> MatchedNetworks { MatchedNetworks(seed: seed &+ UInt64(place)) }
    func after(_ step: Answer, _ values: (MatchedNetworks) -> [[Float]], steps: Int = 1) throws -> [[Float]] {
      let networks = networks()
      for _ in 0..<steps { _ = try step(networks, images, labels, 0.5, 0.05) }
      return values(networks)
    }
    let right: Answer = { step($0, $1, $2, $3, $4) }
    try sheet.check(
      "source", Phrase(en: "the source after a step", id: "sumber sesudah satu langkah"), points: 3,
      expected: networks().source.allValues, got: after(answer) { $0.source.allValues },
      next: Phrase(
        en: "Nothing of the source may change, its running statistics neither: in which mode is it asked?",
        id: "Tidak ada yang boleh berubah pada sumber, termasuk statistik berjalannya: dalam mode apa ia ditanyai?"))
    try sheet.check(
      "loss", Phrase(en: "the loss of three sets of networks", id: "kerugian tiga susunan jaringan"), points: 2,
      expected: (0..<3).map { step(networks($0), images, labels, 0.5, 0.05) },
      got: (0..<3).map { try answer(networks($0), images, labels, 0.5, 0.05) }, tolerance: 2e-3,
      next: Phrase(
        en: "What the source makes of a picture does not depend on the other pictures of the batch.",
        id: "Keluaran sumber untuk sebuah gambar tidak bergantung pada gambar lain dalam batch."))
    try sheet.check(
      "target", Phrase(en: "the target's weights after a step", id: "bobot target sesudah satu langkah"), points: 4,
      expected: after(right) { $0.target.allValues }, got: after(answer) { $0.target.allValues }, tolerance: 1e-4,
      next: Phrase(
        en: "The matching loss must pull at the target, not at r alone. Where does its gradient end?",
        id: "Kerugian pencocokan harus menarik target, bukan hanya r. Di mana gradiennya berhenti?"))
    try sheet.check(
      "all", Phrase(en: "all that learns, after three steps", id: "semua yang belajar, sesudah tiga langkah"),
      points: 3, expected: after(right, learnt, steps: 3), got: after(answer, learnt, steps: 3), tolerance: 1e-3,
      next: Phrase(
        en: "Target, head and r all learn, at one rate; the source does not.",
        id: "Target, kepala, dan r semuanya belajar dengan satu laju; sumber tidak."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("as it was found", failing: "source") { step($0, $1, $2, $3, $4, mode: .training, detaches: true) },
      Mistake("only the source mended", failing: "target") { step($0, $1, $2, $3, $4, detaches: true) },
      Mistake("only the target mended", failing: "source") { step($0, $1, $2, $3, $4, mode: .training) },
      Mistake("the target in inference mode as well", failing: "target") {
        step($0, $1, $2, $3, $4, targetMode: .inference)
      },
      Mistake("r left out of what learns", failing: "all") { step($0, $1, $2, $3, $4, projects: false) },
      Mistake("the matching loss gone", failing: "loss") { networks, images, labels, _, rate in
        step(networks, images, labels, 0, rate)
      },
      Mistake("the source learns, too", failing: "source") { step($0, $1, $2, $3, $4, sourceLearns: true) },
    ]
  }

  private static func learnt(_ networks: MatchedNetworks) -> [[Float]] {
    networks.target.allValues + (networks.head.parameters + networks.projection.parameters).map(\.value.values)
  }

  /// A step, right but for what a mistake asks.
  private static func step(
    _ networks: MatchedNetworks, _ images: Tensor, _ labels: [Int], _ beta: Float, _ rate: Float,
    mode: Mode = .inference, targetMode: Mode = .training, detaches: Bool = false, projects: Bool = true,
    sourceLearns: Bool = false
  ) -> Float {
    let maps = networks.target(images, targetMode)
    let wanted = networks.source(images, mode)
    let difference = networks.projection(detaches ? maps.detached() : maps) - wanted
    let matching = difference.square().sum() / Float(labels.count)
    let loss = crossEntropy(networks.head(maps.globalAveragePooled()), labels) + matching * beta
    let learning =
      networks.target.parameters + networks.head.parameters + (projects ? networks.projection.parameters : [])
      + (sourceLearns ? networks.source.parameters : [])
    SGD(learning, learningRate: rate).step(loss.gradients())
    return loss.item
  }
}
