import Autograd
import Grading
import Notebook

/// The nearest picture whose change is no longer than ε.
package enum ProjectL2Grader: Grader {
  package typealias Answer = (_ picture: [Float], _ original: [Float], _ epsilon: Float) throws -> [Float]

  package static let id = "project-l2", lesson = "adversarial-cat", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let pairs = [6, 12, 40].map { count in
      let original = (0..<count).map { _ in sheet.random.uniform(0.3...0.7) }
      return (picture: original.map { $0 + sheet.random.uniform(-0.25...0.25) }, original: original)
    }
    let (far, original) = pairs[1]
    let near = zip(far, original).map { $1 + ($0 - $1) * 0.1 }
    let edges = (0..<12).map { _ in sheet.random.uniform(0...0.05) }
    let beyond = edges.map { $0 + sheet.random.uniform(-0.4...0.4) }
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 1,
      expected: [0.65, 0.3], got: answer([0.8, 0.1], [0.5, 0.5], 0.25), tolerance: 1e-5,
      next: Phrase(
        en: "The change (0.3, −0.4) has length 0.5, twice what is allowed: halve it, and add it to x₀.",
        id: "Perubahan (0,3; −0,4) panjangnya 0,5, dua kali yang diizinkan: bagi dua, lalu tambahkan pada x₀."))
    try sheet.check(
      "inside", Phrase(en: "a picture that is close enough", id: "gambar yang sudah cukup dekat"), points: 2,
      expected: near, got: answer(near, original, 0.5), tolerance: 1e-5,
      next: Phrase(
        en: "Only a change that is longer than ε is shortened: the factor is never above 1.",
        id: "Hanya perubahan yang lebih panjang dari ε yang dipendekkan: faktornya tidak pernah di atas 1."))
    try sheet.check(
      "outside", Phrase(en: "pictures of three sizes that have gone too far", id: "tiga ukuran, semuanya terlalu jauh"),
      points: 3, expected: pairs.map { projected($0.picture, $0.original, 0.1) },
      got: pairs.map { try answer($0.picture, $0.original, 0.1) }, tolerance: 1e-5,
      next: Phrase(
        en: "Multiply the whole change by one number, ε / ‖x − x₀‖, with ‖·‖ the root of the sum of the squares.",
        id: "Kalikan seluruh perubahan dengan satu bilangan, ε / ‖x − x₀‖; ‖·‖ ialah akar dari jumlah kuadratnya."))
    try sheet.check(
      "unchanged", Phrase(en: "the original itself", id: "gambar aslinya sendiri"), points: 2,
      expected: original, got: answer(original, original, 0.1), tolerance: 1e-6,
      next: Phrase(
        en: "A change of length 0 must not be divided by its length: that is 0 / 0.",
        id: "Perubahan yang panjangnya 0 tidak boleh dibagi dengan panjangnya: itu 0 / 0."))
    try sheet.check(
      "bounds", Phrase(en: "values near black", id: "nilai dekat hitam"), points: 2,
      expected: projected(beyond, edges, 0.5), got: answer(beyond, edges, 0.5), tolerance: 1e-5,
      next: Phrase(
        en: "First shorten the change, then hold every value between 0 and 1.",
        id: "Pendekkan dulu perubahannya, baru tahan setiap nilai di antara 0 dan 1."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("each value held on its own", failing: "example") { picture, original, epsilon in
        zip(picture, original).map { min(max($1 + min(max($0 - $1, -epsilon), epsilon), 0), 1) }
      },
      Mistake("always moved to the border", failing: "inside") { projected($0, $1, $2) { max($1, 1e-12) / $0 } },
      Mistake("divided by a length of 0", failing: "unchanged") { picture, original, epsilon in
        projected(picture, original, epsilon) { length, epsilon in length == 0 ? .nan : min(1, epsilon / length) }
      },
      Mistake("the root forgotten", failing: "outside") { picture, original, epsilon in
        projected(picture, original, epsilon) { length, epsilon in min(1, epsilon / max(length * length, 1e-12)) }
      },
      Mistake("the mean of the squares in place of their sum", failing: "outside") { picture, original, epsilon in
        let size = Float(picture.count).squareRoot()
        return projected(picture, original, epsilon) { min(1, $1 * size / max($0, 1e-12)) }
      },
      Mistake("shortened to length 1", failing: "outside") { picture, original, epsilon in
        projected(picture, original, epsilon) { length, epsilon in length > epsilon ? 1 / length : 1 }
      },
      Mistake("not held between black and white", failing: "bounds") { projected($0, $1, $2, bounds: -9...9) },
      Mistake("held between black and white too early", failing: "bounds") {
        projected($0.map { min(max($0, 0), 1) }, $1, $2)
      },
      Mistake("the change alone", failing: "inside") { zip(projected($0, $1, $2), $1).map { $0 - $1 } },
    ]
  }

  private static func projected(
    _ picture: [Float], _ original: [Float], _ epsilon: Float, bounds: ClosedRange<Float> = 0...1,
    factor: (_ length: Float, _ epsilon: Float) -> Float = { min(1, $1 / max($0, 1e-12)) }
  ) -> [Float] {
    let change = zip(picture, original).map { $0 - $1 }
    let factor = factor(change.reduce(0) { $0 + $1 * $1 }.squareRoot(), epsilon)
    return zip(original, change).map { min(max($0 + $1 * factor, bounds.lowerBound), bounds.upperBound) }
  }
}
