import Autograd
import Testing

/// One operation to be held to finite differences: shapes of its inputs, and a function to a single number.
struct DifferentiableCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let shapes: [[Int]]
  let function: @Sendable ([Tensor]) -> Tensor

  init(_ name: String, _ shapes: [Int]..., function: @escaping @Sendable ([Tensor]) -> Tensor) {
    testDescription = name
    self.shapes = shapes
    self.function = function
  }
}

private let cases: [DifferentiableCase] = [
  .init("sum of products with broadcasting", [3, 1, 5], [4, 1]) { ($0[0] * $0[1]).sum() },
  .init("difference with a bias", [3, 4, 5], [5]) { ($0[0] - $0[1]).square().sum() },
  .init("difference with rows", [3, 4], [3, 1]) { ($0[0] - $0[1]).square().sum() },
  .init("quotient", [7], [7]) { ($0[0] / ($0[1].square() + 1)).sum() },
  .init("scaled, shifted and negated", [5]) { (-(2 - $0[0] / 3) * $0[0] + 1).sum() },
  .init("mean along axes", [3, 4, 5]) { $0[0].mean(along: [0, 2]).square().sum() },
  .init("sum along the last axis, kept", [3, 4]) { ($0[0] * $0[0].sum(along: [1], keepingAxes: true)).sum() },
  .init("means and variances of channels", [3, 2, 4]) {
    let (mean, variance) = $0[0].channelMoments()
    return (mean.square() + variance * variance).sum()
  },
  .init("slice, pad and subsample", [2, 7, 3]) {
    $0[0].slice(1..<6, along: 1).padded(before: 2, after: 1, along: 2).strided(2, along: 1).square().sum()
  },
  .init("permute and flatten", [2, 3, 4]) { ($0[0].permuted([2, 0, 1]).flattened().square() * 0.5).sum() },
  .init("concatenation", [2, 3], [4, 3]) { Tensor.concatenated($0).square().sum() },
  .init("matrix product", [3, 5], [5, 2]) { $0[0].matrixProduct($0[1]).square().sum() },
  .init("linear map", [3, 5], [2, 5], [2]) { $0[0].linear(weight: $0[1], bias: $0[2]).square().sum() },
  .init("convolution with a stride", [2, 5, 6, 3], [4, 3, 3, 3], [4]) {
    $0[0].convolved(weight: $0[1], bias: $0[2], stride: 2, padding: 1).square().mean()
  },
  .init("convolution by Winograd, with an addend", [1, 6, 5, 16], [16, 16, 3, 3], [16], [1, 6, 5, 16]) {
    $0[0].convolved(weight: $0[1], bias: $0[2], padding: 1, plus: $0[3]).square().mean()
  },
  .init("convolution of patches", [2, 8, 8, 3], [4, 3, 4, 4], [4]) {
    $0[0].convolved(weight: $0[1], bias: $0[2], stride: 4).square().mean()
  },
  .init("convolution with SAME padding, which differs along the sides", [2, 5, 6, 3], [4, 3, 3, 3], [4]) {
    $0[0].convolved(weight: $0[1], bias: $0[2], stride: 2, padding: .same).square().mean()
  },
  .init("depthwise convolution of 5×5 with SAME padding", [1, 8, 7, 3], [3, 1, 5, 5]) {
    $0[0].convolved(weight: $0[1], stride: 2, padding: .same, groups: 3).square().mean()
  },
  .init("depthwise convolution of 7×7", [1, 5, 9, 3], [3, 1, 7, 7]) {
    $0[0].convolved(weight: $0[1], padding: 3, groups: 3).square().mean()
  },
  .init("depthwise convolution", [1, 5, 6, 3], [3, 1, 3, 3]) {
    $0[0].convolved(weight: $0[1], padding: 1, groups: 3).square().mean()
  },
  .init("batch norm in training", [4, 3, 2, 5], [5], [5]) {
    ($0[0].batchNormalized(weight: $0[1], bias: $0[2]).output * $0[0]).sum()
  },
  .init("batch norm with fixed statistics", [4, 3, 2, 5], [5], [5]) {
    let mean = Tensor(shape: [5], filledWith: 0.1)
    let variance = Tensor(shape: [5], filledWith: 2)
    return $0[0].batchNormalized(mean: mean, variance: variance, weight: $0[1], bias: $0[2]).square().sum()
  },
  .init("layer norm", [3, 8], [8], [8]) { ($0[0].layerNormalized(weight: $0[1], bias: $0[2]) * $0[0]).sum() },
  .init("layer norm of pictures", [2, 3, 2, 5], [5], [5]) {
    ($0[0].layerNormalized(weight: $0[1], bias: $0[2]) * $0[0]).sum()
  },
  .init("linear map of tokens", [2, 3, 5], [4, 5], [4]) { $0[0].linear(weight: $0[1], bias: $0[2]).square().sum() },
  .init("batched matrix products", [3, 2, 5], [3, 5, 4]) { $0[0].batchedMatrixProduct($0[1]).square().sum() },
  .init("batched products with a transpose", [3, 2, 5], [3, 4, 5]) {
    $0[0].batchedMatrixProduct(transposing: $0[1]).square().sum()
  },
  .init("gates for channels", [2, 3, 4, 5], [2, 5]) { $0[0].gated(by: $0[1]).square().sum() },
  .init("permute with a last axis that stays", [2, 3, 4, 2]) { ($0[0].permuted([2, 0, 1, 3]) * 0.5).square().sum() },
  .init("average pool with padding", [1, 5, 5, 2]) {
    $0[0].averagePooled(kernel: 3, stride: 2, padding: 1).square().sum()
  },
  .init("softmax", [3, 6]) { ($0[0].softmax() * $0[0]).sum() },
  .init("gather of rows, one of them twice", [4, 2, 3]) { $0[0].gather(rows: [3, 1, 3]).square().sum() },
  .init("log softmax and gather", [3, 6]) { -$0[0].logSoftmax().gather([0, 5, 2]).mean() },
  .init("smooth activations", [17]) {
    let x = $0[0]
    return (x.gelu() + x.silu() + x.sigmoid() + x.tanh() + x.softplus() + x.exp()).sum()
  },
  .init("logarithm and root", [9]) { ($0[0].square() + 1).log().sum() + ($0[0].square() + 1).squareRoot().sum() },
  .init("resize up and down", [1, 6, 5, 2]) {
    $0[0].resized(height: 9, width: 3, antialiased: true).square().sum()
      + $0[0].resized(height: 4, width: 8).square().sum()
  },
  .init("affine warp", [2, 6, 5, 2]) { $0[0].affineWarped(theta: [1.1, 0.2, 0.1, -0.2, 0.9, 0]).square().sum() },
]

/// Operations in one pass, and the same one after the other, of pictures, kernels, two vectors of channels and an addend.
private let passes: [(together: @Sendable ([Tensor]) -> Tensor, apart: @Sendable ([Tensor]) -> Tensor)] = [
  (
    { $0[0].convolved(weight: $0[1], bias: $0[2], padding: 1, plus: $0[4], rectification: .relu) },
    { ($0[0].convolved(weight: $0[1], bias: $0[2], padding: 1) + $0[4]).relu() }
  ),
  ({ $0[0].adding($0[4], rectification: .relu6) }, { ($0[0] + $0[4]).relu6() }),
  (
    { $0[0].batchNormalized(weight: $0[2], bias: $0[3], rectification: .relu).output },
    { $0[0].batchNormalized(weight: $0[2], bias: $0[3]).output.relu() }
  ),
  (
    { $0[0].batchNormalized(mean: ones * 0.1, variance: ones, weight: $0[2], bias: $0[3], rectification: .relu6) },
    { $0[0].batchNormalized(mean: ones * 0.1, variance: ones, weight: $0[2], bias: $0[3]).relu6() }
  ),
]
private let ones = Tensor(shape: [16], filledWith: 1)

@Suite struct GradientTests {
  @Test("a gradient agrees with finite differences", arguments: cases)
  func gradientAgrees(_ operation: DifferentiableCase) {
    var random = RandomSource(seed: 4)
    for _ in 0..<3 {
      let inputs = operation.shapes.map { Tensor.normal(shape: $0, random: &random) }
      let error = gradientError(at: inputs, random: &random, of: operation.function)
      #expect(error < 5e-3, "\(operation.testDescription): off by \(error) of the gradient's length")
    }
  }

  @Test("a wrong gradient is noticed by the check")
  func wrongGradientIsNoticed() {
    var random = RandomSource(seed: 4)
    let error = gradientError(at: [Tensor.normal(shape: [20], random: &random)], random: &random) { inputs in
      // The second factor is cut off from the gradient, which is then x and not 2x.
      (inputs[0] * inputs[0].detached()).sum()
    }
    #expect(error > 0.05)
  }

  @Test("what is computed in one pass is what its parts give, with all gradients", arguments: [0, 1, 2, 3])
  func onePass(_ number: Int) {
    let (together, apart) = passes[number]
    var random = RandomSource(seed: 11)
    let inputs = [[2, 5, 6, 16], [16, 16, 3, 3], [16], [16], [2, 5, 6, 16]].map {
      Tensor.normal(shape: $0, random: &random).requiringGradient()
    }
    let upstream = Tensor.normal(shape: [2, 5, 6, 16], random: &random)
    let (first, second) = (together(inputs), apart(inputs))
    let (firstGradients, secondGradients) = (first.gradients(upstream: upstream), second.gradients(upstream: upstream))
    #expect(first.values == second.values)
    for input in inputs {
      #expect(firstGradients[input]?.values == secondGradients[input]?.values)
    }
  }

  @Test("a frozen weight, which is kept packed, gives the gradients of one that is not, however it is used")
  func packedWeights() {
    var random = RandomSource(seed: 7)
    for (channels, groups) in [(3, 1), (16, 1), (16, 4), (16, 16)] {
      let weight = Tensor.normal(shape: [16, channels / groups, 3, 3], random: &random)
      for (stride, padding, dilation) in [(1, 1, 1), (2, 1, 1), (1, 3, 1), (1, 1, 1), (1, 2, 2), (3, 1, 1)] {
        let pictures = Tensor.normal(shape: [2, 9, 8, channels], random: &random)
        let results = [weight, weight.requiringGradient()].map { weight in
          let x = pictures.requiringGradient()
          let y = x.convolved(
            weight: weight, stride: stride, padding: .zeros(padding), dilation: dilation, groups: groups,
            rectification: .relu6)
          return (y.values, y.square().sum().gradients()[x]?.values ?? [])
        }
        #expect(results[0].0 == results[1].0)
        #expect(results[0].1 == results[1].1 && results[0].1.count == pictures.count)
      }
    }
  }

  @Test("gradients of a tensor that is used twice add up")
  func usedTwice() throws {
    let x = Tensor([3, -2]).requiringGradient()
    let gradient = try #require((x * x + x * 4).sum().gradients()[x])
    #expect(gradient.values == [10, 0])
  }

  @Test("nothing is recorded where no gradient is wanted")
  func constantsHaveNoHistory() {
    let x = Tensor([1, 2])
    #expect(!(x * 2 + 1).requiresGradient)
    #expect(!x.requiringGradient().detached().requiresGradient)
    #expect((x * 2).sum().gradients()[x] == nil)
  }

  @Test("a chain of ten thousand steps goes back without a deep recursion")
  func longChain() throws {
    let x = Tensor([1]).requiringGradient()
    var y = x
    for _ in 0..<10_000 { y = y + 1 }
    #expect(try #require(y.sum().gradients()[x]).values == [1])
  }
}
