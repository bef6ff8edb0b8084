import Autograd
import Imaging
import ModelZoo
import NeuralNetworks
import Testing
import TransferLearning

/// Random pictures in two classes.
private func noise(count: Int, size: Int, seed: UInt64) -> TrainingFeatures {
  var random = RandomSource(seed: seed)
  return FeatureSet(
    features: .uniform(shape: [count, size, size, 3], random: &random), labels: (0..<count).map { $0 % 2 })
}

/// Lets pictures through and counts them.
private final class Turnstile: Layer {
  private(set) var passed = 0

  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    passed += input.shape[0]
    return input
  }
}

/// A small base with batch norms whose statistics are not those of a new layer.
private func base(counting turnstile: Turnstile = Turnstile()) -> Sequential {
  var random = RandomSource(seed: 4)
  let base = Sequential([
    ("turnstile", turnstile), ("conv1", Convolution2D(3, 8, kernel: 3, padding: 1, bias: false, random: &random)),
    ("bn1", BatchNorm2D(8)), ("relu1", ReLU()), ("drop", Dropout(0.5, seed: 1)),
    ("conv2", Convolution2D(8, 12, kernel: 3, stride: 2, random: &random)), ("relu2", ReLU()),
    ("pool", GlobalAveragePool()),
  ])
  _ = base(Tensor.uniform(shape: [4, 9, 9, 3], random: &random), .training)
  return base
}

@Suite struct FrozenBaseTests {
  @Test("features are the network's own outputs, bit by bit", arguments: [1, 3, 7, 32])
  func features(batch: Int) throws {
    var random = RandomSource(seed: 2)
    let network = Network(.miniVGG, classes: ["a", "b", "c"], random: &random)
    let set = noise(count: 7, size: 24, seed: 3)
    let kept = FrozenBase(of: network).features(of: set, batch: batch)
    #expect(kept.features.shape == [7, 128] && kept.width == 128 && kept.count == 7 && kept.labels == set.labels)
    let head = try #require(network.layers.layers.last?.layer)
    for start in stride(from: 0, to: 7, by: batch) {
      let range = start..<min(start + batch, 7)
      #expect(head(kept.features.slice(range, along: 0)).values == network(set.inputs(at: range)).values)
    }
  }

  @Test("what lies below a head is the base: norms of the classifier, too, and the mean of maps below a convolution")
  func otherHeads() {
    var random = RandomSource(seed: 2)
    let set = noise(count: 3, size: 32, seed: 3)
    let squeezed = Network(.squeezenet, classes: ["a", "b"], random: &random)
    #expect(FrozenBase(of: squeezed).features(of: set).features.shape == [3, 512])

    let convNeXt = Architecture(name: "small", preprocessing: Preprocessing(side: 32)) { classes, random in
      ConvNeXt(widths: [4, 6], blocks: [1, 1]).layers(classes: classes, random: &random)
    }
    let network = Network(convNeXt, classes: ["a", "b"], random: &random)
    let features = FrozenBase(of: network).features(of: set).features
    #expect(features.shape == [3, 6])
    #expect(network.linearHead?(features).values == network.whileFrozen { network(set.features) }.values)
  }

  @Test("the base runs once for each picture, however long the head is trained, and says how far it is")
  func onceForEachPicture() throws {
    let turnstile = Turnstile()
    let layers = base(counting: turnstile)
    let before = (turnstile.passed, layers.state.map(\.parameter.value.values))
    var done: [Int] = []
    let kept = FrozenBase(layers).features(of: noise(count: 10, size: 9, seed: 5), batch: 4) { done.append($0) }
    var random = RandomSource(seed: 6)
    let head = Linear(kept.width, 2, random: &random)
    try TrainingLoop(epochs: 4).run(
      head, optimizer: SGD(head.parameters, learningRate: 0.1),
      batches: { _ in kept.batches(of: 5, order: Array(0..<10)) })
    #expect(turnstile.passed - before.0 == 10 && done == [4, 8, 10])
    #expect(layers.state.map(\.parameter.value.values) == before.1)
    #expect(layers.parameters.allSatisfy { !$0.isTrainable })
  }

  @Test("a head learns the same weights from kept features as through the frozen base")
  func sameWeights() throws {
    let frozen = FrozenBase(base())
    let set = noise(count: 12, size: 9, seed: 7)
    let orders = (0..<3).map { epoch in
      var random = RandomSource(seed: 8, stream: UInt64(epoch))
      return random.permutation(12)
    }
    func trained(_ body: (Linear, SGD, TrainingLoop) throws -> Void) rethrows -> [[Float]] {
      var random = RandomSource(seed: 9)
      let head = Linear(12, 2, random: &random)
      try body(head, SGD(head.parameters, learningRate: 0.5, momentum: 0.9), TrainingLoop(epochs: 3, schedule: .cosine))
      return head.state.map(\.parameter.value.values)
    }
    let kept = frozen.features(of: set, batch: 4)
    let quickly = try trained { head, optimizer, loop in
      try loop.run(head, optimizer: optimizer, batches: { kept.batches(of: 4, order: orders[$0]) })
    }
    let slowly = try trained { head, optimizer, loop in
      let network = Sequential([("base", frozen), ("head", head)])
      try loop.run(network, optimizer: optimizer, batches: { set.batches(of: 4, order: orders[$0]) })
    }
    #expect(quickly == slowly)
    #expect(quickly != trained { _, _, _ in })
  }
}
