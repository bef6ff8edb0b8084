import Autograd
import ModelZoo
import NeuralNetworks
import Testing
import TransferLearning

@Suite struct MatchingTests {
  @Test("a strategy has its pairs", arguments: [(4, 3), (1, 1), (2, 5), (5, 2)])
  func pairs(source: Int, target: Int) {
    let last = LayerPair(source: source - 1, target: target - 1)
    #expect(MatchingStrategy.single.pairs(source: source, target: target) == [last])
    let oneToOne = MatchingStrategy.oneToOne.pairs(source: source, target: target)
    #expect(oneToOne.map(\.target) == Array(0..<target) && oneToOne.last == last)
    #expect(oneToOne.map(\.source) == oneToOne.map(\.source).sorted() && (target == 1 || oneToOne[0].source == 0))
    let all = MatchingStrategy.allToAll.pairs(source: source, target: target)
    #expect(all.count == source * target && Set(all).count == all.count)
  }

  @Test("of maps that differ in size the larger are reduced, each new pixel a mean of what it covers")
  func sizes() {
    var random = RandomSource(seed: 2)
    let (large, small) = (
      Tensor.normal(shape: [2, 6, 6, 3], random: &random), Tensor.normal(shape: [2, 3, 3, 4], random: &random)
    )
    let weight = Tensor.normal(shape: [4, 3, 1, 1], random: &random)
    let loss = featureMatchingLoss(target: large, weight: weight, source: small)
    let reduced = large.averagePooled(kernel: 2)
    #expect(loss.item == featureMatchingLoss(target: reduced, weight: weight, source: small).item)
    let back = channelDistances(target: small, weight: weight.reshaped([3, 4, 1, 1]), source: large)
    #expect(back.shape == [2, 3])
    let odd = Tensor.normal(shape: [2, 4, 4, 3], random: &random)
    let interpolated = odd.resized(height: 3, width: 3, antialiased: true)
    #expect(
      channelDistances(target: odd, weight: weight, source: small).values
        == channelDistances(target: interpolated, weight: weight, source: small).values)
    let error = gradientError(at: [large, weight], random: &random) {
      channelDistances(target: $0[0], weight: $0[1], source: small).sum()
    }
    #expect(error < 2e-3)
  }

  @Test("at the start all channels of a source layer and all pairs weigh alike")
  func start() {
    var random = RandomSource(seed: 3)
    let weights = MatchingWeights(sourceChannels: [5, 8])
    for (pair, width) in [5, 8].enumerated() {
      let pooled = Tensor.normal(shape: [3, width], random: &random)
      #expect(weights.ofChannels(pair, pooled: pooled).values.allSatisfy { abs($0 - 1 / Float(width)) < 1e-6 })
      #expect(weights.ofPair(pair, pooled: pooled).values == [1, 1, 1])
    }
  }

  @Test("the total matching loss is the sum of its pairs, each with its weight")
  func total() {
    let trial = MatchingTrial(.relu)
    let parts = trial.matcher.pairs.indices.map { place -> Float in
      for (other, pair) in trial.matcher.weights.pairs.enumerated() {
        pair.weight.set(Tensor(shape: pair.weight.value.shape, filledWith: 0))
        pair.bias.set(Tensor([other == place ? Float(1 + place) : 0]))
      }
      return trial.matching().item
    }
    for (place, pair) in trial.matcher.weights.pairs.enumerated() { pair.bias.set(Tensor([Float(1 + place)])) }
    #expect(parts.allSatisfy { $0 > 0 } && abs(trial.matching().item - parts.reduce(0, +)) < 1e-4)
  }
}

@Suite struct MatchedTrainingTests {
  private let pictures = FeatureSet<Learning>(
    features: {
      var random = RandomSource(seed: 4)
      return Tensor.uniform(shape: [12, 16, 16, 3], random: &random)
    }(), labels: (0..<12).map { $0 % 3 })

  private func network(_ architecture: Architecture, seed: UInt64) -> Network {
    var random = RandomSource(seed: seed)
    return Network(architecture, classes: ["a", "b", "c"], inputSize: 16, random: &random)
  }

  private func matcher(_ maps: SourceMaps<Learning>) -> FeatureMatcher {
    var random = RandomSource(seed: 6)
    let pairs = MatchingStrategy.allToAll.pairs(source: 2, target: 2)
    return FeatureMatcher(pairs, sourceChannels: maps.channels, targetChannels: [16, 64], random: &random)
  }

  @Test("every channel of a source's maps has mean 0 and variance 1 over the pictures, and a dead one is 0")
  func standardized() {
    let maps = SourceMaps(of: network(.miniVGG, seed: 1), layers: ["features.2", "features.9"], for: pictures)
    #expect(maps.channels == [32, 64] && maps.layers[0].features.shape == [12, 16, 16, 32])
    for layer in maps.layers {
      let moments = layer.features.square().mean(along: [0, 1, 2]).values
      #expect(moments.allSatisfy { abs($0 - 1) < 1e-3 || $0 == 0 } && moments.contains { $0 > 0 })
    }
  }

  @Test(
    "matching brings the maps of a network nearer to the source's than labels alone do, and leaves the source alone")
  func matches() throws {
    let source = network(.miniVGG, seed: 1)
    let before = source.state.map(\.parameter.value.values)
    let layers = ["features.2", "features.10"]
    let maps = SourceMaps(of: source, layers: ["features.2", "features.9"], for: pictures)
    func distance(strength: Float) throws -> Float {
      let (target, matcher) = (network(.nanoVGG, seed: 2), matcher(maps))
      let epochs = try MatchedTraining(epochs: 12, batchSize: 4, strength: strength).train(
        target, layers: layers, like: maps, by: matcher, on: pictures, seed: 1)
      #expect(epochs.count == 12 && matcher.weights.pairs.allSatisfy { $0.bias.value.values == [1] })
      let outputs = target.outputs(of: layers, for: pictures.inputs)
      return matcher.loss(target: layers.compactMap { outputs[$0] }, source: maps.layers.map(\.features)).item
    }
    let (alone, held) = (try distance(strength: 0), try distance(strength: 0.5))
    #expect(held < 0.7 * alone, "\(held) against \(alone)")
    #expect(source.state.map(\.parameter.value.values) == before)
  }

  @Test("meta-learning moves the weights, and on its trial steps nothing of the network")
  func metaLearning() throws {
    let maps = SourceMaps(of: network(.miniVGG, seed: 1), layers: ["features.2", "features.9"], for: pictures)
    func trained(_ meta: MetaLearning?) throws -> (state: [[Float]], weights: [[Float]]) {
      let (target, matcher) = (network(.nanoVGG, seed: 2), matcher(maps))
      // One step of training, then one of the weights.
      try MatchedTraining(epochs: 1, batchSize: 12, meta: meta).train(
        target, layers: ["features.2", "features.10"], like: maps, by: matcher, on: pictures, seed: 1)
      return (target.state.map(\.parameter.value.values), matcher.weights.parameters.map(\.value.values))
    }
    let (plain, learnt) = (try trained(nil), try trained(MetaLearning()))
    #expect(plain.state == learnt.state && plain.weights != learnt.weights)
    #expect(learnt.weights.joined().allSatisfy { $0.isFinite })
  }

  @Test("batches and what was made of their pictures go together, in the order of the epoch")
  func paired() {
    let rows = FeatureSet<Learning>(
      features: Tensor(pictures.labels.indices.map(Float.init), shape: [12, 1]), labels: pictures.labels)
    for epoch in 0..<2 {
      var told: [[Float]] = []
      let batches = PairedBatches(pictures, with: [rows], size: 5, seed: 3, epoch: epoch) { batch, companions in
        told.append(companions[0].values)
        #expect(companions[0].values.map { pictures.labels[Int($0)] } == batch.labels)
      }
      #expect(batches.underestimatedCount == 3)
      #expect(batches.map(\.count) == [5, 5, 2])
      #expect(told.joined().sorted() == pictures.labels.indices.map(Float.init))
      #expect(Array(told.joined()) != pictures.labels.indices.map(Float.init))
    }
  }
}
