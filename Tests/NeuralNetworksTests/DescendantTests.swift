import Autograd
import Testing

@testable import NeuralNetworks

/// x + F(x): what a walk in the order of computation takes as one.
private struct Around: Layer {
  let layers: Sequential

  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { input + layers(input, mode) }
  var children: [(name: String, layer: any Layer)] { [("inner", layers)] }
}

@Suite struct DescendantTests {
  private let network: Sequential

  init() {
    var random = RandomSource(seed: 1)
    network = Sequential([
      ("stem", Sequential(numbered: [Convolution2D(3, 4, kernel: 3, padding: 1, random: &random), ReLU()])),
      ("block", Around(layers: Sequential(numbered: [BatchNorm2D(4), ReLU()]))),
      (
        "head",
        Sequential([("pool", GlobalAveragePool()), ("inner", Sequential([("linear", Linear(4, 2, random: &random))]))])
      ),
    ])
  }

  @Test("a walk finds every layer inside, depth first, under its whole name")
  func descendants() {
    #expect(
      network.descendants.map(\.name) == [
        "stem", "stem.0", "stem.1", "block", "block.inner", "block.inner.0", "block.inner.1", "head", "head.pool",
        "head.inner", "head.inner.linear",
      ])
    #expect(ReLU().descendants.isEmpty)
  }

  @Test("the steps of a network are computed one after the other: sequences are taken apart, blocks are not")
  func steps() {
    let steps = network.steps
    #expect(steps.map(\.name) == ["stem.0", "stem.1", "block", "head.pool", "head.inner.linear"])
    let input = Tensor(shape: [1, 5, 5, 3], filledWith: 0.5)
    #expect(steps.reduce(input) { $1.layer($0) }.values == network(input).values)
  }

  @Test("a layer's state is that of its children unless it says otherwise")
  func state() {
    #expect(
      network.state.map(\.name) == [
        "stem.0.weight", "stem.0.bias", "block.inner.0.weight", "block.inner.0.bias", "block.inner.0.running_mean",
        "block.inner.0.running_var", "head.inner.linear.weight", "head.inner.linear.bias",
      ])
  }

  @Test("one pass gives the outputs of layers, of sequences and of blocks, and ends at the last of them")
  func outputs() {
    let input = Tensor(shape: [1, 5, 5, 3], filledWith: 0.5)
    let outputs = network.outputs(of: ["stem", "stem.0", "block", "head.inner"], for: input)
    #expect(outputs["stem"]?.values == outputs["stem.0"]?.relu().values)
    #expect(outputs["head.inner"]?.values == network(input).values && outputs["block"]?.shape == [1, 5, 5, 4])
    #expect(network.outputs(of: [], for: input).isEmpty)
  }

  @Test("a layer inside is replaced under its name")
  func replacing() {
    let replaced = network.replacing("head.inner.linear", with: Flatten()).replacing("block", with: ReLU())
    #expect(replaced.steps.map(\.name) == network.steps.map(\.name))
    #expect(replaced.state.map(\.name) == ["stem.0.weight", "stem.0.bias"])
  }
}
