import CKernels
import Testing

/// Every instruction set that this machine can run.
let instructionSets = ["avx512", "avx2", "neon", "portable"].filter { name in
  let before = String(cString: alih_instruction_set())
  defer { _ = alih_select_instruction_set(before) }
  return alih_select_instruction_set(name) == 1
}

/// A convolution to try, from the numbers that matter.
func shape(
  _ batch: Int, _ height: Int, _ width: Int, _ channels: Int, _ outputs: Int, kernel: Int = 3, kernelWidth: Int? = nil,
  stride: Int = 1, padding: Int = 1, extra: (bottom: Int, right: Int) = (0, 0), dilation: Int = 1, groups: Int = 1
) -> alih_convolution {
  alih_convolution(
    batch: batch, height: height, width: width, channels: channels, outputs: outputs, kernel_height: kernel,
    kernel_width: kernelWidth ?? kernel, stride: stride, dilation: dilation, groups: groups, top: padding,
    bottom: padding + extra.bottom, left: padding, right: padding + extra.right)
}

let awkwardShapes: [alih_convolution] = [
  shape(1, 1, 1, 1, 1), shape(1, 1, 1, 1, 1, kernel: 1, padding: 0), shape(2, 3, 5, 3, 17), shape(1, 17, 1, 5, 33),
  shape(1, 1, 47, 33, 3), shape(3, 9, 7, 17, 47), shape(1, 33, 31, 3, 32), shape(2, 8, 8, 130, 20),
  shape(1, 5, 5, 3, 5, kernel: 5, padding: 2), shape(1, 12, 13, 3, 8, kernel: 7, stride: 2, padding: 3),
  shape(2, 7, 9, 16, 33, stride: 2), shape(2, 8, 8, 16, 17, stride: 2, padding: 0), shape(1, 11, 10, 6, 9, stride: 3),
  shape(1, 9, 9, 4, 5, kernel: 1, padding: 0), shape(2, 9, 8, 5, 7, kernel: 1, stride: 2, padding: 0),
  shape(1, 20, 30, 400, 3, kernel: 1, padding: 0), shape(1, 10, 10, 8, 8, padding: 2, dilation: 2),
  shape(1, 13, 13, 3, 6, stride: 2, padding: 3, dilation: 3), shape(2, 9, 9, 8, 12, padding: 0, groups: 4),
  shape(2, 6, 7, 6, 6, groups: 6), shape(1, 9, 11, 47, 47, stride: 2, groups: 47),
  shape(3, 5, 5, 33, 33, kernel: 5, padding: 2, groups: 33), shape(1, 4, 4, 3, 6, groups: 3),
  shape(1, 6, 5, 3, 4, kernel: 1, padding: 1), shape(2, 6, 9, 5, 3, kernel: 1, kernelWidth: 3, padding: 1),
  shape(1, 6, 6, 2, 3, kernel: 2, padding: 0), shape(1, 1, 700, 7, 5, kernel: 1, padding: 0), shape(4, 4, 4, 128, 96),
  // Patches of transformers, and large depthwise kernels.
  shape(2, 33, 32, 3, 17, kernel: 16, stride: 16, padding: 0), shape(2, 9, 8, 3, 33, kernel: 4, stride: 4, padding: 0),
  shape(1, 6, 4, 17, 20, kernel: 2, stride: 2, padding: 0), shape(2, 9, 5, 33, 33, kernel: 7, padding: 3, groups: 33),
  // Winograd's: parts of tiles, all paddings, many tiles, filters that are kept and that are not.
  shape(1, 1, 1, 16, 16), shape(2, 9, 7, 16, 48), shape(3, 13, 5, 48, 16), shape(2, 8, 8, 32, 32, padding: 0),
  shape(1, 7, 10, 32, 16, padding: 2), shape(1, 61, 59, 16, 16), shape(4, 14, 13, 64, 80),
  shape(1, 9, 5, 400, 336), shape(1, 3, 3, 528, 256),
  // More zeros behind the picture than before it.
  shape(2, 8, 6, 3, 17, stride: 2, padding: 0, extra: (1, 1)),
  shape(1, 7, 8, 16, 16, stride: 2, padding: 0, extra: (2, 1)),
  shape(1, 9, 10, 33, 33, stride: 2, padding: 0, extra: (0, 1), groups: 33),
  shape(2, 12, 14, 17, 17, kernel: 5, stride: 2, padding: 1, extra: (1, 1), groups: 17),
  shape(1, 8, 9, 8, 12, stride: 2, padding: 0, extra: (1, 0), groups: 4),
  shape(1, 5, 6, 5, 3, kernel: 1, padding: 0, extra: (2, 1)),
  shape(1, 5, 6, 5, 3, kernel: 2, padding: 0, extra: (1, 1)),
  shape(1, 7, 9, 16, 32, padding: 0, extra: (2, 1)), shape(1, 17, 18, 16, 16, padding: 1, extra: (1, 0)),
  shape(1, 7, 7, 16, 16, padding: 1, extra: (2, 0)), shape(1, 10, 9, 4, 6, padding: 1, extra: (1, 2), dilation: 2),
]

/// Numbers in [−1, 1) that repeat for a seed.
func noise(_ count: Int, _ seed: UInt64) -> [Float] {
  var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Float(Int32(truncatingIfNeeded: state >> 32)) * 0x1p-31
  }
}

/// Whether every value is as close as a float32 sum of `length` products of numbers up to 1 allows; NaN is close to nothing.
///
/// `growth` is how much more an algorithm rounds than the sum of the definition.
func expectClose(
  _ actual: [Float], _ expected: [Float], sumLength length: Int, growth: Float = 1, _ comment: Comment
) {
  let tolerance = 4 * Float.ulpOfOne * Float(length).squareRoot() * 4 * growth
  let isClose = zip(actual, expected).allSatisfy { abs($0 - $1) <= tolerance }
  #expect(actual.count == expected.count && isClose, comment)
}

@Suite(.serialized) struct KernelTests {
  @Test("convolution and both gradients agree with the plain reference", arguments: instructionSets, awkwardShapes)
  func convolutionAgrees(instructionSet: String, shape: alih_convolution) {
    let before = String(cString: alih_instruction_set())
    defer { _ = alih_select_instruction_set(before) }
    #expect(alih_select_instruction_set(instructionSet) == 1)
    let result = Convolved(shape)
    let taps = shape.kernel_height * shape.kernel_width
    let growth = shape.roundingGrowth
    expectClose(
      result.output, Reference.convolve(shape, result.input, result.weight, result.bias),
      sumLength: taps * shape.channels / shape.groups + 1, growth: growth, "output of \(shape)")
    let finished = zip(result.output, result.addend).map { min(max($0 + $1, 0), 0.5) }
    #expect(result.finished == finished, "output with an addend and a ceiling of \(shape)")
    expectClose(
      result.inputGradient, Reference.inputGradient(shape, result.upstream, result.weight),
      sumLength: taps * shape.outputs / shape.groups, growth: growth, "input gradient of \(shape)")
    expectClose(
      result.weightGradient, Reference.weightGradient(shape, result.input, result.upstream),
      sumLength: shape.outputCount / shape.outputs, growth: growth, "weight gradient of \(shape)")
  }

  @Test("one thread and two give the same bits", arguments: instructionSets, awkwardShapes)
  func threadsDoNotMatter(instructionSet: String, shape: alih_convolution) {
    let before = (String(cString: alih_instruction_set()), alih_threads())
    defer {
      _ = alih_select_instruction_set(before.0)
      alih_set_threads(before.1)
    }
    _ = alih_select_instruction_set(instructionSet)
    alih_set_threads(1)
    let alone = Convolved(shape)
    for threads: Int32 in [2, 3] {
      alih_set_threads(threads)
      let together = Convolved(shape)
      #expect(alone.output == together.output)
      #expect(alone.inputGradient == together.inputGradient)
      #expect(alone.weightGradient == together.weightGradient)
    }
  }

  @Test(
    "matrix products agree with the plain reference", arguments: instructionSets,
    [
      (1, 1, 1), (1, 7, 3), (2, 33, 130), (3, 5, 17), (17, 33, 47), (47, 17, 1), (64, 48, 800), (5, 129, 33),
      (97, 3, 5),
    ])
  func productsAgree(instructionSet: String, size: (m: Int, n: Int, k: Int)) {
    let before = String(cString: alih_instruction_set())
    defer { _ = alih_select_instruction_set(before) }
    _ = alih_select_instruction_set(instructionSet)
    let (m, n, k) = size
    let a = noise(m * k, 1)
    let b = noise(k * n, 2)
    var c = noise(m * n, 3)  // overwritten
    alih_matrix_product(m, n, k, a, b, n, 1, &c)
    expectClose(
      c, Reference.product(m, n, k, { a[$0 * k + $1] }, { b[$0 * n + $1] }), sumLength: k, "a·b, \(size)")
    alih_matrix_product(m, n, k, a, b, 1, k, &c)
    expectClose(
      c, Reference.product(m, n, k, { a[$0 * k + $1] }, { b[$1 * k + $0] }), sumLength: k, "a·bᵀ, \(size)")
    alih_transposed_product(m, n, k, a, b, &c)
    expectClose(
      c, Reference.product(m, n, k, { a[$1 * m + $0] }, { b[$0 * n + $1] }), sumLength: k, "aᵀ·b, \(size)")
  }

  @Test("an instruction set that does not exist is refused and changes nothing")
  func unknownInstructionSet() {
    let before = String(cString: alih_instruction_set())
    #expect(alih_select_instruction_set("sse9") == 0)
    #expect(String(cString: alih_instruction_set()) == before)
  }
}

/// A convolution of noise with its gradients.
struct Convolved {
  let input, weight, bias, addend, upstream: [Float]
  var output, finished, inputGradient, weightGradient: [Float]

  init(_ shape: alih_convolution) {
    var shape = shape
    input = noise(shape.inputCount, 11)
    weight = noise(shape.weightCount, 12)
    bias = noise(shape.outputs, 13)
    upstream = noise(shape.outputCount, 14)
    output = noise(shape.outputCount, 15)  // overwritten
    inputGradient = noise(shape.inputCount, 16)
    weightGradient = noise(shape.weightCount, 17)
    addend = noise(shape.outputCount, 18)
    finished = output
    convolve(&shape, packed: nil, addend: nil, ceiling: -1, &output)
    var packed = [Float](repeating: 0, count: alih_packed_size(&shape, 0))
    alih_pack_weight(&shape, 0, weight, &packed)
    convolve(&shape, packed: packed, addend: addend, ceiling: 0.5, &finished)
    alih_convolve_input_gradient(&shape, upstream, weight, nil, &inputGradient)
    alih_convolve_weight_gradient(&shape, input, upstream, &weightGradient)
  }

  private func convolve(
    _ shape: inout alih_convolution, packed: [Float]?, addend: [Float]?, ceiling: Float, _ result: inout [Float]
  ) {
    bias.withUnsafeBufferPointer { bias in
      (addend ?? []).withUnsafeBufferPointer { values in
        var epilogue = alih_epilogue(
          bias: bias.baseAddress, addend: addend == nil ? nil : values.baseAddress, ceiling: ceiling)
        alih_convolve(&shape, input, weight, packed, &epilogue, &result)
      }
    }
  }
}

extension alih_convolution {
  /// How much more the convolution rounds than the sum of its definition: 1, or what Winograd's transforms make of errors.
  ///
  /// For random numbers the error of a tile's worst pixel grows by maxᵢ Σₖ Aₖᵢ² ‖Bₖ‖² ‖Gₖ‖² / 3 = 7.125, with the k-th
  /// rows of Aᵀ's transposed, Bᵀ and G at the points 0, ±√½, ±√2 and ∞; for the weight gradient by less.
  var roundingGrowth: Float {
    let isWinograds =
      kernel_height == 3 && kernel_width == 3 && stride == 1 && dilation == 1 && groups == 1 && channels % 16 == 0
      && outputs % 16 == 0
    return isWinograds ? 7.125 : 1
  }
}

extension alih_convolution: @retroactive CustomStringConvertible {
  /// The numbers, for a message.
  public var description: String {
    "\(batch)x\(height)x\(width)x\(channels) → \(outputs), kernel \(kernel_height)x\(kernel_width), stride \(stride), "
      + "zeros \(top) above, \(bottom) below, \(left) left, \(right) right, dilation \(dilation), groups \(groups)"
  }
}
