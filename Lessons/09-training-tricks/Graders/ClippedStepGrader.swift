import Autograd
import Grading
import Notebook

/// A step with two mistakes: what is clipped is the velocity after the step, and it is clipped value by value.
package enum ClippedStepGrader: Grader {
  package typealias Answer = (
    _ weights: [Float], _ velocity: [Float], _ gradient: [Float], _ rate: Float, _ momentum: Float, _ longest: Float
  ) throws -> (weights: [Float], velocity: [Float])

  package static let id = "clipped-step", lesson = "training-tricks", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let weights = (0..<4).map { _ in sheet.random.uniform(-1...1) }
    let small = (0..<4).map { _ in sheet.random.uniform(0.1...0.4) }
    let large = (0..<4).map { _ in sheet.random.uniform(2...5) }
    let moving = (0..<4).map { _ in sheet.random.uniform(3...6) }
    func numbers(_ velocity: [Float], _ gradient: [Float], _ momentum: Float, by way: Answer) throws -> [[Float]] {
      let result = try way(weights, velocity, gradient, 0.1, momentum, 1)
      return [result.weights, result.velocity]
    }
    let rest = [Float](repeating: 0, count: 4)
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 2,
      expected: [[0.4, 0.2], [0.6, 0.8]], got: both(answer([1, 1], [0, 0], [3, 4], 1, 0.9, 1)), tolerance: 1e-5,
      next: Phrase(
        en: "The gradient (3, 4) has length 5. Clipped to 1 it is (0.6, 0.8), and only then the step is taken.",
        id: "Gradien (3, 4) panjangnya 5. Dipangkas menjadi 1, ia (0,6; 0,8), dan baru kemudian langkah diambil."))
    try sheet.check(
      "short", Phrase(en: "a gradient that is short enough", id: "gradien yang cukup pendek"), points: 2,
      expected: numbers(rest, small, 0.9, by: step), got: numbers(rest, small, 0.9, by: answer), tolerance: 1e-5,
      next: Phrase(
        en: "A gradient no longer than the bound stays as it is; it is never made longer.",
        id: "Gradien yang tidak melebihi batas tetap apa adanya; ia tidak pernah dipanjangkan."))
    try sheet.check(
      "direction", Phrase(en: "a long gradient of four values", id: "gradien panjang dengan empat nilai"), points: 3,
      expected: numbers(rest, large, 0.9, by: step), got: numbers(rest, large, 0.9, by: answer), tolerance: 1e-5,
      next: Phrase(
        en: "All values get one factor, longest / ‖g‖: clipped one by one they point in another direction.",
        id: "Semua nilai mendapat satu faktor, longest / ‖g‖: dipangkas satu per satu, arahnya berubah."))
    try sheet.check(
      "velocity", Phrase(en: "a step that is already moving fast", id: "langkah yang sudah melaju cepat"), points: 3,
      expected: numbers(moving, large, 0.9, by: step), got: numbers(moving, large, 0.9, by: answer), tolerance: 1e-4,
      next: Phrase(
        en: "Clip the gradient before it enters the velocity, and leave the velocity itself alone.",
        id: "Pangkas gradien sebelum masuk ke kecepatan, dan biarkan kecepatan itu sendiri."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("as it was found", failing: "example") { weights, velocity, gradient, rate, momentum, longest in
        let result = plain(weights, velocity, gradient, rate, momentum)
        return (result.weights, result.velocity.map { min(max($0, -longest), longest) })
      },
      Mistake("before the step, but value by value", failing: "direction") {
        weights, velocity, gradient, rate, momentum, longest in
        plain(weights, velocity, gradient.map { min(max($0, -longest), longest) }, rate, momentum)
      },
      Mistake("by the whole length, but after the step", failing: "example") {
        weights, velocity, gradient, rate, momentum, longest in
        let result = plain(weights, velocity, gradient, rate, momentum)
        return (result.weights, clipped(result.velocity, longest))
      },
      Mistake("every gradient made as long as the bound", failing: "short") {
        weights, velocity, gradient, rate, momentum, longest in
        plain(weights, velocity, gradient.map { $0 * longest / length(gradient) }, rate, momentum)
      },
      Mistake("the velocity clipped before the step", failing: "velocity") {
        weights, velocity, gradient, rate, momentum, longest in
        let fast = clipped(plain(weights, velocity, gradient, rate, momentum).velocity, longest)
        return (zip(weights, fast).map { $0 - rate * $1 }, fast)
      },
      Mistake("nothing clipped", failing: "direction") { weights, velocity, gradient, rate, momentum, _ in
        plain(weights, velocity, gradient, rate, momentum)
      },
    ]
  }

  private static func both(_ result: (weights: [Float], velocity: [Float])) -> [[Float]] {
    [result.weights, result.velocity]
  }

  private static func length(_ values: [Float]) -> Float { values.map { $0 * $0 }.reduce(0, +).squareRoot() }

  private static func clipped(_ values: [Float], _ longest: Float) -> [Float] {
    let share = min(1, longest / length(values))
    return values.map { $0 * share }
  }

  private static func step(
    _ weights: [Float], _ velocity: [Float], _ gradient: [Float], _ rate: Float, _ momentum: Float, _ longest: Float
  ) -> (weights: [Float], velocity: [Float]) {
    plain(weights, velocity, clipped(gradient, longest), rate, momentum)
  }

  /// A step of SGD with momentum.
  private static func plain(
    _ weights: [Float], _ velocity: [Float], _ gradient: [Float], _ rate: Float, _ momentum: Float
  ) -> (weights: [Float], velocity: [Float]) {
    let moved = zip(velocity, gradient).map { momentum * $0 + $1 }
    return (zip(weights, moved).map { $0 - rate * $1 }, moved)
  }
}
