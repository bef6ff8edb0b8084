import Autograd
import Grading
import Notebook

/// The loss of a neuron and its slopes.
package enum ChainRuleGrader: Grader {
  package typealias Answer = (
    _ weight: Float, _ bias: Float, _ input: Float, _ target: Float
  ) throws -> (loss: Float, byWeight: Float, byBias: Float, byInput: Float)

  package static let id = "chain-rule", lesson = "foundations", points = 10

  package static func check(_ answer: Answer, on sheet: inout ScoreSheet) throws {
    let open = (0..<4).map { _ in Neuron(isOpen: true, &sheet.random) }
    let closed = (0..<3).map { _ in Neuron(isOpen: false, &sheet.random) }
    let example = Neuron(weight: 1.5, bias: -1, input: 2, target: 3)
    func got(_ neuron: Neuron) throws -> [Float] {
      let found = try answer(neuron.weight, neuron.bias, neuron.input, neuron.target)
      return [found.loss, found.byWeight, found.byBias, found.byInput]
    }
    try sheet.check(
      "example", Phrase(en: "the neuron of the text", id: "neuron dalam teks"), points: 1,
      expected: [1, -4, -2, -3], got: got(example), tolerance: 1e-5,
      next: Phrase(
        en: "z = 2, e = −1, L = 1; then walk back: 2e = −2, times x for w, times w for x.",
        id: "z = 2, e = −1, L = 1; lalu berjalan mundur: 2e = −2, dikali x untuk w, dikali w untuk x."))
    try sheet.check(
      "losses", Phrase(en: "the losses of four neurons", id: "kerugian empat neuron"), points: 1,
      expected: open.map { $0.answers[0] }, got: open.map { try got($0)[0] }, tolerance: 1e-3,
      next: Phrase(en: "L = (max(z, 0) − y)² with z = w x + b.", id: "L = (max(z, 0) − y)² dengan z = w x + b."))
    try sheet.check(
      "weights", Phrase(en: "the slopes by w and by x", id: "kemiringan terhadap w dan terhadap x"), points: 3,
      expected: open.map { [$0.answers[1], $0.answers[3]] },
      got: open.map { neuron in
        let found = try got(neuron)
        return [found[1], found[3]]
      }, tolerance: 1e-3,
      next: Phrase(
        en: "A product hands a slope on times the other factor: for w it is x, for x it is w. And ∂e²/∂e = 2e.",
        id: "Perkalian meneruskan kemiringan dikali faktor lainnya: untuk w ialah x, untuk x ialah w. Dan ∂e²/∂e = 2e.")
    )
    try sheet.check(
      "biases", Phrase(en: "the slopes by b", id: "kemiringan terhadap b"), points: 2,
      expected: open.map { $0.answers[2] }, got: open.map { try got($0)[2] }, tolerance: 1e-3,
      next: Phrase(
        en: "A sum hands a slope on as it is: ∂z/∂b = 1.",
        id: "Penjumlahan meneruskan kemiringan apa adanya: ∂z/∂b = 1."))
    try sheet.check(
      "closed", Phrase(en: "neurons whose z is negative", id: "neuron yang z-nya negatif"), points: 3,
      expected: closed.map(\.answers), got: closed.map { try got($0) }, tolerance: 1e-3,
      next: Phrase(
        en: "Where z < 0 ReLU gives 0, whatever z is: the loss is y², and all three slopes are 0.",
        id: "Bila z < 0, ReLU memberi 0, berapa pun z: kerugiannya y², dan ketiga kemiringannya 0."))
  }

  package static var mistakes: [Mistake<Answer>] {
    [
      Mistake("the 2 of the square forgotten", failing: "weights") {
        neuron($0, $1, $2, $3) { _, a in [a[0], a[1] / 2, a[2] / 2, a[3] / 2] }
      },
      Mistake("uphill and downhill confused", failing: "weights") {
        neuron($0, $1, $2, $3) { _, a in [a[0], -a[1], -a[2], -a[3]] }
      },
      Mistake("w and x confused", failing: "weights") {
        neuron($0, $1, $2, $3) { _, a in [a[0], a[3], a[2], a[1]] }
      },
      Mistake("the slope by b times b", failing: "biases") {
        neuron($0, $1, $2, $3) { own, a in [a[0], a[1], a[2] * own.bias, a[3]] }
      },
      Mistake("the ReLU left out on the way back", failing: "closed") {
        neuron($0, $1, $2, $3) { own, a in
          let slope = 2 * (max(own.z, 0) - own.target)
          return [a[0], slope * own.input, slope, slope * own.weight]
        }
      },
      Mistake("the ReLU left out on the way there, too", failing: "closed") {
        neuron($0, $1, $2, $3) { own, _ in
          let error = own.z - own.target
          return [error * error, 2 * error * own.input, 2 * error, 2 * error * own.weight]
        }
      },
      Mistake("the difference in place of its square", failing: "losses") {
        neuron($0, $1, $2, $3) { own, a in [max(own.z, 0) - own.target, a[1], a[2], a[3]] }
      },
    ]
  }

  /// What is made of a neuron's right answers.
  private static func neuron(
    _ weight: Float, _ bias: Float, _ input: Float, _ target: Float, _ change: (Neuron, [Float]) -> [Float]
  ) -> (loss: Float, byWeight: Float, byBias: Float, byInput: Float) {
    let neuron = Neuron(weight: weight, bias: bias, input: input, target: target)
    let found = change(neuron, neuron.answers)
    return (found[0], found[1], found[2], found[3])
  }
}

/// The numbers of one neuron, and what is to be said of it.
private struct Neuron {
  let weight, bias, input, target: Float

  init(weight: Float, bias: Float, input: Float, target: Float) {
    (self.weight, self.bias, self.input, self.target) = (weight, bias, input, target)
  }

  /// A neuron by lot, whose z is well above 0 or well below.
  init(isOpen: Bool, _ random: inout RandomSource) {
    weight = random.uniform(0.5...2)
    input = isOpen ? random.uniform(1...3) : random.uniform(-3 ... -1)
    bias = isOpen ? random.uniform(0.2...1) : random.uniform(-1 ... -0.2)
    target = random.uniform(-3 ... -1)
  }

  var z: Float { weight * input + bias }

  /// Loss, and slopes by w, b and x.
  var answers: [Float] {
    let error = max(z, 0) - target
    let slope = z > 0 ? 2 * error : 0
    return [error * error, slope * input, slope, slope * weight]
  }
}
