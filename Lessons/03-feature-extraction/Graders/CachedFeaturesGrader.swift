import Autograd
import Grading
import NeuralNetworks
import Notebook

/// A head that learns from features which are computed once.
package enum CachedFeaturesGrader: Grader {
  package typealias Answer = (
    _ head: Linear, _ base: any Layer, _ pictures: Tensor, _ labels: [Int], _ epochs: Int, _ learningRate: Float
  ) throws -> [Float]

  package static let id = "cached-features", lesson = "feature-extraction", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let trials = [3, 6, 12].map { epochs in Trial(epochs: epochs, &sheet.random) }
    let expected = trials.map { $0.run { trained($0, above: $1, $2, $3, epochs: $4, rate: $5) } }
    try sheet.check(
      "example", Phrase(en: "the losses of the text's example", id: "kerugian dalam contoh teks"), points: 2,
      expected: [0.693147, 0.313262],
      got: answer(
        Trial.head(2, weight: [0, 0], shape: [2, 1]), GlobalAveragePool(), Tensor([1, -1], shape: [2, 1, 1, 1]),
        [0, 1],
        2, 1),
      tolerance: 1e-5,
      next: Phrase(
        en: "In every epoch compute the loss, note its `item`, and only then take the step.",
        id: "Pada setiap epoch, hitung kerugiannya, catat `item`-nya, baru kemudian ambil langkahnya."))
    try sheet.check(
      "once", Phrase(en: "pictures that went through the base", id: "gambar yang melewati basis"), points: 3,
      expected: trials.map(\.labels.count), got: trials.map { try $0.run(answer).pictures },
      next: Phrase(
        en: "Call `base(pictures)` once, before the first epoch, and use what it gave in all of them.",
        id: "Panggil `base(pictures)` satu kali sebelum epoch pertama, lalu pakai hasilnya pada semua epoch."))
    try sheet.check(
      "losses", Phrase(en: "the losses of three trainings", id: "kerugian dari tiga pelatihan"), points: 2,
      expected: expected.map(\.losses), got: trials.map { try $0.run(answer).losses }, tolerance: 1e-4,
      next: Phrase(
        en: "Give one loss per epoch: the cross entropy of `head(features)` and the labels, before the step.",
        id: "Berikan satu kerugian per epoch: entropi silang `head(features)` dan labelnya, sebelum langkahnya."))
    try sheet.check(
      "weights", Phrase(en: "the weights of three heads", id: "bobot tiga kepala"), points: 2,
      expected: expected.map(\.weight), got: trials.map { try $0.run(answer).weight }, tolerance: 1e-4,
      next: Phrase(
        en: "Take one step of SGD per epoch, on all pictures, at the rate `learningRate` and without momentum.",
        id: "Ambil satu langkah SGD per epoch, pada semua gambar, dengan laju `learningRate` dan tanpa momentum."))
    try sheet.check(
      "base-unchanged", Phrase(en: "values of the base that have changed", id: "nilai basis yang berubah"), points: 1,
      expected: trials.map { _ in [String]() }, got: trials.map { try $0.run(answer).changed },
      next: Phrase(
        en: "Call the base at inference, `base(pictures)`, and give only the head's parameters to the optimiser.",
        id: "Panggil basis pada inferensi, `base(pictures)`, dan berikan hanya parameter kepala kepada optimizer."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("features computed in every epoch", failing: "once") { head, base, pictures, labels, epochs, rate in
        trained(head, above: base, pictures, labels, epochs: epochs, rate: rate, again: true)
      },
      Mistake("the base in training mode", failing: "base-unchanged") { head, base, pictures, labels, epochs, rate in
        trained(head, above: base, pictures, labels, epochs: epochs, rate: rate, mode: .training)
      },
      Mistake("the base learns, too", failing: "base-unchanged") { head, base, pictures, labels, epochs, rate in
        let learning = head.parameters + base.parameters
        return trained(head, above: base, pictures, labels, epochs: epochs, rate: rate, learning: learning, again: true)
      },
      Mistake("one epoch, however many are wanted", failing: "weights") { head, base, pictures, labels, _, rate in
        trained(head, above: base, pictures, labels, epochs: 1, rate: rate)
      },
      Mistake("the loss after the step", failing: "example") { head, base, pictures, labels, epochs, rate in
        let losses = trained(head, above: base, pictures, labels, epochs: epochs, rate: rate)
        return losses.dropFirst() + [crossEntropy(head(base(pictures)), labels).item]
      },
      Mistake("another learning rate", failing: "weights") { head, base, pictures, labels, epochs, _ in
        trained(head, above: base, pictures, labels, epochs: epochs, rate: 0.01)
      },
      Mistake("nothing learnt", failing: "losses") { head, base, pictures, labels, epochs, rate in
        trained(head, above: base, pictures, labels, epochs: epochs, rate: rate, learning: [])
      },
    ]
  }

  /// The right training, but for what a mistake does otherwise.
  private static func trained(
    _ head: Linear, above base: any Layer, _ pictures: Tensor, _ labels: [Int], epochs: Int, rate: Float,
    learning: [Parameter]? = nil, again: Bool = false, mode: Mode = .inference
  ) -> [Float] {
    var features = base(pictures, mode)
    let optimizer = SGD(learning ?? head.parameters, learningRate: rate)
    return (0..<epochs).map { epoch in
      if again && epoch > 0 { features = base(pictures, mode) }
      let loss = crossEntropy(head(features), labels)
      optimizer.step(loss.gradients())
      return loss.item
    }
  }
}

/// Pictures, and the sizes of what is trained on them; each run has a base and a head of its own with the same values.
private struct Trial {
  let epochs: Int
  let pictures: Tensor
  let labels: [Int]
  private let width: Int, classes: Int, seed: UInt64, rate: Float

  init(epochs: Int, _ random: inout RandomSource) {
    self.epochs = epochs
    width = 4 + random.below(8)
    classes = 2 + random.below(3)
    seed = random.next()
    rate = random.uniform(0.3...1)
    (pictures, labels) = FeatureNetworks.pictures(3 * classes, classes: classes, random: &random)
  }

  /// A head with the given weights and no bias.
  static func head(_ classes: Int, weight: [Float], shape: [Int]) -> Linear {
    var random = RandomSource(seed: 0)
    let head = Linear(shape[1], classes, random: &random)
    head.weight.set(Tensor(weight, shape: shape))
    return head
  }

  /// What came of a training: its losses, the head's weight, how many pictures went through the base, and what has changed
  /// of it.
  func run(
    _ answer: CachedFeaturesGrader.Answer
  ) rethrows -> (losses: [Float], weight: Tensor, pictures: Int, changed: [String]) {
    var random = RandomSource(seed: seed)
    let base = CountingBase(FeatureNetworks.base(width: width, random: &random))
    let head = Linear(width, classes, random: &random)
    let record = StateRecord(of: base)
    let losses = try answer(head, base, pictures, labels, epochs, rate)
    return (losses, head.weight.value.detached(), base.count, record.changed(in: base))
  }
}
