import Autograd
import Grading
import Notebook

/// A filter on every place of a picture.
package enum ConvolveGrader: Grader {
  package typealias Answer = (_ picture: [[Float]], _ filter: [[Float]]) throws -> [[Float]]

  package static let id = "convolve", lesson = "foundations", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let square = (numbers(6, 6, &sheet.random), numbers(3, 3, &sheet.random))
    let oblong = (numbers(4, 7, &sheet.random), numbers(2, 3, &sheet.random))
    let whole = numbers(3, 5, &sheet.random)
    let one = (numbers(3, 4, &sheet.random), [[sheet.random.uniform(2...3)]])
    let example: [[Float]] = [[0, 0, 1], [0, 0, 1], [0, 1, 1]]
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 1,
      expected: [[0, 2], [1, 1]], got: answer(example, [[-1, 1], [-1, 1]]), tolerance: 1e-5,
      next: Phrase(
        en: "At the upper left the filter lies on 0, 0, 0, 0; one place to the right on 0, 1, 0, 1, which gives 1 + 1.",
        id: "Di kiri atas tapis menutupi 0, 0, 0, 0; satu tempat ke kanan menutupi 0, 1, 0, 1, yang memberi 1 + 1."))
    try sheet.check(
      "square", Phrase(en: "a filter of 3 × 3 on a picture of 6 × 6", id: "tapis 3 × 3 pada gambar 6 × 6"), points: 4,
      expected: convolution(square.0, square.1), got: answer(square.0, square.1), tolerance: 1e-4,
      next: Phrase(
        en:
          "The answer at row i and column j is Σ filter[u][v] · picture[i + u][j + v]: neither turned round, nor divided.",
        id: "Jawaban di baris i dan kolom j ialah Σ filter[u][v] · picture[i + u][j + v]: tidak dibalik, tidak dibagi.")
    )
    try sheet.check(
      "oblong", Phrase(en: "a filter of 2 × 3 on a picture of 4 × 7", id: "tapis 2 × 3 pada gambar 4 × 7"), points: 2,
      expected: convolution(oblong.0, oblong.1), got: answer(oblong.0, oblong.1), tolerance: 1e-4,
      next: Phrase(
        en: "Rows and columns are counted apart: 4 − 2 + 1 rows of answers, and 7 − 3 + 1 columns.",
        id: "Baris dan kolom dihitung sendiri-sendiri: 4 − 2 + 1 baris jawaban, dan 7 − 3 + 1 kolom."))
    try sheet.check(
      "whole", Phrase(en: "a filter as large as the picture", id: "tapis sebesar gambarnya"), points: 2,
      expected: convolution(whole, whole), got: answer(whole, whole), tolerance: 1e-4,
      next: Phrase(
        en: "It fits on one place only: the answer is a table of one row with one number.",
        id: "Ia hanya muat di satu tempat: jawabannya tabel dengan satu baris berisi satu bilangan."))
    try sheet.check(
      "one", Phrase(en: "a filter of one number", id: "tapis berisi satu bilangan"), points: 1,
      expected: convolution(one.0, one.1), got: answer(one.0, one.1), tolerance: 1e-4,
      next: Phrase(
        en: "Every pixel is multiplied with that number; the size stays.",
        id: "Setiap piksel dikali dengan bilangan itu; ukurannya tetap."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("the filter turned round", failing: "square") { picture, filter in
        convolution(picture, filter.reversed().map { $0.reversed() })
      },
      Mistake("rows and columns of the filter exchanged", failing: "square") { picture, filter in
        let turned = filter[0].indices.map { column in filter.map { $0[column] } }
        return turned.count <= picture.count && filter.count <= picture[0].count
          ? convolution(picture, turned) : [[]]
      },
      Mistake("the mean in place of the sum", failing: "square") { picture, filter in
        let count = Float(filter.count * filter[0].count)
        return convolution(picture, filter).map { $0.map { $0 / count } }
      },
      Mistake("one row and one column too few", failing: "square") { picture, filter in
        convolution(picture, filter).dropLast().map { $0.dropLast() }
      },
      Mistake("a border of zeros around the picture", failing: "square") { picture, filter in
        let side = [[Float]](repeating: [Float](repeating: 0, count: picture[0].count + 2), count: 1)
        return convolution(side + picture.map { [0] + $0 + [0] } + side, filter)
      },
      Mistake("ReLU behind it", failing: "square") { picture, filter in
        convolution(picture, filter).map { $0.map { max($0, 0) } }
      },
      Mistake("a square taken for granted", failing: "oblong") { picture, filter in
        let side = picture.count - filter.count + 1
        return convolution(picture, filter).map { Array($0.prefix(side)) }
      },
      Mistake("filters that do not move", failing: "square") { picture, filter in
        let answers = convolution(picture, filter)
        return answers.map { $0.map { _ in answers[0][0] } }
      },
    ]
  }

  /// Rows of numbers by lot.
  private static func numbers(_ rows: Int, _ columns: Int, _ random: inout RandomSource) -> [[Float]] {
    (0..<rows).map { _ in (0..<columns).map { _ in random.uniform(-1...1) } }
  }

  /// What the engine finds.
  private static func convolution(_ picture: [[Float]], _ filter: [[Float]]) -> [[Float]] {
    let input = Tensor(picture.flatMap { $0 }, shape: [1, picture.count, picture[0].count, 1])
    let weight = Tensor(filter.flatMap { $0 }, shape: [1, 1, filter.count, filter[0].count])
    let answers = input.convolved(weight: weight)
    let (values, width) = (answers.values, answers.shape[2])
    return (0..<answers.shape[1]).map { row in Array(values[(row * width)..<((row + 1) * width)]) }
  }
}
