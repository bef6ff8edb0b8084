import Autograd
import ModelZoo
import NeuralNetworks
import Testing

@Suite struct SummaryTests {
  @Test("mini-vgg takes H · W products for every weight of a convolution, and one for every weight of its head")
  func miniVGG() {
    var random = RandomSource(seed: 1)
    let network = Network(.miniVGG, classes: (0..<16).map { "\($0)" }, random: &random)
    let (first, second, third) = (64 * 64 * 3 * 32, 32 * 32 * (32 * 64 + 64 * 64), 16 * 16 * (64 * 96 + 96 * 96))
    #expect(network.multiplications == 9 * (first + second + third + 8 * 8 * (96 * 128 + 128 * 128)) + 128 * 16)
  }

  @Test(
    "a summary accounts for every parameter and ends at the logits",
    arguments: [
      Architecture.miniVGG, .resnet20, .mobilenetV2Narrow, .squeezenet, .efficientNetB0, .tinyConvNeXt,
      .tinyTransformer,
    ])
  func accounts(architecture: Architecture) throws {
    var random = RandomSource(seed: 1)
    let network = Network(architecture, classes: ["a", "b", "c"], inputSize: 64, random: &random)
    let summary = network.summary
    #expect(summary.map(\.parameters).reduce(0, +) == network.parameterCount)
    #expect(summary.map(\.multiplications).reduce(0, +) == network.multiplications)
    #expect(summary.last?.outputShape == [3])
    #expect(Set(summary.map(\.name)).count == summary.count)
    #expect(network.parameters.allSatisfy { $0.isTrainable })
    for layer in summary {
      let hasState = network.state.contains { $0.name == layer.name || $0.name.hasPrefix(layer.name + ".") }
      #expect(hasState == (layer.parameters > 0), "\(layer.name)")
    }
  }
}
