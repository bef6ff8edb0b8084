import Autograd
import ModelZoo
import NeuralNetworks
import Testing

/// A network with a classifier of several layers, as the authors' VGG has, but small.
private func nested() -> Sequential {
  var random = RandomSource(seed: 5)
  return Sequential([
    (
      "features",
      Sequential(numbered: [
        Convolution2D(3, 6, kernel: 3, padding: 1, bias: false, random: &random), BatchNorm2D(6), ReLU(),
        MaxPool2D(kernel: 2), Convolution2D(6, 5, kernel: 3, random: &random), ReLU(),
      ])
    ),
    ("avgpool", AdaptiveAveragePool2D(size: 3)), ("flatten", Flatten()),
    (
      "classifier",
      Sequential(numbered: [
        Linear(45, 7, random: &random), ReLU(), Dropout(0.5, seed: 1), Linear(7, 4, random: &random),
      ])
    ),
  ])
}

@Suite struct LayerGroupTests {
  /// The layers of an architecture with four classes, or those of `nested`.
  private func layers(_ name: String) throws -> Sequential {
    if name == "nested" { return nested() }
    var random = RandomSource(seed: 3)
    if name == "transformer" { return Architecture.tinyTransformer.makeLayers(4, &random) }
    return try #require(Architecture.named(name)).makeLayers(4, &random)
  }

  @Test("mini-vgg has eight parts, each a convolution with its batch norm, and the head")
  func miniVGG() throws {
    let parts = try layers("mini-vgg").layerGroups
    #expect(parts.map(\.name) == (["0", "4", "7", "11", "14", "18", "21"].map { "features.\($0)" }) + ["classifier"])
    #expect(parts.map(\.state.count) == [5, 5, 5, 5, 5, 5, 5, 2] && parts.map(\.parameters.count).last == 2)
  }

  @Test(
    "the parts of a network hold each of its values once, in order, and the last one is the head",
    arguments: [
      ("mini-vgg", 8, "classifier"), ("resnet20", 11, "linear"), ("resnet18", 10, "fc"), ("vgg16", 16, "classifier.6"),
      ("mobilenet_v2", 20, "classifier.1"), ("squeezenet1_1", 10, "classifier.1"), ("vgg11_bn", 11, "classifier.6"),
      ("efficientnet_b0", 19, "classifier.1"), ("convnext_tiny", 23, "classifier.2"), ("vit_b_16", 16, "heads.head"),
    ])
  func cover(name: String, count: Int, head: String) throws {
    var blank = RandomSource.blank
    let network = Network(
      try #require(Architecture.named(name)), classes: ["a", "b", "c"], random: &blank)
    let held = network.layerGroups.flatMap(\.state).map(ObjectIdentifier.init)
    #expect(network.layerGroups.count == count && network.layerGroups.last?.name == head)
    #expect(held == network.state.map { ObjectIdentifier($0.parameter) } && Set(held).count == held.count)
    #expect(network.layerGroups.last?.parameters.allSatisfy { $0.value.shape[0] == 3 } == true)
  }

  @Test("freezing the first parts freezes them and lets all others learn", arguments: [0, 1, 5, 8])
  func freeze(count: Int) throws {
    let network = try layers("mini-vgg")
    network.freeze(first: 8 - count)
    network.freeze(first: count)
    #expect(network.layerGroups.map(\.isTrainable) == (0..<8).map { $0 >= count })
    #expect(network.state.filter { $0.parameter.isStatistic }.allSatisfy { !$0.parameter.value.requiresGradient })
  }

  @Test(
    "a network in two gives what it gives in one, wherever it is split, and keeps its names",
    arguments: ["mini-vgg", "resnet20", "mobilenet_v2-0.35", "efficientnet_b0", "nested", "transformer"])
  func split(name: String) throws {
    let network = try layers(name)
    var random = RandomSource(seed: 4)
    let pictures = Tensor.uniform(shape: [2, 16, 16, 3], random: &random)
    _ = network(pictures, .training)  // so that the statistics are not those of a new layer
    network.freeze()
    let whole = network(pictures).values
    for part in network.layerGroups {
      let (below, above) = network.split(at: part.name)
      #expect(above(below(pictures)).values == whole, "\(part.name)")
      #expect((below.state + above.state).map(\.name) == network.state.map(\.name), "\(part.name)")
      #expect(above.layerGroups.first?.name == part.name)
    }
  }

  @Test("a new head stands on the same base, bit by bit, and neither network changes the other")
  func newHead() throws {
    var random = RandomSource(seed: 6)
    let source = Network(.resnet20, classes: ["a", "b"], random: &random)
    let pictures = Tensor.uniform(shape: [4, 8, 8, 3], random: &random)
    _ = source(pictures, .training)
    let network = source.withNewHead(classes: ["x", "y", "z"], random: &random)
    func values(_ network: Network) -> [String: [Float]] { network.stateTensors.mapValues(\.values) }
    func base(_ network: Network) -> [String: [Float]] { values(network).filter { !$0.key.hasPrefix("linear.") } }
    func learn(_ network: Network) {
      let optimizer = SGD(network.parameters, learningRate: 0.1)
      optimizer.step(crossEntropy(network(pictures, .training), [0, 1, 0, 1]).gradients())
    }
    #expect(base(network) == base(source))
    #expect(network.classes == ["x", "y", "z"] && network(pictures).shape == [4, 3])
    #expect(network.normalization == source.normalization && network.inputSize == source.inputSize)

    let before = values(source)
    learn(network)
    #expect(values(source) == before && base(network) != base(source))
    let after = values(network)
    learn(source)
    #expect(values(network) == after && values(source) != before)
  }
}
