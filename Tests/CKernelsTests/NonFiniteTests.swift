import CKernels
import Testing

/// What is not finite in the input, the weight, the bias or the gradient from above of a convolution is never lost.
///
/// Where the sum of the definition is NaN or infinite, so is the result. Direct sums give the same kind; zeros around the
/// picture may make NaN of an infinite weight at its border, and Winograd's tiles NaN of all that is in them.
@Suite(.serialized) struct NonFiniteTests {
  static let shapes = [
    shape(1, 1, 1, 1, 1), shape(2, 3, 5, 3, 17), shape(1, 12, 13, 3, 8, kernel: 7, stride: 2, padding: 3),
    shape(2, 7, 9, 16, 33, stride: 2), shape(1, 9, 9, 4, 5, kernel: 1, padding: 0),
    shape(2, 9, 9, 8, 12, padding: 0, groups: 4), shape(1, 9, 11, 47, 47, stride: 2, groups: 47),
    shape(1, 1, 1, 16, 16), shape(2, 9, 7, 16, 48), shape(2, 8, 8, 32, 32, padding: 0),
    shape(1, 7, 10, 32, 16, padding: 2),
    shape(1, 1, 1, 272, 256),
  ]

  @Test("damage goes through convolution and both gradients", arguments: instructionSets, shapes)
  func convolution(instructionSet: String, shape: alih_convolution) {
    let before = String(cString: alih_instruction_set())
    defer { _ = alih_select_instruction_set(before) }
    _ = alih_select_instruction_set(instructionSet)
    for damage in [Float.nan, .infinity, -.infinity] {
      for part in DamagedConvolution.Part.allCases {
        let work = DamagedConvolution(shape, damage, in: part)
        for (name, found, expected) in work.results {
          let wrong = found.indices.first { !isKept(expected[$0], found[$0]) }
          #expect(wrong == nil, "\(damage) in the \(part), \(name) of \(shape)")
          guard shape.roundingGrowth == 1, part != .weight else { continue }
          let spread = found.indices.first { !found[$0].isFinite && expected[$0].isFinite }
          #expect(spread == nil || part == .upstream, "\(damage) in the \(part) spreads, \(name) of \(shape)")
        }
        #expect(zip(work.finished, work.output).allSatisfy { $0 == min(max($1, 0), 6) || $0.isNaN && $1.isNaN })
      }
    }
  }

  /// Whether what is not finite has stayed so: NaN as NaN, ∞ as itself or as NaN.
  private func isKept(_ expected: Float, _ found: Float) -> Bool {
    expected.isFinite || found.isNaN || (!expected.isNaN && found == expected)
  }

  @Test("NaN of any bits stays NaN in what shifts the bits of numbers", arguments: instructionSets)
  func bits(instructionSet: String) {
    let before = String(cString: alih_instruction_set())
    defer { _ = alih_select_instruction_set(before) }
    _ = alih_select_instruction_set(instructionSet)
    let values = (0..<600).map { Float(bitPattern: ($0 % 2 == 0 ? 0x7FC0_0000 : 0xFFC0_0000) | UInt32($0 / 2)) }
    for kind in [alih_sigmoid, alih_silu, alih_gelu] {
      var y = values.map { _ in Float(0) }
      alih_activate(kind, y.count, values, &y)
      #expect(y.allSatisfy { $0.isNaN })
      alih_activation_gradient(kind, y.count, values.map { _ in 1 }, values, &y)
      #expect(y.allSatisfy { $0.isNaN })
    }
    var y = values.map { _ in Float(0) }
    alih_softmax(values.count, 1, values, &y)
    #expect(y.allSatisfy { $0.isNaN })
  }
}

/// A convolution of noise with its gradients, some values of which are not finite.
private struct DamagedConvolution {
  enum Part: CaseIterable { case input, weight, bias, upstream }

  let results: [(name: String, found: [Float], expected: [Float])]
  let output, finished: [Float]

  init(_ shape: alih_convolution, _ damage: Float, in part: Part) {
    var shape = shape
    func values(_ count: Int, _ seed: UInt64, _ own: Part) -> [Float] {
      var values = noise(count, seed)
      if own == part { for place in [count / 3, count - 1] { values[place] = damage } }
      return values
    }
    let (input, weight) = (values(shape.inputCount, 21, .input), values(shape.weightCount, 22, .weight))
    let (bias, upstream) = (values(shape.outputs, 23, .bias), values(shape.outputCount, 24, .upstream))
    var (output, finished) = (upstream, upstream)
    var (inputGradient, weightGradient) = (input, weight)
    bias.withUnsafeBufferPointer { bias in
      var epilogue = alih_epilogue(bias: bias.baseAddress, addend: nil, ceiling: -1)
      alih_convolve(&shape, input, weight, nil, &epilogue, &output)
      epilogue.ceiling = 6
      alih_convolve(&shape, input, weight, nil, &epilogue, &finished)
    }
    alih_convolve_input_gradient(&shape, upstream, weight, nil, &inputGradient)
    alih_convolve_weight_gradient(&shape, input, upstream, &weightGradient)
    (self.output, self.finished) = (output, finished)
    results = [
      ("output", output, Reference.convolve(shape, input, weight, bias)),
      ("input gradient", inputGradient, Reference.inputGradient(shape, upstream, weight)),
      ("weight gradient", weightGradient, Reference.weightGradient(shape, input, upstream)),
    ]
  }
}
