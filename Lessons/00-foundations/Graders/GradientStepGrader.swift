import Autograd
import Grading
import Notebook

/// A walk downhill, place by place.
package enum GradientStepGrader: Grader {
  package typealias Answer = (
    _ start: [Float], _ learningRate: Float, _ steps: Int, _ gradient: ([Float]) -> [Float]
  ) throws -> [[Float]]

  package static let id = "gradient-step", lesson = "foundations", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let starts = [1, 2, 5].map { count in (0..<count).map { _ in sheet.random.uniform(-2...2) } }
    let rate = sheet.random.uniform(0.05...0.3)
    func bowl(_ place: [Float]) -> [Float] { place.enumerated().map { Float($0 + 1) * $1 } }
    func saddle(_ place: [Float]) -> [Float] { [place[1], place[0]] }
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 1,
      expected: [[4], [2], [1]], got: answer([4], 0.25, 2) { $0.map { 2 * $0 } }, tolerance: 1e-5,
      next: Phrase(
        en: "From 4 with the slope 8: 4 − 0.25 · 8 = 2; from 2 with the slope 4: 2 − 0.25 · 4 = 1.",
        id: "Dari 4 dengan kemiringan 8: 4 − 0,25 · 8 = 2; dari 2 dengan kemiringan 4: 2 − 0,25 · 4 = 1."))
    try sheet.check(
      "one-step", Phrase(en: "one step from three places", id: "satu langkah dari tiga tempat"), points: 3,
      expected: starts.map { path($0, rate, 1, bowl) }, got: starts.map { try answer($0, rate, 1, bowl) },
      tolerance: 1e-4,
      next: Phrase(
        en: "Every parameter moves by η times its own slope, downhill: θ − η ∂L/∂θ. The path begins with the start.",
        id:
          "Setiap parameter bergerak sejauh η kali kemiringannya sendiri, ke bawah: θ − η ∂L/∂θ. Jalurnya mulai dari titik awal."
      ))
    try sheet.check(
      "ten-steps", Phrase(en: "ten steps", id: "sepuluh langkah"), points: 3,
      expected: starts.map { path($0, rate, 10, bowl) }, got: starts.map { try answer($0, rate, 10, bowl) },
      tolerance: 1e-4,
      next: Phrase(
        en: "Ask for the gradient anew at every place that you come to.",
        id: "Tanyakan gradien lagi di setiap tempat yang dicapai."))
    try sheet.check(
      "at-once", Phrase(en: "slopes that depend on each other's parameter", id: "kemiringan yang saling bergantung"),
      points: 2, expected: path([1, -0.5], rate, 3, saddle), got: answer([1, -0.5], rate, 3, saddle), tolerance: 1e-4,
      next: Phrase(
        en: "Compute all slopes at one place, and only then move all parameters.",
        id: "Hitung semua kemiringan di satu tempat, baru sesudah itu gerakkan semua parameter."))
    try sheet.check(
      "no-steps", Phrase(en: "no step at all", id: "tanpa satu langkah pun"), points: 1,
      expected: [[1, 2]], got: answer([1, 2], 0.1, 0, bowl),
      next: Phrase(
        en: "With 0 steps the path is the start alone.", id: "Dengan 0 langkah jalurnya hanya titik awal."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("uphill", failing: "one-step") { path($0, -$1, $2, $3) },
      Mistake("the gradient of the start for all steps", failing: "ten-steps") { start, rate, steps, gradient in
        let slopes = gradient(start)
        return path(start, rate, steps) { _ in slopes }
      },
      Mistake("the start left out", failing: "one-step") { Array(path($0, $1, $2, $3).dropFirst()) },
      Mistake("the last place alone", failing: "one-step") { path($0, $1, $2, $3).suffix(1) },
      Mistake("one parameter after the other", failing: "at-once") { start, rate, steps, gradient in
        var (place, path) = (start, [start])
        for _ in 0..<steps {
          for index in place.indices { place[index] -= rate * gradient(place)[index] }
          path.append(place)
        }
        return path
      },
      Mistake("one step too many", failing: "no-steps") { path($0, $1, $2 + 1, $3) },
      Mistake("the sign of the slope only", failing: "one-step") { start, rate, steps, gradient in
        path(start, rate, steps) { gradient($0).map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 } }
      },
      Mistake("the slope in place of the step", failing: "one-step") { path($0, 1, $2, $3) },
    ]
  }

  private static func path(
    _ start: [Float], _ rate: Float, _ steps: Int, _ gradient: ([Float]) -> [Float]
  ) -> [[Float]] {
    (0..<steps).reduce(into: [start]) { path, _ in
      let place = path[path.count - 1]
      path.append(zip(place, gradient(place)).map { $0 - rate * $1 })
    }
  }
}
