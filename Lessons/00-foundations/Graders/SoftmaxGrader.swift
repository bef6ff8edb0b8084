import Autograd
import Foundation
import Grading
import Notebook

/// Probabilities out of logits.
package enum SoftmaxGrader: Grader {
  package typealias Answer = (_ logits: [Float]) throws -> [Float]

  package static let id = "softmax", lesson = "foundations", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let lists = [2, 3, 10].map { count in (0..<count).map { _ in sheet.random.uniform(-3...3) } }
    let equal = [Float](repeating: sheet.random.uniform(-2...2), count: 5)
    let large: [Float] = [1_000, 999, 998], small: [Float] = [-1_000, -1_001, -1_000]
    try sheet.check(
      "example", Phrase(en: "the logits 2, 1, −1 of the text", id: "logit 2, 1, −1 dalam teks"), points: 1,
      expected: softmax([2, 1, -1]), got: answer([2, 1, -1]), tolerance: 1e-5,
      next: Phrase(
        en: "exp(2) = 7.389, exp(1) = 2.718 and exp(−1) = 0.368; divide each by their sum.",
        id: "exp(2) = 7,389, exp(1) = 2,718, dan exp(−1) = 0,368; bagi masing-masing dengan jumlahnya."))
    try sheet.check(
      "lists", Phrase(en: "2, 3 and 10 logits", id: "2, 3, dan 10 logit"), points: 3,
      expected: lists.map(softmax), got: lists.map { try answer($0) }, tolerance: 1e-5,
      next: Phrase(
        en: "Take the exponential function of every logit first, negative ones, too; then divide.",
        id: "Ambil dahulu fungsi eksponensial setiap logit, yang negatif juga; lalu bagi."))
    try sheet.check(
      "equal", Phrase(en: "five equal logits", id: "lima logit yang sama"), points: 1,
      expected: [0.2, 0.2, 0.2, 0.2, 0.2], got: answer(equal), tolerance: 1e-5,
      next: Phrase(
        en: "Equal logits have equal probabilities, whose sum is 1.",
        id: "Logit yang sama berprobabilitas sama, dan jumlahnya 1."))
    try sheet.check(
      "large", Phrase(en: "logits about 1000", id: "logit di sekitar 1000"), points: 3,
      expected: softmax(large), got: answer(large), tolerance: 1e-5,
      next: Phrase(
        en: "exp(1000) is too large for a Float. Subtract the largest logit from all first: nothing else changes.",
        id:
          "exp(1000) terlalu besar untuk Float. Kurangi dahulu semuanya dengan logit terbesar: hasilnya tidak berubah.")
    )
    try sheet.check(
      "small", Phrase(en: "logits about −1000", id: "logit di sekitar −1000"), points: 2,
      expected: softmax(small), got: answer(small), tolerance: 1e-5,
      next: Phrase(
        en: "exp(−1000) is rounded to 0, and 0 / 0 is no number. Subtract the largest logit from all first.",
        id: "exp(−1000) dibulatkan menjadi 0, dan 0 / 0 bukan bilangan. Kurangi dahulu semuanya dengan logit terbesar.")
    )
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("shares of the logits, without exp", failing: "example") { logits in
        logits.map { $0 / logits.reduce(0, +) }
      },
      Mistake("the largest logit not subtracted", failing: "large") { shares($0) { exp($0) } },
      Mistake("the smallest logit subtracted", failing: "lists") { logits in
        let least = logits.min() ?? 0
        return logits.map { exp($0 - least) / Float(logits.count) }
      },
      Mistake("each class alone, by the logistic function", failing: "equal") { $0.map { 1 / (1 + exp(-$0)) } },
      Mistake("divided by the largest instead of the sum", failing: "equal") { logits in
        let most = logits.max() ?? 0
        return logits.map { exp($0 - most) }
      },
      Mistake("powers of 2", failing: "example") { logits in
        let most = logits.max() ?? 0
        return shares(logits.map { $0 - most }) { exp2($0) }
      },
      Mistake("the sign turned round", failing: "example") { logits in softmax(logits.map { -$0 }) },
      Mistake("1 for the largest, 0 for the others", failing: "lists") { logits in
        logits.map { $0 == logits.max() ? 1 : 0 }
      },
    ]
  }

  private static func shares(_ logits: [Float], _ power: (Float) -> Float) -> [Float] {
    let powers = logits.map(power)
    return powers.map { $0 / powers.reduce(0, +) }
  }

  private static func softmax(_ logits: [Float]) -> [Float] { Tensor(logits).softmax().values }
}
