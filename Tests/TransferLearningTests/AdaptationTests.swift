import Autograd
import Foundation
import NeuralNetworks
import Testing
import TransferLearning

/// Pictures of 8×8 with stripes across, along or from corner to corner, drawn by chance, and dimmed to `light`.
func stripes<Role>(_ count: Int = 60, light: Float = 1, seed: UInt64) -> FeatureSet<Role> {
  var random = RandomSource(seed: seed)
  var values: [Float] = []
  for index in 0..<count {
    let (phase, tint) = (random.uniform(0...6), random.uniform(0.6...1))
    for y in 0..<8 {
      for x in 0..<8 {
        let along = [Float(x), Float(y), Float(x + y)][index % 3]
        let value = (0.5 + 0.4 * sin(1.6 * along + phase)) * light
        for channel in 0..<3 { values.append(value * (channel == 0 ? tint : 1) + random.uniform(-0.05...0.05) * light) }
      }
    }
  }
  return FeatureSet(features: Tensor(values, shape: [count, 8, 8, 3]), labels: (0..<count).map { $0 % 3 })
}

func stripeNetwork(seed: UInt64 = 3) -> DividedNetwork {
  var random = RandomSource(seed: seed)
  return DividedNetwork(
    features: Sequential(numbered: [
      Convolution2D(3, 8, kernel: 3, padding: 1, bias: false, random: &random), BatchNorm2D(8), ReLU(),
      Convolution2D(8, 8, kernel: 3, padding: 1, bias: false, random: &random), BatchNorm2D(8), ReLU(),
      GlobalAveragePool(),
    ]), head: Linear(8, 3, random: &random))
}

private let source: TrainingFeatures = stripes(seed: 1)
private let validation: ValidationFeatures = stripes(seed: 2)
private let dark: TrainingFeatures = stripes(light: 0.35, seed: 5)
private let test: TestFeatures = stripes(light: 0.35, seed: 6)
private var target: UnlabelledSet { UnlabelledSet(dark) }

let adaptationStrategies: [AdaptationStrategy] = [
  .sourceOnly, .adaBN, .coral(weight: 10), .mmd(weight: 1), .dann(weight: 0.3), .selfTraining(.init()), .tent,
]

/// A network that knows the source.
private func trained() throws -> DividedNetwork {
  let network = stripeNetwork()
  try Adaptation(.sourceOnly, epochs: 25, batchSize: 12).run(network, source: source, target: target, seed: 1)
  return network
}

private func values(_ layer: some Layer) -> [String: [Float]] { layer.stateTensors.mapValues(\.values) }

@Suite struct AdaptationTests {
  @Test("in the dark a network loses what it knew, and the target's statistics give it back")
  func adaBNRepairsLight() throws {
    let network = try trained()
    let (before, known) = (network.score(on: test).accuracy, network.score(on: validation).accuracy)
    let weights = network.parameters.map(\.value.values)
    network.adaptBatchNorms(to: target)
    #expect(known > 0.9 && before < 0.7)
    #expect(network.score(on: test).accuracy > before + 0.2)
    #expect(network.parameters.map(\.value.values) == weights)
  }

  @Test("the target's statistics are PyTorch's with a cumulative average")
  func adaBNStatistics() {
    // torch.nn.BatchNorm2d(2, momentum=None) over two batches of four, x_i = sin(0.37 i + 0.2).
    let norm = BatchNorm2D(2)
    let pictures = Tensor((0..<144).map { Float(sin(0.37 * Double($0) + 0.2)) }, shape: [8, 3, 3, 2])
    let set = TrainingFeatures(features: pictures, labels: [Int](repeating: 0, count: 8))
    norm.weight.isTrainable = false
    norm.bias.isTrainable = false
    Sequential(numbered: [norm]).adaptBatchNorms(to: UnlabelledSet(set), batch: 4)
    func isNear(_ values: [Float], _ wanted: [Float]) -> Bool { zip(values, wanted).allSatisfy { abs($0 - $1) < 1e-6 } }
    #expect(isNear(norm.runningMean.value.values, [0.0372898742, 0.0379740572]))
    #expect(isNear(norm.runningVariance.value.values, [0.5139828940, 0.5140706761]))
    #expect(!norm.weight.isTrainable)
  }

  @Test(
    "every strategy but the one that looks at the source alone is better in the dark",
    arguments: adaptationStrategies.dropFirst())
  func adapts(strategy: AdaptationStrategy) throws {
    let network = try trained()
    let before = network.score(on: test).accuracy
    let rate: Float = strategy == .tent ? 0.003 : 0.01
    let epochs = try Adaptation(strategy, epochs: 4, learningRate: rate, batchSize: 12)
      .run(network, source: source, target: target, validation: validation, seed: 1)
    #expect(network.score(on: test).accuracy > before + 0.15)
    #expect(epochs.count == 4 && epochs.allSatisfy { (0...1).contains($0.honestScore) })
  }

  @Test("what is learnt from the target alone is not learnt from the source: each term is made smaller")
  func termsShrink() throws {
    // Some pictures are darker than others, which no statistics of all of them mend.
    let lights = Tensor((0..<60).map { $0 < 30 ? 0.3 : 1 }, shape: [60, 1, 1, 1])
    let uneven = UnlabelledSet(TrainingFeatures(features: source.features * lights, labels: source.labels))
    func features(_ strategy: AdaptationStrategy) throws -> (source: Tensor, target: Tensor) {
      let network = try trained()
      try Adaptation(strategy, epochs: 8, learningRate: 0.02, batchSize: 12)
        .run(network, source: source, target: uneven, seed: 1)
      let ofTarget = network.features(of: uneven)
      network.adaptBatchNorms(to: UnlabelledSet(source))
      return (network.features(of: UnlabelledSet(source)), ofTarget)
    }
    let (plain, mmd, coral) = (
      try features(.adaBN), try features(.mmd(weight: 3)), try features(.coral(weight: 300))
    )
    func discrepancy(_ pair: (source: Tensor, target: Tensor)) -> Float {
      maximumMeanDiscrepancy(source: pair.source, target: pair.target).item
    }
    func covariances(_ pair: (source: Tensor, target: Tensor)) -> Float {
      coralDistance(source: pair.source, target: pair.target).item
    }
    #expect(discrepancy(mmd) < discrepancy(plain))
    #expect(covariances(coral) < covariances(plain))
  }

  @Test("TENT lets scales and shifts learn and nothing else")
  func tent() throws {
    let network = try trained()
    let before = values(network)
    try Adaptation(.tent, epochs: 2, learningRate: 0.003, batchSize: 12)
      .run(network, source: source, target: target, seed: 1)
    let changed = Set(values(network).filter { $0.value != before[$0.key] }.keys)
    #expect(
      changed
        == Set(
          ["1", "4"].flatMap { norm in
            ["weight", "bias", "running_mean", "running_var"].map { "features.\(norm).\($0)" }
          }))
    let frozen = network.parameters.filter { !$0.isTrainable }
    #expect(frozen.isEmpty)
  }

  @Test("the same seed gives the same bits, and another seed others", arguments: adaptationStrategies)
  func repeats(strategy: AdaptationStrategy) throws {
    func run(_ seed: UInt64) throws -> [String: [Float]] {
      let network = stripeNetwork()
      try Adaptation(strategy, epochs: 2, batchSize: 12).run(network, source: source, target: target, seed: seed)
      return values(network)
    }
    let first = try run(1)
    #expect(try run(1) == first)
    #expect(try run(2) != first)
  }

  @Test("labels of the target, where there are some, are learnt from")
  func labelled() throws {
    // The target has its classes the other way round, which no method without labels could know.
    let turned = TrainingFeatures(features: dark.features, labels: dark.labels.map { 2 - $0 })
    let turnedTest = TestFeatures(features: test.features, labels: test.labels.map { 2 - $0 })
    let network = try trained()
    let plan = Adaptation(.sourceOnly, epochs: 12, batchSize: 12)
    try plan.run(network, source: source, target: target, labelled: turned, seed: 1)
    let supervised = network.score(on: turnedTest).accuracy
    let other = try trained()
    try Adaptation(.mmd(weight: 1), epochs: 12, batchSize: 12).run(other, source: source, target: target, seed: 1)
    #expect(supervised > other.score(on: turnedTest).accuracy)
  }

  @Test("a domain with a memory of its own leaves the other's as it was")
  func memories() throws {
    let network = try trained()
    let known = network.score(on: validation)
    let epochs = try Adaptation(.adaBN, epochs: 0).run(network, source: source, target: target, seed: 1)
    #expect(epochs.isEmpty)
    // No epoch, yet the statistics are those of the target; the weights say the same on the source with its own.
    network.adaptBatchNorms(to: UnlabelledSet(source))
    #expect(abs(network.score(on: validation).accuracy - known.accuracy) < 0.1)
  }

  @Test("the network is kept from the epoch that looks best without labels of the target")
  func keepsBest() throws {
    let network = try trained()
    var plan = Adaptation(.mmd(weight: 1), epochs: 5, learningRate: 0.05, batchSize: 12)
    plan.keepsBest = true
    var states: [[String: [Float]]] = []
    let epochs = try plan.run(network, source: source, target: target, validation: validation, seed: 1) { network, _ in
      states.append(values(network))
    }
    let best = epochs.indices.max { (epochs[$0].honestScore, -$0) < (epochs[$1].honestScore, -$1) } ?? 0
    #expect(values(network) == states[best])
  }

  @Test("a training that leaves all bounds says so and gives the last good epoch back")
  func diverges() throws {
    let network = stripeNetwork()
    #expect(throws: TrainingDivergence.self) {
      try Adaptation(.coral(weight: 1e30), epochs: 3, learningRate: 10, batchSize: 12)
        .run(network, source: source, target: target, seed: 1)
    }
    #expect(network.firstNotFinite == nil)
  }
}
