import Autograd
import Foundation
import Grading
import Notebook

/// One step in which a discriminator learns to tell two domains apart, and a feature to mislead it.
package enum GradientReversalGrader: Grader {
  package typealias Samples = [(x: Float, isSource: Bool)]
  package typealias Answer = (
    _ weight: Float, _ discriminator: Float, _ samples: Samples, _ progress: Float, _ rate: Float
  ) throws -> (weight: Float, discriminator: Float)

  package static let id = "gradient-reversal", lesson = "domain-adaptation", points = 12

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    func samples(_ count: Int, _ random: inout RandomSource) -> Samples {
      (0..<count).map { place in (random.uniform(-1...1) + (place.isMultiple(of: 2) ? 1 : -1), place.isMultiple(of: 2))
      }
    }
    func ask(_ samples: Samples, _ progress: Float, weight: Float = 0.8, discriminator: Float = 1.3) throws -> [Float] {
      let step = try answer(weight, discriminator, samples, progress, 0.5)
      return [step.weight, step.discriminator]
    }
    func expected(_ samples: Samples, _ progress: Float, weight: Float = 0.8, discriminator: Float = 1.3) -> [Float] {
      let found = step(weight, discriminator, samples, progress, 0.5)
      return [found.weight, found.discriminator]
    }
    let (some, more) = (samples(6, &sheet.random), samples(11, &sheet.random))
    let points = [(0.4, -1.1), (-0.9, 0.7), (1.5, 2)] as [(Float, Float)]
    try sheet.check(
      "example", Phrase(en: "the example of the text", id: "contoh dalam teks"), points: 2,
      expected: [0.97311, 1.02689],
      got: [try answer(1, 1, [(1, true), (-1, false)], 1, 0.1)].flatMap { [$0.weight, $0.discriminator] },
      tolerance: 2e-5,
      next: Phrase(
        en: "Work the example out by hand, from the feature to the answer and back.",
        id: "Hitung contoh itu dengan tangan, dari fitur ke jawaban, lalu mundur."))
    try sheet.check(
      "start", Phrase(en: "at the start, where λ = 0", id: "pada awalnya, ketika λ = 0"), points: 2,
      expected: expected(some, 0), got: ask(some, 0), tolerance: 1e-5,
      next: Phrase(
        en: "With λ = 0 the weight stays as it is, and the discriminator learns.",
        id: "Dengan λ = 0 bobotnya tetap, sedangkan diskriminatornya belajar."))
    try sheet.check(
      "directions", Phrase(en: "late in training, three places", id: "menjelang akhir pelatihan, di tiga tempat"),
      points: 3, expected: points.map { expected(some, 1, weight: $0, discriminator: $1) },
      got: points.map { try ask(some, 1, weight: $0, discriminator: $1) }, tolerance: 1e-5,
      next: Phrase(
        en: "The discriminator steps against its gradient, the weight along its own; both from the values before.",
        id: "Diskriminator melangkah melawan gradiennya, bobot searah gradiennya; keduanya dari nilai sebelumnya."))
    try sheet.check(
      "schedule", Phrase(en: "λ at four times", id: "λ pada empat saat"), points: 3,
      expected: [0.05, 0.1, 0.3, 0.6].map { expected(some, $0) }, got: [0.05, 0.1, 0.3, 0.6].map { try ask(some, $0) },
      tolerance: 1e-5,
      next: Phrase(
        en: "λ = 2 / (1 + e^(−10 p)) − 1, and it scales the step of the weight alone.",
        id: "λ = 2 / (1 + e^(−10 p)) − 1, dan hanya mengalikan langkah bobot."))
    try sheet.check(
      "mean", Phrase(en: "eleven samples", id: "sebelas sampel"), points: 2, expected: expected(more, 1),
      got: ask(more, 1), tolerance: 1e-5,
      next: Phrase(
        en: "The loss is a mean over the samples: divide by their number.",
        id: "Kerugiannya rata-rata atas sampel: bagi dengan banyaknya."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("the weight not reversed", failing: "directions") { weight, discriminator, samples, progress, rate in
        let found = step(weight, discriminator, samples, progress, rate)
        return (2 * weight - found.weight, found.discriminator)
      },
      Mistake("both reversed", failing: "start") { weight, discriminator, samples, progress, rate in
        let found = step(weight, discriminator, samples, progress, rate)
        return (found.weight, 2 * discriminator - found.discriminator)
      },
      Mistake("λ left out", failing: "start") { weight, discriminator, samples, _, rate in
        step(weight, discriminator, samples, 100, rate)
      },
      Mistake("λ = p", failing: "schedule") { weight, discriminator, samples, progress, rate in
        let full = step(weight, discriminator, samples, 100, rate)
        return (weight + progress * (full.weight - weight), full.discriminator)
      },
      Mistake("λ on both", failing: "start") { weight, discriminator, samples, progress, rate in
        let found = step(weight, discriminator, samples, progress, rate)
        let strength = 2 / (1 + exp(-10 * progress)) - 1
        return (found.weight, discriminator + strength * (found.discriminator - discriminator))
      },
      Mistake("sums in place of means", failing: "mean") { weight, discriminator, samples, progress, rate in
        step(weight, discriminator, samples, progress, rate * Float(samples.count))
      },
      Mistake("the weight's step from the new discriminator", failing: "directions") {
        weight, discriminator, samples, progress, rate in
        let first = step(weight, discriminator, samples, progress, rate).discriminator
        return (step(weight, first, samples, progress, rate).weight, first)
      },
    ]
  }

  private static func step(
    _ weight: Float, _ discriminator: Float, _ samples: Samples, _ progress: Float, _ rate: Float
  ) -> (weight: Float, discriminator: Float) {
    let strength = 2 / (1 + exp(-10 * progress)) - 1
    let slopes = samples.map { sample in
      (1 / (1 + exp(-discriminator * weight * sample.x)) - (sample.isSource ? 1 : 0)) / Float(samples.count)
    }
    let ofWeight = zip(slopes, samples).map { $0 * discriminator * $1.x }.reduce(0, +)
    let ofDiscriminator = zip(slopes, samples).map { $0 * weight * $1.x }.reduce(0, +)
    return (weight + rate * strength * ofWeight, discriminator - rate * ofDiscriminator)
  }
}
