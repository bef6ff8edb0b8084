import Autograd
import Grading
import Notebook

/// How often an attack has reached its goal, strictly counted.
package enum AttackSuccessRateGrader: Grader {
  package typealias Answer = (
    _ before: [[Float]], _ after: [[Float]], _ labels: [Int], _ target: Int?
  ) throws -> Float?

  package static let id = "attack-success-rate", lesson = "adversarial-cat", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let example = Trial(
      before: [[2, 1, 0], [3, 0, 1], [0, 1, 2], [2, 0, 1]], after: [[0, 2, 1], [1, 0, 3], [0, 3, 1], [2, 1, 0]],
      labels: [0, 0, 0, 0], target: 1)
    let targeted = [20, 31].map { Trial($0, target: 1, &sheet.random) }
    let free = [20, 31].map { Trial($0, target: nil, &sheet.random) }
    let unsure = Trial.unsure(&sheet.random)
    let hopeless = Trial(
      before: [[0, 1, 0], [0, 0, 1]], after: [[0, 1, 0], [0, 1, 0]], labels: [0, 0], target: 1)
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 1,
      expected: Float(1) / 3, got: ask(answer, example), tolerance: 1e-5,
      next: Phrase(
        en: "Three of the four pictures were right before; of those, one is taken for class 1 afterwards.",
        id: "Tiga dari empat gambar benar sebelumnya; dari ketiganya, satu disangka kelas 1 sesudahnya."))
    try sheet.check(
      "targeted", Phrase(en: "attacks with a target", id: "serangan bertarget"), points: 3,
      expected: targeted.map { rate($0) }, got: targeted.map { try ask(answer, $0) }, tolerance: 1e-5,
      next: Phrase(
        en: "With a target only the target counts: \"no longer the label\" is another goal.",
        id: "Bila ada target, hanya target yang dihitung: \"bukan lagi labelnya\" adalah tujuan yang lain."))
    try sheet.check(
      "untargeted", Phrase(en: "attacks without a target", id: "serangan tanpa target"), points: 3,
      expected: free.map { rate($0) }, got: free.map { try ask(answer, $0) }, tolerance: 1e-5,
      next: Phrase(
        en: "Where `target` is nil any answer but the own label is a success, of a picture that was right before.",
        id: "Bila `target` nil, setiap jawaban selain labelnya sendiri berhasil, asal gambar itu benar sebelumnya."))
    try sheet.check(
      "first-answer", Phrase(en: "a network that is never sure", id: "jaringan yang tak pernah yakin"), points: 2,
      expected: rate(unsure), got: ask(answer, unsure), tolerance: 1e-5,
      next: Phrase(
        en: "What counts is which of the numbers is the largest, not how large it is.",
        id: "Yang dihitung ialah bilangan mana yang terbesar, bukan seberapa besar."))
    try sheet.check(
      "nothing-to-count", Phrase(en: "pictures that were all wrong before", id: "gambar yang semuanya sudah salah"),
      points: 1, expected: nil, got: ask(answer, hopeless),
      next: Phrase(
        en: "Of no picture at all there is no share: give nil, not 0 / 0.",
        id: "Dari nol gambar tidak ada bagian yang dapat dihitung: berikan nil, bukan 0 / 0."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("pictures that were wrong before count, too", failing: "example") {
        share(Trial($0, $1, $2, $3), counts: { _, _ in true })
      },
      Mistake("divided by the number of all pictures", failing: "targeted") { before, after, labels, target in
        let trial = Trial(before, after, labels, target)
        let right = Float(zip(before, labels).count { largest($0) == $1 })
        return share(trial).map { $0 * right / Float(labels.count) }
      },
      Mistake("with a target, any other answer counts", failing: "targeted") { before, after, labels, _ in
        share(Trial(before, after, labels, nil))
      },
      Mistake("no target taken for class 0", failing: "untargeted") { before, after, labels, target in
        share(Trial(before, after, labels, target ?? 0))
      },
      Mistake("only a probability above a half counts", failing: "first-answer") { before, after, labels, target in
        share(
          Trial(before, after, labels, target),
          reaches: { scores, label, target in target.map { scores[$0] > 0.5 } ?? (scores[label] <= 0.5) })
      },
      Mistake("0 where there is nothing to count", failing: "nothing-to-count") {
        share(Trial($0, $1, $2, $3)) ?? 0
      },
      Mistake("the share that withstood", failing: "example") { share(Trial($0, $1, $2, $3)).map { 1 - $0 } },
    ]
  }

  /// Scores of some pictures before and after an attack.
  private struct Trial {
    let before, after: [[Float]]
    let labels: [Int]
    let target: Int?

    init(before: [[Float]], after: [[Float]], labels: [Int], target: Int?) {
      (self.before, self.after, self.labels, self.target) = (before, after, labels, target)
    }

    init(_ before: [[Float]], _ after: [[Float]], _ labels: [Int], _ target: Int?) {
      self.init(before: before, after: after, labels: labels, target: target)
    }

    /// Pictures of classes 0, 2 and 3.
    ///
    /// The first five are: wrong before, wrong before and the target after, fooled into the target, fooled into another
    /// class, not fooled. The others are by chance.
    init(_ count: Int, target: Int?, _ random: inout RandomSource) {
      let labels = (0..<count).map { _ in random.pick([0, 2, 3]) }
      func other(than label: Int) -> Int { label == 3 ? 2 : 3 }
      let starts = labels.enumerated().map { place, label in
        place < 2 || (place > 4 && random.chance(0.3)) ? other(than: label) : label
      }
      let ends = labels.enumerated().map { place, label in
        switch place {
        case 0: label
        case 1, 2: 1
        case 3: other(than: label)
        case 4: label
        default: random.pick([0, 1, 1, 2, 3])
        }
      }
      self.init(
        before: starts.map { Self.logits(largest: $0, &random) }, after: ends.map { Self.logits(largest: $0, &random) },
        labels: labels, target: target)
    }

    /// Probabilities of which none is above a half.
    static func unsure(_ random: inout RandomSource) -> Trial {
      let rows: (before: [[Float]], after: [[Float]]) = (
        [[0.4, 0.3, 0.3], [0.45, 0.2, 0.35], [0.4, 0.25, 0.35]],
        [[0.3, 0.4, 0.3], [0.2, 0.45, 0.35], [0.4, 0.3, 0.3]]
      )
      let order = [0, 1, 2].shuffled(using: &random)
      return Trial(
        before: order.map { rows.before[$0] }, after: order.map { rows.after[$0] }, labels: [0, 0, 0], target: 1)
    }

    private static func logits(largest: Int, _ random: inout RandomSource) -> [Float] {
      (0..<4).map { $0 == largest ? random.uniform(2...6) : random.uniform(-4...2) }
    }
  }

  private static func largest(_ scores: [Float]) -> Int {
    scores.indices.max { scores[$0] < scores[$1] } ?? 0
  }

  private static func ask(_ answer: Answer, _ trial: Trial) throws -> Float? {
    try answer(trial.before, trial.after, trial.labels, trial.target)
  }

  private static func rate(_ trial: Trial) -> Float? { share(trial) }

  /// The share of the pictures that count for which the goal is reached, both as a mistake has them.
  private static func share(
    _ trial: Trial, counts: (_ answer: Int, _ label: Int) -> Bool = { $0 == $1 },
    reaches: (_ scores: [Float], _ label: Int, _ target: Int?) -> Bool = { scores, label, target in
      target.map { $0 == largest(scores) } ?? (label != largest(scores))
    }
  ) -> Float? {
    let counted = trial.labels.indices.filter { counts(largest(trial.before[$0]), trial.labels[$0]) }
    let reached = counted.count { reaches(trial.after[$0], trial.labels[$0], trial.target) }
    return counted.isEmpty ? nil : Float(reached) / Float(counted.count)
  }
}
