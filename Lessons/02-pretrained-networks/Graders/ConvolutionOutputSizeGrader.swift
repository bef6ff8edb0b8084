import Autograd
import Grading
import Notebook

/// How large a map is behind a convolution or a pool.
package enum ConvolutionOutputSizeGrader: Grader {
  package typealias Answer = (_ side: Int, _ kernel: Int, _ stride: Int, _ padding: Int) throws -> Int

  package static let id = "convolution-output-size", lesson = "pretrained-networks", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let borders = (0..<6).map { index in
      Window(side: 8 + sheet.random.below(25), kernel: [1, 3, 5][index % 3], stride: 1, padding: index / 2)
    }
    // Steps that end at the edge, and steps that leave one pixel over.
    let steps = (2...7).map { index in
      let (kernel, stride, padding) = (1 + sheet.random.below(5), 3 + index % 2, sheet.random.below(3))
      let side = kernel + stride * (2 * padding + 2 + sheet.random.below(6)) + index / 4 - 2 * padding
      return Window(side: side, kernel: kernel, stride: stride, padding: padding)
    }
    let side = sheet.random.pick([160, 192, 224, 256])
    let larger = (1...3).map { by in
      let (side, padding) = (2 + sheet.random.below(4), sheet.random.below(2))
      return Window(side: side, kernel: side + 2 * padding + by, stride: 4, padding: padding)
    }
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 2,
      expected: 32, got: answer(64, 3, 2, 1),
      next: Phrase(
        en: "By hand: 64 + 2 · 1 − 3 = 63, which holds 31 steps of 2; the first place comes on top.",
        id: "Dengan tangan: 64 + 2 · 1 − 3 = 63, muat 31 langkah sepanjang 2; lalu tambahkan tempat pertama."))
    try sheet.check(
      "padding", Phrase(en: "windows with a border, pixel by pixel", id: "jendela dengan bingkai, piksel demi piksel"),
      points: 2, expected: borders.map(\.places), got: borders.map { try $0.asked(answer) },
      next: Phrase(
        en: "The border is on both sides of the map: the window moves along n + 2 · padding pixels.",
        id: "Bingkai ada di kedua sisi peta: jendela bergerak sepanjang n + 2 · padding piksel."))
    try sheet.check(
      "stride", Phrase(en: "windows that move several pixels", id: "jendela yang bergeser beberapa piksel"), points: 2,
      expected: steps.map(\.places), got: steps.map { try $0.asked(answer) },
      next: Phrase(
        en: "Round the quotient down, and add the 1 for the first place after that, not before.",
        id: "Bulatkan hasil bagi ke bawah, lalu tambahkan 1 untuk tempat pertama sesudahnya, bukan sebelumnya."))
    try sheet.check(
      "chain", Phrase(en: "the sizes along ResNet-18", id: "ukuran-ukuran sepanjang ResNet-18"), points: 2,
      expected: residualSizes(from: side) { $0.places },
      got: residualSizes(from: side) { try $0.asked(answer) },
      next: Phrase(
        en: "Every layer takes the map that the one before has made; a pool is a window like any other.",
        id: "Setiap lapisan menerima peta buatan lapisan sebelumnya; pool adalah jendela seperti yang lain."))
    try sheet.check(
      "too-large", Phrase(en: "windows larger than the map", id: "jendela yang lebih besar daripada peta"), points: 2,
      expected: larger.map { _ in 0 }, got: larger.map { try $0.asked(answer) },
      next: Phrase(
        en: "Where the window fits nowhere, give 0. Swift divides towards zero, so −1 / 4 is 0 and not −1.",
        id: "Bila jendela tidak muat, berikan 0. Pembagian Swift memotong ke arah nol: −1 / 4 adalah 0, bukan −1."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("the border counted on one side", failing: "padding") { side, kernel, stride, padding in
        places(side + padding - kernel, stride)
      },
      Mistake("the border forgotten", failing: "padding") { side, kernel, stride, _ in
        places(side - kernel, stride)
      },
      Mistake("the first place forgotten", failing: "example") { side, kernel, stride, padding in
        max(0, places(side + 2 * padding - kernel, stride) - 1)
      },
      Mistake("rounded up", failing: "stride") { side, kernel, stride, padding in
        places(side + 2 * padding - kernel + stride - 1, stride)
      },
      Mistake("the 1 added before the division", failing: "stride") { side, kernel, stride, padding in
        max(0, side + 2 * padding - kernel + 1) / stride
      },
      Mistake("the stride taken for the size of the window", failing: "chain") { side, _, stride, padding in
        places(side + 2 * padding - stride, stride)
      },
      Mistake("a window that fits nowhere not noticed", failing: "too-large") { side, kernel, stride, padding in
        (side + 2 * padding - kernel) / stride + 1
      },
    ]
  }

  /// Places of a window that can be moved by `room` pixels, `stride` at a time.
  private static func places(_ room: Int, _ stride: Int) -> Int { room < 0 ? 0 : room / stride + 1 }

  /// The sides of the maps of ResNet-18: its first convolution and pool, and the first convolution of three stages.
  private static func residualSizes(from side: Int, _ size: (Window) throws -> Int) rethrows -> [Int] {
    var sizes = [side]
    for (kernel, padding) in [(7, 3), (3, 1), (3, 1), (3, 1), (3, 1)] {
      sizes.append(try size(Window(side: sizes[sizes.count - 1], kernel: kernel, stride: 2, padding: padding)))
    }
    return sizes
  }
}

/// A square window that is moved over a square map.
private struct Window {
  let side, kernel, stride, padding: Int

  /// The side of what the engine's convolution makes of such a map.
  var places: Int {
    Tensor(shape: [1, side, side, 1], filledWith: 0).convolved(
      weight: Tensor(shape: [1, 1, kernel, kernel], filledWith: 0), stride: stride, padding: .zeros(padding)
    ).shape[1]
  }

  func asked(_ answer: ConvolutionOutputSizeGrader.Answer) throws -> Int {
    try answer(side, kernel, stride, padding)
  }
}
