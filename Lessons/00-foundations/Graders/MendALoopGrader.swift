import Autograd
import Grading
import NeuralNetworks
import Notebook

/// A training loop that only looks at the validation set.
package enum MendALoopGrader: Grader {
  package typealias Answer = (
    _ training: Tensor, _ labels: [Int], _ validation: Tensor, _ validationLabels: [Int], _ classes: Int, _ epochs: Int,
    _ random: inout RandomSource
  ) throws -> (head: Linear, accuracies: [Float])

  package static let id = "mend-a-loop", lesson = "foundations", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let sets = (2...4).map { LoopData(classes: $0, &sheet.random) }
    let seed = sheet.random.next()
    func result(_ data: LoopData, relabelled: Bool = false) throws -> (head: Linear, accuracies: [Float]) {
      var random = RandomSource(seed: seed)
      let labels = relabelled ? data.validationLabels.map { ($0 + 1) % data.classes } : data.validationLabels
      return try answer(data.training, data.labels, data.validation, labels, data.classes, 12, &random)
    }
    let right = sets.map { $0.result(seed: seed) }
    try sheet.check(
      "untouched", Phrase(en: "weights after other validation labels", id: "bobot dengan label validasi yang lain"),
      points: 4, expected: sets.indices.map { right[$0].head.weight.value },
      got: sets.map { try result($0, relabelled: true).head.weight.value }, tolerance: 1e-4,
      next: Phrase(
        en: "Other validation labels must not change one weight. Which line learns from them?",
        id: "Label validasi yang lain tidak boleh mengubah satu bobot pun. Baris mana yang belajar darinya?"))
    try sheet.check(
      "learns", Phrase(en: "weights of three trained heads", id: "bobot tiga kepala yang dilatih"), points: 3,
      expected: right.map(\.head.weight.value), got: sets.map { try result($0).head.weight.value }, tolerance: 1e-4,
      next: Phrase(
        en: "One step an epoch, on the training loss; leave the first two lines of the loop as they were.",
        id: "Satu langkah per epoch, pada kerugian latih; biarkan dua baris pertama perulangan seperti semula."))
    try sheet.check(
      "accuracies", Phrase(en: "validation accuracy after each epoch", id: "akurasi validasi setelah setiap epoch"),
      points: 3, expected: right.map(\.accuracies), got: sets.map { try result($0).accuracies }, tolerance: 1e-5,
      next: Phrase(
        en: "Still score the validation set after the step of each epoch, and note it.",
        id: "Tetap nilai himpunan validasi setelah langkah setiap epoch, lalu catat."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("as it was handed out", failing: "untouched") { x, y, v, w, classes, epochs, random in
        trained(x, y, v, w, classes, epochs, &random, alsoFrom: (v, w))
      },
      Mistake("learning from the validation set alone", failing: "untouched") { _, _, v, w, classes, epochs, random in
        trained(v, w, v, w, classes, epochs, &random)
      },
      Mistake("the training accuracy noted", failing: "accuracies") { x, y, _, _, classes, epochs, random in
        trained(x, y, x, y, classes, epochs, &random)
      },
      Mistake("nothing noted any more", failing: "accuracies") { x, y, v, w, classes, epochs, random in
        (trained(x, y, v, w, classes, epochs, &random).head, [])
      },
      Mistake("two steps on the training set", failing: "learns") { x, y, v, w, classes, epochs, random in
        trained(x, y, v, w, classes, epochs, &random, alsoFrom: (x, y))
      },
      Mistake("no step at all", failing: "learns") { x, y, v, w, classes, epochs, random in
        let head = Linear(x.shape[1], classes, random: &random)
        return (head, (0..<epochs).map { _ in accuracy(head(v), w) })
      },
    ]
  }

  fileprivate static func trained(
    _ training: Tensor, _ labels: [Int], _ validation: Tensor, _ validationLabels: [Int], _ classes: Int,
    _ epochs: Int, _ random: inout RandomSource, alsoFrom other: (Tensor, [Int])? = nil
  ) -> (head: Linear, accuracies: [Float]) {
    let head = Linear(training.shape[1], classes, random: &random)
    let optimizer = SGD(head.parameters, learningRate: 0.5)
    var accuracies: [Float] = []
    for _ in 0..<epochs {
      optimizer.step(crossEntropy(head(training), labels).gradients())
      let logits = head(validation)
      if let other { optimizer.step(crossEntropy(head(other.0), other.1).gradients()) }
      accuracies.append(accuracy(logits, validationLabels))
    }
    return (head, accuracies)
  }
}

/// Classes that overlap, so that accuracies differ.
private struct LoopData {
  let training, validation: Tensor
  let labels, validationLabels: [Int]
  let classes: Int

  init(classes: Int, _ random: inout RandomSource) {
    func features(_ labels: [Int]) -> Tensor {
      let values = labels.flatMap { label in
        (0..<6).map { column in (column == label ? 1 : 0) + random.uniform(-1.2...1.2) }
      }
      return Tensor(values, shape: [labels.count, 6])
    }
    self.classes = classes
    labels = (0..<24).map { $0 % classes }
    validationLabels = (0..<36).map { $0 % classes }
    training = features(labels)
    validation = features(validationLabels)
  }

  /// What a loop that learns from the training set alone gives.
  func result(seed: UInt64) -> (head: Linear, accuracies: [Float]) {
    var random = RandomSource(seed: seed)
    return MendALoopGrader.trained(training, labels, validation, validationLabels, classes, 12, &random)
  }
}
