import Autograd
import Foundation
import Grading
import Notebook

/// A learning rate that rises along a line and falls along half a cosine.
package enum CosineScheduleGrader: Grader {
  package typealias Answer = (_ step: Int, _ steps: Int, _ warmUp: Int, _ base: Float) throws -> Float

  package static let id = "cosine-schedule", lesson = "training-tricks", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let base = sheet.random.uniform(0.2...0.9)
    let (steps, warmUp) = (30 + sheet.random.below(30), 5 + sheet.random.below(5))
    let falling = (0..<6).map { warmUp + $0 * (steps - warmUp) / 6 }
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 2,
      expected: [0.05, 0.1, 0.1, 0.05], got: [0, 1, 2, 6].map { try answer($0, 10, 2, 0.1) }, tolerance: 1e-5,
      next: Phrase(
        en: "Work step 6 out by hand: t = (6 − 2) / (10 − 2) = ½, and cos(π / 2) = 0.",
        id: "Hitung langkah 6 dengan tangan: t = (6 − 2) / (10 − 2) = ½, dan cos(π / 2) = 0."))
    try sheet.check(
      "warm-up", Phrase(en: "every step of a warm-up", id: "setiap langkah pemanasan"), points: 3,
      expected: (0..<warmUp).map { rate($0, steps, warmUp, base) },
      got: (0..<warmUp).map { try answer($0, steps, warmUp, base) }, tolerance: 1e-5,
      next: Phrase(
        en: "Step i of the warm-up has base · (i + 1) / warmUp: the first is above 0, the last is the base rate.",
        id:
          "Langkah i pada pemanasan bernilai base · (i + 1) / warmUp: yang pertama di atas 0, yang terakhir laju dasar."
      ))
    try sheet.check(
      "fall", Phrase(en: "six steps of the fall", id: "enam langkah pada bagian turun"), points: 3,
      expected: falling.map { rate($0, steps, warmUp, base) },
      got: falling.map { try answer($0, steps, warmUp, base) }, tolerance: 1e-5,
      next: Phrase(
        en: "The fall begins behind the warm-up: t = (step − warmUp) / (steps − warmUp), from 0 to 1.",
        id: "Penurunan dimulai sesudah pemanasan: t = (step − warmUp) / (steps − warmUp), dari 0 ke 1."))
    try sheet.check(
      "no-warm-up", Phrase(en: "a schedule without a warm-up", id: "jadwal tanpa pemanasan"), points: 2,
      expected: [0, 5, 9].map { rate($0, 10, 0, base) }, got: [0, 5, 9].map { try answer($0, 10, 0, base) },
      tolerance: 1e-5,
      next: Phrase(
        en: "With warmUp = 0 it falls from the first step on, and nothing may be divided by 0.",
        id: "Dengan warmUp = 0 laju turun sejak langkah pertama, dan tidak boleh ada pembagian dengan 0."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("the warm-up begins at 0", failing: "warm-up") { step, steps, warmUp, base in
        step < warmUp ? base * Float(step) / Float(warmUp) : rate(step, steps, warmUp, base)
      },
      Mistake("the cosine counted from the first step", failing: "fall") { step, steps, warmUp, base in
        step < warmUp ? rate(step, steps, warmUp, base) : rate(step, steps, 0, base)
      },
      Mistake("a whole cosine", failing: "fall") { step, steps, warmUp, base in
        step < warmUp
          ? rate(step, steps, warmUp, base)
          : base * (1 + cos(2 * Float.pi * Float(step - warmUp) / Float(steps - warmUp))) / 2
      },
      Mistake("no warm-up", failing: "example") { step, steps, _, base in rate(step, steps, 0, base) },
      Mistake("a line down", failing: "fall") { step, steps, warmUp, base in
        step < warmUp
          ? rate(step, steps, warmUp, base) : base * (1 - Float(step - warmUp) / Float(steps - warmUp))
      },
      Mistake("the factor in place of the rate", failing: "example") { step, steps, warmUp, _ in
        rate(step, steps, warmUp, 1)
      },
    ]
  }

  private static func rate(_ step: Int, _ steps: Int, _ warmUp: Int, _ base: Float) -> Float {
    if step < warmUp { return base * Float(step + 1) / Float(warmUp) }
    return base * (1 + cos(Float.pi * Float(step - warmUp) / Float(steps - warmUp))) / 2
  }
}
