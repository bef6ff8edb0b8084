import Autograd
import Grading
import NeuralNetworks
import Notebook
import TransferLearning

/// When training ends, and which epoch's weights are kept.
package enum EarlyStoppingGrader: Grader {
  package typealias Answer = (_ losses: [Float], _ patience: Int) throws -> (epochs: Int, best: Int)

  package static let id = "early-stopping", lesson = "fine-tuning", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let falling = (0..<6).map { epoch -> Float in 1 - 0.1 * Float(epoch) - sheet.random.uniform(0...0.05) }
    let recovering: [Float] = [0.5, 0.9, 0.8, 0.7, 0.6, 0.55, 0.52]
    let toAndFro = (0..<10).map { epoch -> Float in
      let step = epoch.isMultiple(of: 2) ? 0 : sheet.random.uniform(0.12...0.2)
      return 1 - 0.05 * Float(epoch) + step
    }
    let equal = [Float](repeating: sheet.random.uniform(), count: 6)
    let walks = (0..<8).map { _ in walk(20, &sheet.random) }
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 1,
      expected: [4, 1], got: ask(answer, [0.9, 0.7, 0.8, 0.75, 0.6], 2),
      next: Phrase(
        en: "After 0.8 and 0.75 nothing is better than 0.7: training ends, and 0.6 is never seen.",
        id: "Sesudah 0,8 dan 0,75 tidak ada yang lebih baik dari 0,7: pelatihan berakhir, 0,6 tidak pernah terlihat."
      ))
    try sheet.check(
      "falling", Phrase(en: "losses that only fall", id: "kerugian yang terus turun"), points: 1,
      expected: expected(falling, 1), got: ask(answer, falling, 1),
      next: Phrase(
        en: "Training that goes on getting better runs through all epochs; the last one is the best.",
        id: "Pelatihan yang terus membaik berjalan sampai epoch terakhir; epoch itulah yang terbaik."))
    try sheet.check(
      "best-so-far", Phrase(en: "a rise, and a slow recovery", id: "naik, lalu pulih perlahan"), points: 2,
      expected: [2, 3, 4].map { expected(recovering, $0) }, got: [2, 3, 4].map { try ask(answer, recovering, $0) },
      next: Phrase(
        en: "Compare each loss with the lowest so far, not with the one before it.",
        id: "Bandingkan setiap kerugian dengan yang terendah sejauh ini, bukan dengan yang tepat sebelumnya."))
    try sheet.check(
      "in-a-row", Phrase(en: "every other epoch better", id: "membaik setiap dua epoch"), points: 2,
      expected: expected(toAndFro, 2), got: ask(answer, toAndFro, 2),
      next: Phrase(
        en: "Start counting anew at every better epoch: patience is for epochs in a row.",
        id: "Mulailah menghitung lagi pada setiap epoch yang lebih baik: kesabaran berlaku untuk epoch berturut-turut.")
    )
    try sheet.check(
      "equal", Phrase(en: "losses that stay the same", id: "kerugian yang tetap sama"), points: 1,
      expected: expected(equal, 3), got: ask(answer, equal, 3),
      next: Phrase(
        en: "Equal is not better: of equal losses the first one counts.",
        id: "Sama bukan berarti lebih baik: dari kerugian yang sama, yang pertama yang berlaku."))
    try sheet.check(
      "any", Phrase(en: "eight trainings, patience from 1 to 4", id: "delapan pelatihan, kesabaran 1 sampai 4"),
      points: 3, expected: walks.enumerated().map { expected($1, 1 + $0 % 4) },
      got: walks.enumerated().map { try ask(answer, $1, 1 + $0 % 4) },
      next: Phrase(
        en:
          "Count the epochs that ran, the last one as well; give the place of the best one in `losses`, from 0.",
        id: "Hitung epoch yang berjalan, termasuk yang terakhir; tempat yang terbaik dalam `losses` dihitung dari 0."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("the best of all epochs, also those that never ran", failing: "example") { losses, patience in
        let lowest = losses.indices.min { losses[$0] < losses[$1] } ?? 0
        return (stopped(losses, patience).epochs, lowest)
      },
      Mistake("the last weights kept", failing: "example") { losses, patience in
        let epochs = stopped(losses, patience).epochs
        return (epochs, epochs - 1)
      },
      Mistake("each loss compared with the one before", failing: "best-so-far") { losses, patience in
        var (rises, epochs) = (0, 0)
        while epochs < losses.count, rises < patience {
          rises = epochs > 0 && losses[epochs] >= losses[epochs - 1] ? rises + 1 : 0
          epochs += 1
        }
        return (epochs, losses[..<epochs].indices.min { losses[$0] < losses[$1] } ?? 0)
      },
      Mistake("worse epochs counted altogether, not in a row", failing: "in-a-row") { losses, patience in
        var (best, worse, epochs) = (0, 0, 0)
        while epochs < losses.count, worse < patience {
          if epochs > 0, losses[epochs] >= losses[best] { worse += 1 } else { best = epochs }
          epochs += 1
        }
        return (epochs, best)
      },
      Mistake("equal taken for better", failing: "equal") { stopped($0, $1) { $0 <= $1 } },
      Mistake("one epoch too many", failing: "example") { stopped($0, $1 + 1) },
      Mistake("never ended", failing: "example") { losses, _ in
        (losses.count, losses.indices.min { losses[$0] < losses[$1] } ?? 0)
      },
      Mistake("epochs counted from 0", failing: "any") { (stopped($0, $1).epochs - 1, stopped($0, $1).best) },
    ]
  }

  private static func ask(_ answer: Answer, _ losses: [Float], _ patience: Int) throws -> [Int] {
    let (epochs, best) = try answer(losses, patience)
    return [epochs, best]
  }

  /// What the library of the course does.
  private static func expected(_ losses: [Float], _ patience: Int) -> [Int] {
    let stopping = EarlyStopping(patience: patience)
    var epochs = 0
    for loss in losses where !stopping.isOver {
      stopping.note(loss, of: ReLU())
      epochs += 1
    }
    return [epochs, stopping.best?.epoch ?? 0]
  }

  /// The right rule, but for what a mistake takes for better.
  private static func stopped(
    _ losses: [Float], _ patience: Int, isBetter: (Float, Float) -> Bool = { $0 < $1 }
  ) -> (epochs: Int, best: Int) {
    var (best, epochs) = (0, 0)
    while epochs < losses.count, epochs == 0 || epochs - 1 - best < patience {
      if isBetter(losses[epochs], losses[best]) { best = epochs }
      epochs += 1
    }
    return (epochs, best)
  }

  /// Losses that fall for a while, and then rise, with noise on them.
  private static func walk(_ count: Int, _ random: inout RandomSource) -> [Float] {
    let turn = Float(4 + random.below(8))
    return (0..<count).map { epoch -> Float in 0.3 + 0.05 * abs(Float(epoch) - turn) + random.uniform(0...0.1) }
  }
}
