import Autograd
import Grading
import NeuralNetworks
import Notebook

/// A training with two mistakes that nobody notices: a number in the wrong place, and validation pictures that are none.
package enum TrainingReportGrader: Grader {
  package typealias Answer = (
    _ network: Sequential, _ training: ExercisePictures, _ validation: ExercisePictures, _ epochs: Int
  ) throws -> Float

  package static let id = "training-report", lesson = "fine-tuning", points = 12

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let seed = sheet.random.next()
    func network(_ place: Int) -> Sequential {
      .parted(side: 4, widths: [4, 4], classes: 3, seed: seed &+ UInt64(place))
    }
    let training = pictures(12, &sheet.random)
    let validation = [7, 10, 13].map { pictures($0, &sheet.random) }
    try sheet.check(
      "untrained", Phrase(en: "three networks before any training", id: "tiga jaringan sebelum dilatih"), points: 4,
      expected: validation.enumerated().map { report(network($0), training, $1, 0) },
      got: validation.enumerated().map { try answer(network($0), training, $1, 0) }, tolerance: 1e-5,
      next: Phrase(
        en: "Which pictures is the accuracy computed on? Look where its batches come from.",
        id: "Akurasi itu dihitung pada gambar yang mana? Periksa dari mana batch-nya berasal."))
    try sheet.check(
      "weights", Phrase(en: "the weights after three epochs", id: "bobot sesudah tiga epoch"), points: 5,
      expected: trained(network(0)) { report($0, training, validation[0], 3) },
      got: trained(network(0)) { try answer($0, training, validation[0], 3) }, tolerance: 1e-5,
      next: Phrase(
        en: "The recipe says: momentum 0.9, weight decay 0.0005. Compare it with what SGD is told, name by name.",
        id: "Resepnya: momentum 0,9 dan peluruhan bobot 0,0005. Bandingkan dengan yang diberikan kepada SGD."))
    try sheet.check(
      "report", Phrase(en: "the accuracy after ten epochs", id: "akurasi sesudah sepuluh epoch"), points: 3,
      expected: validation.enumerated().map { report(network($0), training, $1, 10) },
      got: validation.enumerated().map { try answer(network($0), training, $1, 10) }, tolerance: 1e-5,
      next: Phrase(
        en: "Both mistakes must be mended: the optimiser's numbers, and the pictures of the report.",
        id: "Kedua kesalahan harus diperbaiki: bilangan untuk optimizer, dan gambar untuk laporannya."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("as it was found", failing: "weights") { network, training, _, epochs in
        report(network, training, training, epochs, momentum: 5e-4, decay: 0)
      },
      Mistake("only the optimiser mended", failing: "untrained") { network, training, _, epochs in
        report(network, training, training, epochs)
      },
      Mistake("only the pictures mended", failing: "weights") {
        report($0, $1, $2, $3, momentum: 5e-4, decay: 0)
      },
      Mistake("the decay forgotten", failing: "weights") { report($0, $1, $2, $3, decay: 0) },
      Mistake("the two numbers swapped", failing: "weights") { report($0, $1, $2, $3, momentum: 5e-4, decay: 0.9) },
      Mistake("trained on the validation pictures", failing: "weights") { network, _, validation, epochs in
        report(network, validation, validation, epochs)
      },
      Mistake("validated in training mode", failing: "weights") { report($0, $1, $2, $3, mode: .training) },
    ]
  }

  /// Trains, and gives the accuracy on the pictures of the report.
  private static func report(
    _ network: Sequential, _ training: ExercisePictures, _ validation: ExercisePictures, _ epochs: Int,
    momentum: Float = 0.9,
    decay: Float = 5e-4, mode: Mode = .inference
  ) -> Float {
    let optimizer = SGD(network.parameters, learningRate: 0.05, momentum: momentum, weightDecay: decay)
    for _ in 0..<epochs {
      for batch in training.batches(of: 4) {
        optimizer.step(crossEntropy(network(batch.images, .training), batch.labels).gradients())
      }
    }
    let right = validation.batches(of: 4).map { batch in
      zip(network(batch.images, mode).indicesOfLargest(), batch.labels).count { $0 == $1 }
    }
    return Float(right.reduce(0, +)) / Float(validation.labels.count)
  }

  /// All values of a network once something has been done with it.
  private static func trained(_ network: Sequential, _ deed: (Sequential) throws -> Float) rethrows -> [[Float]] {
    try network.allValues(after: deed(network))
  }

  /// Noise with labels by chance: a network can learn it by heart, and nothing from it about other noise.
  private static func pictures(_ count: Int, _ random: inout RandomSource) -> ExercisePictures {
    ExercisePictures(
      images: .uniform(shape: [count, 4, 4, 3], random: &random), labels: (0..<count).map { _ in random.below(3) })
  }
}
