import Autograd
import Foundation
import Grading
import Notebook

/// A report with two mistakes that flatter it: an epoch chosen by the target's test labels, and a score turned round.
package enum HonestEpochGrader: Grader {
  package typealias Answer = (_ epochs: [WatchedEpoch]) throws -> Float

  package static let id = "honest-epoch", lesson = "domain-adaptation", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let sure = WatchedEpoch(sourceValidation: 0.9, meanAnswer: [0.5, 0.5], meanEntropy: 0.1, targetTest: 0.7)
    let collapsed = WatchedEpoch(sourceValidation: 0.9, meanAnswer: [0.99, 0.01], meanEntropy: 0.01, targetTest: 0.5)
    let unsure = WatchedEpoch(sourceValidation: 0.9, meanAnswer: [0.5, 0.5], meanEntropy: 0.6, targetTest: 0.6)
    let lucky = WatchedEpoch(sourceValidation: 0.6, meanAnswer: [0.6, 0.4], meanEntropy: 0.5, targetTest: 0.95)
    let courses = (0..<6).map { _ in course(8, &sheet.random) }
    try sheet.check(
      "sure", Phrase(en: "a sure epoch and an unsure one", id: "epoch yang yakin dan yang ragu"), points: 2,
      expected: [0.7, 0.7], got: [answer([unsure, sure]), answer([sure, unsure])], tolerance: 1e-5,
      next: Phrase(
        en: "Information is the entropy of the mean answer minus the mean entropy: sure and varied answers have much.",
        id: "Informasi ialah entropi jawaban rata-rata dikurangi rata-rata entropi: jawaban yakin dan beragam kaya."))
    try sheet.check(
      "collapse", Phrase(en: "an epoch that says one thing to everything", id: "epoch yang menjawab sama untuk semua"),
      points: 2, expected: 0.7, got: answer([collapsed, sure]), tolerance: 1e-5,
      next: Phrase(
        en: "A collapsed network is sure, and its mean answer as sure as each: nothing is left of the difference.",
        id: "Jaringan yang runtuh memang yakin, tetapi jawaban rata-ratanya pun begitu: selisihnya tidak tersisa."))
    try sheet.check(
      "leak", Phrase(en: "an epoch that the test labels alone would choose", id: "epoch yang hanya dipilih label uji"),
      points: 3, expected: 0.7, got: answer([sure, lucky]), tolerance: 1e-5,
      next: Phrase(
        en: "The target's test labels may be reported, and nothing else: they must not choose the epoch.",
        id: "Label uji target boleh dilaporkan, tidak lebih: label itu tidak boleh memilih epoch."))
    try sheet.check(
      "courses", Phrase(en: "six courses of eight epochs", id: "enam perjalanan, masing-masing delapan epoch"),
      points: 3, expected: courses.map { reported($0) }, got: courses.map { try answer($0) }, tolerance: 1e-5,
      next: Phrase(
        en: "Both mistakes must be mended: the sign of the information, and what the epochs are compared by.",
        id: "Kedua kesalahan harus diperbaiki: tanda informasinya, dan dasar pembandingan epoch."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("as it was found", failing: "leak") { epochs in
        epochs.reduce(epochs[0]) {
          max(score($1, sign: -1), $1.targetTest) > max(score($0, sign: -1), $0.targetTest) ? $1 : $0
        }.targetTest
      },
      Mistake("only the leak mended", failing: "sure") { reported($0, sign: -1) },
      Mistake("only the sign mended", failing: "leak") { epochs in
        epochs.reduce(epochs[0]) { max(score($1), $1.targetTest) > max(score($0), $0.targetTest) ? $1 : $0 }.targetTest
      },
      Mistake("the best accuracy of all epochs", failing: "leak") { $0.map(\.targetTest).max() ?? 0 },
      Mistake("the source alone", failing: "courses") { epochs in
        epochs.reduce(epochs[0]) { $1.sourceValidation > $0.sourceValidation ? $1 : $0 }.targetTest
      },
      Mistake("the surest answers", failing: "collapse") { epochs in
        epochs.reduce(epochs[0]) { $1.meanEntropy < $0.meanEntropy ? $1 : $0 }.targetTest
      },
      Mistake("the last epoch", failing: "courses") { $0[$0.count - 1].targetTest },
    ]
  }

  private static func course(_ count: Int, _ random: inout RandomSource) -> [WatchedEpoch] {
    (0..<count).map { _ in
      let first = random.uniform(0.35...0.65)
      return WatchedEpoch(
        sourceValidation: random.uniform(0.7...0.95), meanAnswer: [first, 1 - first],
        meanEntropy: random.uniform(0.05...0.5), targetTest: random.uniform(0.4...0.9))
    }
  }

  private static func score(_ epoch: WatchedEpoch, sign: Float = 1) -> Float {
    let entropy = epoch.meanAnswer.map { $0 > 0 ? -$0 * log($0) : 0 }.reduce(0, +)
    return (epoch.sourceValidation + sign * (entropy - epoch.meanEntropy) / log(Float(epoch.meanAnswer.count))) / 2
  }

  private static func reported(_ epochs: [WatchedEpoch], sign: Float = 1) -> Float {
    epochs.reduce(epochs[0]) { score($1, sign: sign) > score($0, sign: sign) ? $1 : $0 }.targetTest
  }
}
