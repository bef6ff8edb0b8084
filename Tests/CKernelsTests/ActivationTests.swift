import CKernels
import Foundation
import Testing

@Suite(.serialized) struct ActivationTests {
  private struct Smooth {
    let kind: alih_activation
    let value, slope: (Double) -> Double
  }

  private let functions: [Smooth] = {
    func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
    func normal(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }
    return [
      Smooth(kind: alih_sigmoid, value: logistic, slope: { logistic($0) * (1 - logistic($0)) }),
      Smooth(
        kind: alih_silu, value: { $0 * logistic($0) }, slope: { logistic($0) * (1 + $0 * (1 - logistic($0))) }),
      Smooth(
        kind: alih_gelu, value: { $0 * normal($0) },
        slope: { normal($0) + $0 * exp(-0.5 * $0 * $0) / (2 * Double.pi).squareRoot() }),
    ]
  }()

  @Test(
    "smooth activations agree with their formulas, far out, too", arguments: instructionSets,
    [1, 7, 16, 33, 20_011])
  func activations(instructionSet: String, count: Int) {
    withInstructionSet(instructionSet) {
      let upstream = noise(count, 2)
      for scale: Float in [1, 12, 200] {
        let x = noise(count, 1).map { scale * $0 }
        for function in functions {
          var (y, gradient) = ([Float](repeating: 9, count: count), [Float](repeating: 9, count: count))
          alih_activate(function.kind, count, x, &y)
          alih_activation_gradient(function.kind, count, upstream, x, &gradient)
          // A few roundings of numbers up to 1, or up to x.
          let wrong = x.indices.first { i in
            let (value, slope) = (function.value(Double(x[i])), Double(upstream[i]) * function.slope(Double(x[i])))
            return !(abs(Double(y[i]) - value) <= 4e-7 * max(1, abs(value)) && abs(Double(gradient[i]) - slope) <= 2e-6)
          }
          #expect(wrong.map { x[$0] } == nil, "the first x with another value or gradient")
        }
      }
    }
  }

  @Test("what is not a number stays so")
  func notANumber() {
    for instructionSet in instructionSets {
      withInstructionSet(instructionSet) {
        for kind in [alih_sigmoid, alih_silu, alih_gelu] {
          var y: [Float] = [1, 1]
          alih_activate(kind, 2, [.nan, 0.5], &y)
          #expect(y[0].isNaN && !y[1].isNaN)
        }
        var shares: [Float] = [1, 1, 1]
        alih_softmax(1, 3, [0, .nan, 1], &shares)
        #expect(shares.allSatisfy { $0.isNaN })
      }
    }
  }

  @Test("softmax agrees with its formula, whatever the level", arguments: instructionSets, [1, 3, 17, 64, 197])
  func softmax(instructionSet: String, columns: Int) {
    withInstructionSet(instructionSet) {
      for (rows, level): (Int, Float) in [(1, 0), (5, 1000), (301, -1000)] {
        let x = noise(rows * columns, 3).map { 6 * $0 + level }
        var y = [Float](repeating: 9, count: x.count)
        alih_softmax(rows, columns, x, &y)
        for row in 0..<rows {
          let places = row * columns..<(row + 1) * columns
          let powers = x[places].map { exp(Double($0 - level)) }
          let sum = powers.reduce(0, +)
          #expect(zip(places, powers).allSatisfy { abs(Double(y[$0]) - $1 / sum) < 1e-6 }, "row \(row)")
        }
      }
    }
  }

  @Test("layer norm and its gradient agree with their formulas", arguments: instructionSets, [1, 3, 17, 64, 130])
  func layerNorm(instructionSet: String, channels: Int) {
    withInstructionSet(instructionSet) {
      for rows in [1, 2, 65, 301] {
        let (x, upstream) = (noise(rows * channels, 1).map { $0 + 3 }, noise(rows * channels, 2))
        let (weight, bias) = (noise(channels, 3), noise(channels, 4))
        var (y, gradient) = (x, x)
        alih_layer_norm(rows, channels, x, weight, bias, 1e-2, &y)
        alih_layer_norm_gradient(rows, channels, x, weight, upstream, 1e-2, &gradient)
        for row in 0..<rows {
          let places = row * channels..<(row + 1) * channels
          func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(channels) }
          let centre = mean(x[places].map { Double($0) })
          let deviation = (mean(x[places].map { (Double($0) - centre) * (Double($0) - centre) }) + 1e-2).squareRoot()
          let standard = x[places].map { (Double($0) - centre) / deviation }
          let slopes = zip(upstream[places], weight).map { Double($0) * Double($1) }
          let (level, tilt) = (mean(slopes), mean(zip(slopes, standard).map { $0 * $1 }))
          // Values around 3 leave errors of their size, divided by a deviation of at least 0.1.
          let agrees = places.enumerated().allSatisfy { column, place in
            let expected = standard[column] * Double(weight[column]) + Double(bias[column])
            let slope = (slopes[column] - level - standard[column] * tilt) / deviation
            return abs(Double(y[place]) - expected) < 2e-5 && abs(Double(gradient[place]) - slope) < 2e-4
          }
          #expect(agrees, "row \(row)")
        }
      }
    }
  }

  @Test("one thread and two give the same bits")
  func threadsDoNotMatter() {
    let before = alih_threads()
    defer { alih_set_threads(before) }
    let (x, weight, bias) = (noise(70_000, 1), noise(70, 2), noise(70, 3))
    func results() -> [[Float]] {
      var outputs = [[Float]](repeating: x, count: 3)
      alih_activate(alih_gelu, x.count, x, &outputs[0])
      alih_softmax(1000, 70, x, &outputs[1])
      alih_layer_norm(1000, 70, x, weight, bias, 1e-6, &outputs[2])
      return outputs
    }
    alih_set_threads(1)
    let alone = results()
    alih_set_threads(2)
    #expect(results() == alone)
  }

  private func withInstructionSet(_ name: String, _ body: () -> Void) {
    let before = String(cString: alih_instruction_set())
    defer { _ = alih_select_instruction_set(before) }
    _ = alih_select_instruction_set(name)
    body()
  }
}
