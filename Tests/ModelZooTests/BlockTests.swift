import Autograd
import NeuralNetworks
import Testing

@testable import ModelZoo

/// A layer, and the shape of what it takes.
private struct LayerCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let shape: [Int]
  let make: @Sendable (inout RandomSource) -> any Layer

  init(_ name: String, _ shape: [Int], make: @escaping @Sendable (inout RandomSource) -> any Layer) {
    testDescription = name
    self.shape = shape
    self.make = make
  }

  static let all = [
    LayerCase("a gated inverted residual", [2, 5, 4, 3]) {
      GatedInvertedResidual(3, 3, expansion: 2, kernel: 3, stride: 1, dropping: 0, seed: 1, random: &$0)
    },
    LayerCase("a gated inverted residual that changes the size", [2, 5, 4, 6]) {
      GatedInvertedResidual(6, 5, expansion: 1, kernel: 5, stride: 2, dropping: 0, seed: 1, random: &$0)
    },
    LayerCase("a ConvNeXt block", [2, 5, 4, 3]) { ConvNeXtBlock(3, dropping: 0, seed: 1, random: &$0) },
    LayerCase("a transformer block", [2, 5, 6]) { TransformerBlock(6, heads: 2, hiddenWidth: 7, random: &$0) },
    LayerCase("a small transformer", [2, 16, 16, 3]) { Architecture.tinyTransformer.makeLayers(3, &$0) },
    LayerCase("a ConvNeXt without its blocks", [2, 8, 8, 3]) {
      ConvNeXt(widths: [4, 6], blocks: [0, 0]).layers(classes: 3, random: &$0)
    },
  ]

  /// The layer with every parameter moved a little, so that none is at a special value such as 0.
  func layer(_ random: inout RandomSource) -> any Layer {
    let layer = make(&random)
    for parameter in layer.parameters {
      let change = Tensor.normal(shape: parameter.value.shape, standardDeviation: 0.3, random: &random)
      parameter.set(parameter.value + change)
    }
    return layer
  }
}

@Suite struct BlockTests {
  @Test(
    "the gradients of a block agree with finite differences, in training and with frozen statistics",
    arguments: LayerCase.all, [Mode.training, .inference])
  private func gradients(block: LayerCase, mode: Mode) {
    var random = RandomSource(seed: 9)
    let layer = block.layer(&random)
    let parameters = layer.parameters
    let input = Tensor.normal(shape: block.shape, random: &random)
    let probe = Tensor.normal(shape: layer(input).shape, random: &random)
    let start = parameters.map { $0.value.detached() }
    let leaf = input.requiringGradient()
    let gradients = (layer(leaf, mode) * probe).sum().gradients()
    let found = ([leaf] + parameters.map(\.value)).map { gradients[$0] ?? Tensor(shape: $0.shape, filledWith: 0) }

    for _ in 0..<4 {
      let direction = found.map { Tensor.normal(shape: $0.shape, random: &random) }
      let computed = zip(found, direction).map { ($0 * $1).sum().item }.reduce(0, +)
      func moved(_ step: Float) -> Float {
        for (index, parameter) in parameters.enumerated() { parameter.set(start[index] + direction[index + 1] * step) }
        return (layer(input + direction[0] * step, mode) * probe).sum().item
      }
      let step: Float = 2e-3
      let measured = (moved(step) - moved(-step)) / (2 * step)
      let length = found.map { $0.square().sum().item }.reduce(0, +).squareRoot()
      #expect(abs(measured - computed) < 1e-2 * length, "\(measured) and \(computed), of a length of \(length)")
      _ = moved(0)
    }
  }

  @Test("every parameter of a block has a gradient, and none where it is frozen", arguments: LayerCase.all)
  private func frozen(block: LayerCase) {
    var random = RandomSource(seed: 3)
    let layer = block.layer(&random)
    let input = Tensor.normal(shape: block.shape, random: &random)
    let gradients = layer(input, .training).square().sum().gradients()
    #expect(layer.parameters.allSatisfy { gradients[$0.value] != nil })
    layer.freeze()
    let before = layer.state.map(\.parameter.value.values)
    #expect(!layer(input, .training).requiresGradient)
    #expect(layer.state.map(\.parameter.value.values) == before)
  }

  @Test("a gate looks at the whole picture: a pixel changes every place, but only through the means")
  func gates() {
    var random = RandomSource(seed: 5)
    let layer = SqueezeExcitation(4, squeezed: 2, random: &random)
    let picture = Tensor.uniform(shape: [1, 3, 3, 4], random: &random)
    let values = layer(picture).values
    let ratios = zip(values, picture.values).map { $0 / $1 }
    // One gate a channel, the same at every pixel.
    for channel in 0..<4 {
      let gates = stride(from: channel, to: 36, by: 4).map { ratios[$0] }
      #expect(gates.allSatisfy { abs($0 - gates[0]) < 1e-6 && 0 < $0 && $0 < 1 })
    }
  }

  @Test("stochastic depth leaves a share of the pictures out in training, and nothing at inference")
  func stochasticDepth() {
    let layer = StochasticDepth(0.25, seed: 4)
    let ones = Tensor(shape: [400, 2, 3], filledWith: 1)
    #expect(layer(ones).values == ones.values)
    let rows = layer(ones, .training).sum(along: [1, 2]).values
    let dropped = rows.count { $0 == 0 }
    #expect(rows.allSatisfy { $0 == 0 || abs($0 - 8) < 1e-5 })
    // Binomial with a standard deviation of 8.7.
    #expect(abs(dropped - 100) < 35)
    #expect(layer(ones, .training).sum(along: [1, 2]).values != rows)
    #expect(StochasticDepth(0.25, seed: 4)(ones, .training).sum(along: [1, 2]).values == rows)
  }
}
