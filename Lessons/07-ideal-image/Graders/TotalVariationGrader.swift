import Autograd
import Grading
import Notebook
import Visualization

/// How restless a picture is, and how that changes with each of its values.
package enum TotalVariationGrader: Grader {
  package typealias Answer = (_ picture: [[Float]]) throws -> (value: Float, gradient: [[Float]])

  package static let id = "total-variation", lesson = "ideal-image", points = 12

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let example: [[Float]] = [[0, 1], [1, 0.5]]
    let pictures = [(4, 4), (3, 7), (6, 2), (1, 5), (5, 1)].map { picture($0, $1, &sheet.random) }
    let coarse = (0..<3).map { _ in picture(4, 5, &sheet.random).map { $0.map { ($0 * 2).rounded() / 2 } } }
    let even = [[Float]](repeating: [Float](repeating: sheet.random.uniform(), count: 4), count: 3)
    try sheet.check(
      "example", Phrase(en: "V of the example of the text", id: "V untuk contoh dalam teks"), points: 1,
      expected: 0.75, got: answer(example).value, tolerance: 1e-5,
      next: Phrase(
        en: "Write the four differences down, two across and two down, drop their signs, and take the mean.",
        id: "Tuliskan keempat selisihnya, dua mendatar dan dua tegak, buang tandanya, lalu ambil rata-ratanya."))
    try sheet.check(
      "value", Phrase(en: "V of pictures of five sizes", id: "V untuk gambar dengan lima ukuran"), points: 3,
      expected: pictures.map { expected($0).value }, got: pictures.map { try answer($0).value }, tolerance: 1e-5,
      next: Phrase(
        en: "Divide by the number of pairs, (H − 1) · W + H · (W − 1), whatever H and W are.",
        id: "Bagilah dengan banyaknya pasangan, (H − 1) · W + H · (W − 1), berapa pun H dan W."))
    try sheet.check(
      "gradient-example", Phrase(en: "the gradient of the example", id: "gradien untuk contoh itu"), points: 1,
      expected: [[-0.5, 0.5], [0.5, -0.5]], got: answer(example).gradient, tolerance: 1e-5,
      next: Phrase(
        en: "A pair pulls at both of its pixels: the brighter gets +1 / D, the darker −1 / D.",
        id: "Satu pasangan memengaruhi kedua pikselnya: yang lebih terang mendapat +1 / D, yang lebih gelap −1 / D."))
    try sheet.check(
      "gradient", Phrase(en: "the gradient for five sizes", id: "gradien untuk kelima ukuran"), points: 4,
      expected: pictures.map { expected($0).gradient }, got: pictures.map { try answer($0).gradient },
      tolerance: 1e-5,
      next: Phrase(
        en: "Go through the pairs as for V, and add to the gradient at both places of each pair.",
        id: "Telusuri pasangan-pasangannya seperti untuk V, dan tambahkan ke gradien di kedua tempat tiap pasangan."))
    try sheet.check(
      "even", Phrase(en: "a picture of one grey", id: "gambar dengan satu warna abu-abu"), points: 1,
      expected: expected(even).gradient, got: answer(even).gradient, tolerance: 1e-6,
      next: Phrase(
        en: "Where two neighbours are equal, their pair adds nothing: sign(0) = 0.",
        id: "Bila dua tetangga sama, pasangannya tidak menambah apa-apa: sign(0) = 0."))
    try sheet.check(
      "equal-neighbours", Phrase(en: "pictures of three levels", id: "gambar dengan tiga tingkat"), points: 2,
      expected: coarse.map { expected($0).gradient }, got: coarse.map { try answer($0).gradient }, tolerance: 1e-5,
      next: Phrase(
        en: "Let the sign decide between three cases: rising, falling, equal.",
        id: "Biarkan tanda membedakan tiga keadaan: naik, turun, sama."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("the sum in place of the mean", failing: "example") { measured($0, count: 1) },
      Mistake("signed differences", failing: "value") { measured($0, cost: { $0 }) },
      Mistake("squared differences", failing: "value") { measured($0, cost: { $0 * $0 }, slope: { 2 * $0 }) },
      Mistake("divided by the number of pixels", failing: "value") { picture in
        measured(picture, count: picture.count * picture[0].count)
      },
      Mistake("across only", failing: "value") { picture in
        measured(picture, pairs: pairs(picture).filter { $0.first.y == $0.second.y })
      },
      Mistake("only the second of each pair pulled", failing: "gradient-example") { measured($0, pullsFirst: false) },
      Mistake("uphill and downhill confused", failing: "gradient") { measured($0, slope: { -sign($0) }) },
      Mistake("the gradient of the sum", failing: "gradient") { picture in
        (measured(picture).value, measured(picture, count: 1).gradient)
      },
      Mistake("equal neighbours pulled apart", failing: "even") { measured($0, slope: { $0 >= 0 ? 1 : -1 }) },
    ]
  }

  private typealias Place = (y: Int, x: Int)
  private typealias Pair = (first: Place, second: Place)

  private static func picture(_ height: Int, _ width: Int, _ random: inout RandomSource) -> [[Float]] {
    (0..<height).map { _ in (0..<width).map { _ in random.uniform() } }
  }

  /// What the library of the course has.
  private static func expected(_ picture: [[Float]]) -> (value: Float, gradient: [[Float]]) {
    let (height, width) = (picture.count, picture[0].count)
    let x = Tensor(picture.flatMap(\.self), shape: [1, height, width, 1]).requiringGradient()
    let loss = variationLoss(x)
    let gradient = loss.gradients()[x]?.values ?? []
    return (loss.item, (0..<height).map { Array(gradient[$0 * width..<($0 + 1) * width]) })
  }

  private static func pairs(_ picture: [[Float]]) -> [Pair] {
    picture.indices.flatMap { y in
      picture[y].indices.flatMap { x -> [Pair] in
        let down: [Pair] = y + 1 < picture.count ? [((y, x), (y + 1, x))] : []
        let across: [Pair] = x + 1 < picture[y].count ? [((y, x), (y, x + 1))] : []
        return down + across
      }
    }
  }

  /// The mean cost of pairs and its gradient, both as a mistake has them.
  private static func measured(
    _ picture: [[Float]], pairs: [Pair]? = nil, count: Int? = nil, cost: (Float) -> Float = { abs($0) },
    slope: (Float) -> Float = sign, pullsFirst: Bool = true
  ) -> (value: Float, gradient: [[Float]]) {
    let pairs = pairs ?? self.pairs(picture)
    let share = 1 / Float(max(1, count ?? pairs.count))
    var value: Float = 0
    var gradient = picture.map { $0.map { _ in Float(0) } }
    for (first, second) in pairs {
      let difference = picture[second.y][second.x] - picture[first.y][first.x]
      value += cost(difference) * share
      if pullsFirst { gradient[first.y][first.x] -= slope(difference) * share }
      gradient[second.y][second.x] += slope(difference) * share
    }
    return (value, gradient)
  }

  private static func sign(_ number: Float) -> Float { number > 0 ? 1 : number < 0 ? -1 : 0 }
}
