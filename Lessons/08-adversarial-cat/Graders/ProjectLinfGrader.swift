import Autograd
import Grading
import Notebook

/// The nearest picture of which no value has moved by more than ε.
package enum ProjectLinfGrader: Grader {
  package typealias Answer = (_ picture: [Float], _ original: [Float], _ epsilon: Float) throws -> [Float]

  package static let id = "project-linf", lesson = "adversarial-cat", points = 8

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let original = values(12, in: 0.3...0.7, &sheet.random)
    let near = original.map { $0 + sheet.random.uniform(-0.05...0.05) }
    let far = original.map { $0 + sheet.random.uniform(-0.25...0.25) }
    let edges = values(12, in: 0...0.1, &sheet.random) + values(12, in: 0.9...1, &sheet.random)
    let beyond = edges.map { $0 + sheet.random.uniform(-0.3...0.3) }
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 1,
      expected: [0.4, 0.55, 0, 1], got: answer([0.2, 0.55, -0.03, 1.2], [0.5, 0.5, 0.05, 0.95], 0.1), tolerance: 1e-5,
      next: Phrase(
        en: "Look at the four values one by one: how far did each go, how far may it, and is it still a grey?",
        id: "Lihat keempat nilai satu per satu: sejauh apa bergerak, sejauh apa boleh, dan masihkah ia warna abu-abu?"))
    try sheet.check(
      "inside", Phrase(en: "a picture that is close enough", id: "gambar yang sudah cukup dekat"), points: 2,
      expected: near, got: answer(near, original, 0.06), tolerance: 1e-5,
      next: Phrase(
        en: "What has not gone too far stays exactly where it is.",
        id: "Yang belum terlalu jauh tetap persis di tempatnya."))
    try sheet.check(
      "outside", Phrase(en: "a picture that has gone too far", id: "gambar yang sudah terlalu jauh"), points: 3,
      expected: [0.02, 0.1].map { projected(far, original, $0) },
      got: [0.02, 0.1].map { try answer(far, original, $0) }, tolerance: 1e-5,
      next: Phrase(
        en: "Hold each *change*, x − x₀, between −ε and ε, and add it to x₀ again.",
        id: "Tahan setiap *perubahan*, x − x₀, di antara −ε dan ε, lalu tambahkan lagi pada x₀."))
    try sheet.check(
      "bounds", Phrase(en: "values near black and white", id: "nilai dekat hitam dan putih"), points: 2,
      expected: projected(beyond, edges, 0.2), got: answer(beyond, edges, 0.2), tolerance: 1e-5,
      next: Phrase(
        en: "At last hold every value between 0 and 1, or it is none that a file can have.",
        id: "Terakhir, tahan setiap nilai di antara 0 dan 1; di luar itu tidak ada berkas yang dapat memuatnya."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("not held between black and white", failing: "bounds") { projected($0, $1, $2, bounds: -9...9) },
      Mistake("only held between black and white", failing: "outside") { picture, _, _ in
        picture.map { min(max($0, 0), 1) }
      },
      Mistake("values held in place of changes", failing: "inside") { picture, _, epsilon in
        picture.map { min(max($0, -epsilon), epsilon) }
      },
      Mistake("the change alone", failing: "inside") { picture, original, epsilon in
        zip(projected(picture, original, epsilon), original).map { $0 - $1 }
      },
      Mistake("one factor for all values", failing: "outside") { picture, original, epsilon in
        let largest = zip(picture, original).map { abs($0 - $1) }.max() ?? 0
        let factor = min(1, epsilon / max(largest, 1e-12))
        return zip(picture, original).map { min(max($1 + ($0 - $1) * factor, 0), 1) }
      },
      Mistake("only upwards", failing: "outside") { picture, original, epsilon in
        zip(picture, original).map { max(min($0, $1 + epsilon, 1), 0) }
      },
      Mistake("put back to the original", failing: "outside") { picture, original, epsilon in
        zip(picture, original).map { abs($0 - $1) > epsilon ? $1 : min(max($0, 0), 1) }
      },
      Mistake("everything moved to the border", failing: "inside") { picture, original, epsilon in
        zip(picture, original).map { min(max($1 + ($0 >= $1 ? epsilon : -epsilon), 0), 1) }
      },
    ]
  }

  private static func values(_ count: Int, in range: ClosedRange<Float>, _ random: inout RandomSource) -> [Float] {
    (0..<count).map { _ in random.uniform(range) }
  }

  private static func projected(
    _ picture: [Float], _ original: [Float], _ epsilon: Float, bounds: ClosedRange<Float> = 0...1
  ) -> [Float] {
    zip(picture, original).map { value, start in
      min(max(start + min(max(value - start, -epsilon), epsilon), bounds.lowerBound), bounds.upperBound)
    }
  }
}
