import Autograd
import NeuralNetworks

/// An operation of the engine with the shapes of its inputs, as `Oracle/nonfinite.txt` has it.
struct NonFiniteOperation: Sendable {
  let shapes: [[Int]]
  let run: @Sendable ([Tensor]) -> Tensor

  init(_ shapes: [Int]..., run: @escaping @Sendable ([Tensor]) -> Tensor) {
    self.shapes = shapes
    self.run = run
  }

  /// The output and the gradients of all inputs for the inputs of a row.
  func results(of row: NonFiniteTests.Row) -> (output: Tensor, gradients: [Tensor?]) {
    let value: Float =
      switch row.damage {
      case "n": .nan
      case "+": .infinity
      default: -.infinity
      }
    let inputs = shapes.enumerated().map { index, shape in
      var values = NonFiniteOperation.values(shape, index + 1)
      if row.name == "batchNormFixed", index == 2 { values = values.map { abs($0) + 0.5 } }
      if row.damaged == "\(index)" { damage(&values, with: value, middle: middle(row.name)) }
      return Tensor(values, shape: shape).requiringGradient()
    }
    let output = run(inputs)
    var upstream = NonFiniteOperation.values(output.shape, 9)
    if row.damaged == "upstream" { damage(&upstream, with: value, middle: row.name == "resized" ? 56 : nil) }
    let gradients = output.gradients(upstream: Tensor(upstream, shape: output.shape))
    return (output, inputs.map { gradients[$0] })
  }

  private static func values(_ shape: [Int], _ seed: Int) -> [Float] {
    (0..<shape.reduce(1, *)).map { Float(($0 * 7 + seed * 3) % 23 - 11) / 8 }
  }

  private func middle(_ name: String) -> Int? {
    ["resized": 24, "resizedSmooth": 48, "warped": 24][name]
  }

  private func damage(_ values: inout [Float], with value: Float, middle: Int?) {
    for place in middle.map({ [$0] }) ?? [min(5, values.count - 1), values.count - 1] { values[place] = value }
  }

  static let all: [String: NonFiniteOperation] = {
    var all = pairs
    for (name, operation) in matrices { all[name] = NonFiniteOperation([3, 7]) { operation($0[0]) } }
    for (name, operation) in products { all[name] = operation }
    for (name, operation) in pictures { all[name] = operation }
    return all
  }()

  /// Operations of one matrix.
  private static let matrices: [String: @Sendable (Tensor) -> Tensor] = [
    "relu": { $0.relu() }, "relu6": { $0.relu6() }, "leakyReLU": { $0.leakyReLU() }, "sigmoid": { $0.sigmoid() },
    "tanh": { $0.tanh() }, "silu": { $0.silu() }, "gelu": { $0.gelu() }, "softplus": { $0.softplus() },
    "exp": { $0.exp() }, "log": { $0.log() }, "square": { $0.square() }, "squareRoot": { $0.squareRoot() },
    "abs": { $0.abs() }, "clamped": { $0.clamped(to: -0.5...0.5) }, "plus": { $0 + 2 }, "times": { $0 * 0.5 },
    "over": { $0 / 4 }, "minus": { 1 - $0 }, "sum": { $0.sum() }, "mean": { $0.mean() },
    "sumAlong": { $0.sum(along: [0]) }, "meanAlong": { $0.mean(along: [1]) }, "softmax": { $0.softmax() },
    "logSoftmax": { $0.logSoftmax() }, "gather": { $0.gather([5, 0, 6]) },
    "gatherRows": { $0.gather(rows: [2, 0, 2]) },
    "flattened": { $0.reshaped([21]) }, "permuted": { $0.permuted([1, 0]) }, "slice": { $0.slice(2..<6, along: 1) },
    "padded": { $0.padded(before: 1, after: 2, along: 1) }, "strided": { $0.strided(2, along: 1) },
    "crossEntropy": { crossEntropy($0, [1, 5, 6]) },
    "crossEntropySmooth": { crossEntropy($0, [1, 5, 6], labelSmoothing: 0.1) },
  ]

  /// Operations of two tensors, value by value.
  private static let pairs: [String: NonFiniteOperation] = [
    "add": NonFiniteOperation([3, 7], [3, 7]) { $0[0] + $0[1] },
    "subtract": NonFiniteOperation([3, 7], [3, 7]) { $0[0] - $0[1] },
    "multiply": NonFiniteOperation([3, 7], [3, 7]) { $0[0] * $0[1] },
    "divide": NonFiniteOperation([3, 7], [3, 7]) { $0[0] / $0[1] },
    "addRelu": NonFiniteOperation([3, 7], [3, 7]) { $0[0].adding($0[1], rectification: .relu) },
    "concatenated": NonFiniteOperation([3, 7], [3, 7]) { .concatenated($0, along: 1) },
    "meanSquaredError": NonFiniteOperation([3, 7], [3, 7]) { meanSquaredError($0[0], $0[1]) },
    "addBias": NonFiniteOperation([3, 7], [7]) { $0[0] + $0[1] },
    "multiplyRows": NonFiniteOperation([3, 7], [3, 1]) { $0[0] * $0[1] },
    "gated": NonFiniteOperation([2, 2, 2, 3], [2, 3]) { $0[0].gated(by: $0[1]) },
  ]

  /// Sums of products.
  private static let products: [String: NonFiniteOperation] = [
    "matrixProduct": NonFiniteOperation([3, 5], [5, 7]) { $0[0].matrixProduct($0[1]) },
    "linear": NonFiniteOperation([3, 5], [7, 5], [7]) { $0[0].linear(weight: $0[1], bias: $0[2]) },
    "linearTall": NonFiniteOperation([2, 3, 5], [7, 5], [7]) { $0[0].linear(weight: $0[1], bias: $0[2]) },
    "batched": NonFiniteOperation([2, 3, 5], [2, 5, 4]) { $0[0].batchedMatrixProduct($0[1]) },
    "batchedTransposed": NonFiniteOperation([2, 3, 5], [2, 4, 5]) { $0[0].batchedMatrixProduct(transposing: $0[1]) },
    "convolved": NonFiniteOperation([1, 4, 5, 3], [5, 3, 3, 3], [5]) { $0[0].convolved(weight: $0[1], bias: $0[2]) },
    "convolvedRelu": NonFiniteOperation([1, 4, 5, 3], [17, 3, 3, 3], [17]) {
      $0[0].convolved(weight: $0[1], bias: $0[2], rectification: .relu)
    },
    "convolvedRelu6": NonFiniteOperation([1, 4, 5, 3], [17, 3, 1, 1], [17]) {
      $0[0].convolved(weight: $0[1], bias: $0[2], rectification: .relu6)
    },
    "depthwise": NonFiniteOperation([1, 3, 4, 17], [17, 1, 3, 3], [17]) {
      $0[0].convolved(weight: $0[1], bias: $0[2], groups: 17, rectification: .relu6)
    },
    "grouped": NonFiniteOperation([1, 5, 5, 6], [4, 3, 3, 3], [4]) {
      $0[0].convolved(weight: $0[1], bias: $0[2], stride: 2, groups: 2, rectification: .relu)
    },
  ]

  /// Operations of pictures and of their channels.
  private static let pictures: [String: NonFiniteOperation] = [
    "maxPooled": NonFiniteOperation([1, 5, 4, 17]) { $0[0].maxPooled(kernel: 3, stride: 2, padding: 1) },
    "averagePooled": NonFiniteOperation([1, 4, 5, 3]) { $0[0].averagePooled(kernel: 2) },
    "adaptivePooled": NonFiniteOperation([1, 5, 3, 3]) { $0[0].adaptiveAveragePooled(size: 2) },
    "globalPooled": NonFiniteOperation([2, 3, 3, 3]) { $0[0].globalAveragePooled() },
    "batchNorm": NonFiniteOperation([2, 2, 2, 17], [17], [17]) {
      $0[0].batchNormalized(weight: $0[1], bias: $0[2]).output
    },
    "batchNormRelu": NonFiniteOperation([2, 2, 2, 17], [17], [17]) {
      $0[0].batchNormalized(weight: $0[1], bias: $0[2], rectification: .relu).output
    },
    "batchNormFixed": NonFiniteOperation([2, 2, 2, 17], [17], [17], [17], [17]) {
      $0[0].batchNormalized(mean: $0[1], variance: $0[2], weight: $0[3], bias: $0[4], rectification: .relu6)
    },
    "layerNorm": NonFiniteOperation([3, 17], [17], [17]) { $0[0].layerNormalized(weight: $0[1], bias: $0[2]) },
    "resized": NonFiniteOperation([1, 5, 5, 2]) { $0[0].resized(height: 8, width: 8) },
    "resizedSmooth": NonFiniteOperation([1, 7, 7, 2]) { $0[0].resized(height: 4, width: 4, antialiased: true) },
    "warped": NonFiniteOperation([1, 5, 5, 2]) { $0[0].affineWarped(theta: [0.9, 0.1, 0.05, -0.1, 0.85, 0.02]) },
  ]
}
