import Autograd
import Grading
import NeuralNetworks
import Notebook

/// A head with as many outputs as there are classes, not training pictures.
package enum MendAHeadGrader: Grader {
  package typealias Answer = (
    _ features: Tensor, _ labels: [Int], _ classNames: [String], _ random: inout RandomSource
  ) throws -> Linear

  package static let id = "mend-a-head", lesson = "feature-extraction", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let sets = (2...4).map { classes in Clusters(classes: classes, perClass: 4 + classes, &sheet.random) }
    let larger = (1...3).map { Clusters(classes: 3, perClass: 4 * $0, &sheet.random) }
    let absent = (2...4).map { Clusters(classes: $0, perClass: 5, withoutLast: true, &sheet.random) }
    let seed = sheet.random.next()
    func head(_ clusters: Clusters) throws -> Linear {
      var random = RandomSource(seed: seed)
      return try answer(clusters.features, clusters.labels, clusters.classNames, &random)
    }
    try sheet.check(
      "outputs",
      Phrase(en: "the outputs of heads for 2, 3 and 4 classes", id: "keluaran kepala untuk 2, 3, dan 4 kelas"),
      points: 3, expected: [2, 3, 4], got: sets.map { try head($0).weight.value.shape[0] },
      next: Phrase(
        en: "A head has one output for each class. What does the second argument of `Linear` count here?",
        id: "Kepala punya satu keluaran untuk setiap kelas. Apa yang dihitung argumen kedua `Linear` di sini?"))
    try sheet.check(
      "more-pictures", Phrase(en: "how many numbers learn from 12, 24, 36 pictures", id: "bilangan yang belajar"),
      points: 2, expected: larger.map { 3 * ($0.width + 1) }, got: larger.map { try head($0).parameterCount },
      next: Phrase(
        en: "More pictures of the same classes need no larger head.",
        id: "Gambar yang lebih banyak dari kelas yang sama tidak memerlukan kepala yang lebih besar."))
    try sheet.check(
      "absent-class", Phrase(en: "a class of which there is no picture yet", id: "kelas yang belum punya gambar"),
      points: 2, expected: [2, 3, 4], got: absent.map { try head($0).weight.value.shape[0] },
      next: Phrase(
        en: "Labels tell only which classes have pictures; ask for the names of all classes.",
        id: "Label hanya menyatakan kelas mana yang punya gambar; tanyakan nama semua kelas."))
    try sheet.check(
      "learns", Phrase(en: "the accuracy of the heads on new pictures", id: "akurasi kepala pada gambar baru"),
      points: 3, expected: [1, 1, 1], got: sets.map { try $0.accuracy(of: head($0)) }, tolerance: 0.1,
      next: Phrase(
        en: "The head must still learn: leave the loop as it was.",
        id: "Kepala tetap harus belajar: biarkan perulangannya seperti semula."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("as it was handed out", failing: "outputs") { features, labels, _, random in
        trained(outputs: labels.count, features, labels, &random)
      },
      Mistake("one output more for every dozen pictures", failing: "more-pictures") { features, labels, names, random in
        trained(outputs: names.count + labels.count / 12, features, labels, &random)
      },
      Mistake("the different labels counted", failing: "absent-class") { features, labels, _, random in
        trained(outputs: Set(labels).count, features, labels, &random)
      },
      Mistake("as many outputs as features", failing: "outputs") { features, labels, _, random in
        trained(outputs: features.shape[1], features, labels, &random)
      },
      Mistake("one output to spare", failing: "outputs") { features, labels, names, random in
        trained(outputs: names.count + 1, features, labels, &random)
      },
      Mistake("the right outputs, but the loop is gone", failing: "learns") { features, _, names, random in
        Linear(features.shape[1], names.count, random: &random)
      },
    ]
  }

  private static func trained(
    outputs: Int, _ features: Tensor, _ labels: [Int], _ random: inout RandomSource
  ) -> Linear {
    let head = Linear(features.shape[1], outputs, random: &random)
    let optimizer = Adam(head.parameters, learningRate: 0.05)
    for _ in 0..<60 {
      let loss = crossEntropy(head(features), labels)
      optimizer.step(loss.gradients())
    }
    return head
  }
}

/// Features of classes that lie well apart, and others of the same classes to score a head on.
private struct Clusters {
  let features: Tensor
  let labels: [Int]
  let classNames: [String]
  private let fresh: Tensor
  private let freshLabels: [Int]

  var width: Int { features.shape[1] }

  init(classes: Int, perClass: Int, withoutLast: Bool = false, _ random: inout RandomSource) {
    classNames = Array(["cow", "sheep", "pig", "goat"].prefix(classes))
    let width = 6 + random.below(10)
    let present = Array(0..<(withoutLast ? classes - 1 : classes))
    labels = present.flatMap { [Int](repeating: $0, count: perClass) }.shuffled(using: &random)
    freshLabels = (0..<40).map { present[$0 % present.count] }
    features = Self.features(of: labels, width: width, &random)
    fresh = Self.features(of: freshLabels, width: width, &random)
  }

  /// Every class is large in a column of its own.
  private static func features(of labels: [Int], width: Int, _ random: inout RandomSource) -> Tensor {
    let values = labels.flatMap { label in
      (0..<width).map { column in (column == label ? 3 : 0) + random.uniform(-0.5...0.5) }
    }
    return Tensor(values, shape: [labels.count, width])
  }

  /// The share of new pictures that a head classifies rightly; 0 where it does not take these features.
  func accuracy(of head: Linear) -> Float {
    guard head.weight.value.shape[1] == width else { return 0 }
    return NeuralNetworks.accuracy(head(fresh), freshLabels)
  }
}
