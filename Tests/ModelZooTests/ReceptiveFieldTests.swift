import Autograd
import ModelZoo
import NeuralNetworks
import Testing

@Suite struct ReceptiveFieldTests {
  private func network(_ architecture: Architecture, size: Int = 64) -> Network {
    var random = RandomSource(seed: 2)
    let network = Network(architecture, classes: ["a", "b"], inputSize: size, random: &random)
    // A new ConvNeXt's blocks do next to nothing.
    for (name, scale) in network.state where name.hasSuffix("layer_scale") { scale.set(scale.value * 1e6) }
    return network
  }

  @Test("a field grows by the kernel less one, times the stride so far")
  func arithmetic() {
    let field = ReceptiveField.pixel.through(kernel: 3, stride: 1, padding: 1).through(kernel: 2, stride: 2)
    #expect(field == ReceptiveField(size: 4, stride: 2, start: -1))
    #expect(field.through(kernel: 3, stride: 1, padding: 1) == ReceptiveField(size: 8, stride: 2, start: -3))
    #expect(field.pixels(of: 0, within: 9) == 0..<3 && field.pixels(of: 2, within: 9) == 3..<7)
    #expect(field.pixels(of: 4, within: 9) == 7..<9)
  }

  @Test("with SAME padding a field begins where the zeros of that length of a side do")
  func same() {
    func field(_ length: Int?, kernel: Int) -> ReceptiveField {
      ReceptiveField.pixel(of: length).through(kernel: kernel, stride: 2, padding: .same)
    }
    #expect(field(224, kernel: 3) == ReceptiveField(size: 3, stride: 2, start: 0, length: 112))
    #expect(field(225, kernel: 3) == ReceptiveField(size: 3, stride: 2, start: -1, length: 113))
    #expect(field(224, kernel: 5).start == -1 && field(15, kernel: 5).start == -2 && field(nil, kernel: 5).start == -1)
    let pooled = ReceptiveField.pixel(of: 8).through(kernel: 3, stride: 2, ceilMode: true)
    #expect(pooled.length == 4 && ReceptiveField.pixel(of: 8).through(kernel: 3, stride: 2).length == 3)
  }

  @Test(
    "the field is where a change of the picture can change the value, and no larger",
    arguments: [
      (Architecture.miniVGG, "features.9"), (.resnet20, "layer1.1"), (.resnet20, "layer2.0"),
      (.mobilenetV2Narrow, "features.3"), (.squeezenet, "features.4"), (.vgg11, "features.4"),
      (.convNeXtTiny, "features.1.1"), (.convNeXtTiny, "features.2"), (.efficientNetLite0, "act1"),
      (.efficientNetLite0, "blocks.1.1"), (.efficientNetLite0, "blocks.2.0"),
    ])
  func matchesGradient(architecture: Architecture, layer: String) throws {
    let network = network(architecture, size: 72)
    let field = try #require(network.receptiveField(of: layer))
    var random = RandomSource(seed: 5)
    var seen = Set<Int>()
    // Where a ReLU or a pool says no, no gradient passes; some pictures together let it through everywhere.
    for _ in 0..<6 {
      let picture = Tensor.uniform(shape: [1, 72, 72, 3], random: &random).requiringGradient()
      let output = try #require(network.outputs(of: [layer], for: picture)[layer])
      let place = output.shape[1] / 2
      let value = output.slice(place..<place + 1, along: 1).slice(place..<place + 1, along: 2).sum()
      let gradient = try #require(value.gradients()[picture]).values
      // Winograd's tiles leave rounding where the gradient is 0.
      let rounding = 1e-5 * (gradient.map(abs).max() ?? 0)
      for (index, slope) in gradient.enumerated() where abs(slope) > rounding { seen.insert(index / (72 * 3)) }
      let rows = field.pixels(of: place, within: 72)
      #expect(seen.allSatisfy(rows.contains))
    }
    let place = try #require(network.outputs(of: [layer], for: Tensor(shape: [1, 72, 72, 3], filledWith: 0))[layer])
    #expect(seen.count >= field.pixels(of: place.shape[1] / 2, within: 72).count - 2)
  }

  @Test("behind a pool over everything, a value sees everything")
  func everything() {
    #expect(network(.miniVGG).receptiveField(of: "avgpool") == nil)
    #expect(network(.resnet20).receptiveField(of: "linear") == nil)
    #expect(network(.mobilenetV2Narrow).receptiveField(of: "classifier.1") == nil)
    #expect(network(.miniVGG).receptiveField(of: "features.23")?.size == 66)
    #expect(network(.efficientNetB0).receptiveField(of: "features.0.2")?.size == 3)
    #expect(network(.efficientNetB0).receptiveField(of: "features.1.0") == nil)
    #expect(network(.tensorFlowEfficientNetB0).receptiveField(of: "blocks.0.0") == nil)
  }

  @Test("activations and stages are named from the picture on")
  func stages() {
    #expect(network(.miniVGG).stageLayers.map(\.name) == ["features.2", "features.9", "features.16", "features.23"])
    #expect(network(.miniVGG).activationLayers.count == 7)
    #expect(network(.resnet20).stageLayers.map(\.name) == ["layer1.2", "layer2.2", "layer3.2"])
    #expect(network(.mobilenetV2Narrow).stageLayers.map { $0.outputShape[0] } == [64, 32, 16, 8, 4])
  }

  @Test("the multiplications of an architecture are those of its networks")
  func multiplications() {
    #expect(Architecture.miniVGG.multiplications(classes: 2) == network(.miniVGG).multiplications)
  }
}
