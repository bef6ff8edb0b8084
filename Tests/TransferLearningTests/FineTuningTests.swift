import Autograd
import ModelZoo
import NeuralNetworks
import Testing
import TransferLearning

/// Random pictures in three classes.
private func noise<Role>(count: Int = 9, size: Int = 16, seed: UInt64 = 1) -> FeatureSet<Role> {
  var random = RandomSource(seed: seed)
  return FeatureSet(
    features: .uniform(shape: [count, size, size, 3], random: &random), labels: (0..<count).map { $0 % 3 })
}

/// Random pictures to learn from.
private let pictures: TrainingFeatures = noise()

/// An optimiser that does nothing but remember its rate.
private final class Idle: Optimizer {
  var learningRate: Float
  init(_ learningRate: Float) { self.learningRate = learningRate }
  var memory: [[Float]] = []
  func step(_ gradients: Gradients) {}
}

/// A network for three classes, whose statistics are not those of new layers.
private func network(_ architecture: Architecture = .miniVGG) -> Network {
  var random = RandomSource(seed: 8)
  let network = Network(architecture, classes: ["a", "b", "c"], random: &random)
  _ = network((noise(seed: 2) as TrainingFeatures).features, .training)
  return network
}

private func values(_ layer: some Layer) -> [String: [Float]] { layer.stateTensors.mapValues(\.values) }

@Suite struct CutTests {
  @Test("a network cut in two says what it says in one, wherever it begins to learn", arguments: 0...7)
  func sameLogits(frozen: Int) {
    let network = network()
    network.freeze(first: frozen)
    let (base, top) = network.cut
    let features = base.features(of: pictures)
    #expect(top(base(pictures.features)).values == network(pictures.features).values)
    #expect(top(features.features).values == network(pictures.features).values)
    #expect(top.layerGroups.map(\.name) == network.layerGroups.dropFirst(frozen).map(\.name))
    #expect(network.layerGroups.map(\.isTrainable) == (0..<8).map { $0 >= frozen })
  }

  @Test("a dropout right below the first part that learns goes on dropping")
  func dropout() {
    let network = network(.mobilenetV2Narrow)
    network.freeze(first: network.layerGroups.count - 1)
    let (base, top) = network.cut
    let features = base(pictures.features)
    #expect(top(features).values == network(pictures.features).values)
    #expect(top(features, .training).values != top(features).values)
    #expect(base(pictures.features, .training).values == features.values)
  }
}

@Suite struct DiscriminativeRatesTests {
  @Test("with a factor of 1 it is one optimiser over all")
  func factorOne() {
    func trained(_ optimizer: (Network) -> any Optimizer) -> [String: [Float]] {
      let network = network()
      let optimizer = optimizer(network)
      for _ in 0..<3 {
        optimizer.step(crossEntropy(network(pictures.features, .training), pictures.labels).gradients())
      }
      return values(network)
    }
    let apart = trained { network in
      DiscriminativeRates(network.layerGroups, learningRate: 0.01, factor: 1) { Adam($0, learningRate: $1) }
    }
    #expect(apart == trained { Adam($0.parameters, learningRate: 0.01) })
    #expect(apart != values(network()))
  }

  @Test("each part has the factor times the rate of the one above it, also when the rate changes")
  func shares() {
    var rates: [Idle] = []
    let optimizer = DiscriminativeRates(network().layerGroups, learningRate: 8, factor: 0.5) { _, rate in
      rates.append(Idle(rate))
      return rates[rates.count - 1]
    }
    #expect(rates.map(\.learningRate) == [0.0625, 0.125, 0.25, 0.5, 1, 2, 4, 8])
    optimizer.learningRate = 16
    #expect(rates.map(\.learningRate) == [0.125, 0.25, 0.5, 1, 2, 4, 8, 16])
  }

  @Test("a step of gradient descent moves every part by its own rate times its gradient")
  func step() throws {
    let network = network(.resnet20)
    let gradients = crossEntropy(network(pictures.features), pictures.labels).gradients()
    let before = network.layerGroups.map { $0.parameters.map(\.value) }
    DiscriminativeRates(network.layerGroups, learningRate: 0.1, factor: 0.5) { SGD($0, learningRate: $1) }.step(
      gradients)
    var rate: Float = 0.1
    for (part, olds) in zip(network.layerGroups, before).reversed() {
      for (parameter, old) in zip(part.parameters, olds) {
        let gradient = try #require(gradients[old])
        let expected = zip(old.values, gradient.values).map { $0 - rate * $1 }
        // The lowest part's rate is so small that its steps are only seen beside the last bits of the values.
        let pairs = zip(parameter.value.values, expected)
        #expect(pairs.allSatisfy { abs($0 - $1) <= $1.ulp }, "\(part.name)")
        #expect(parameter.value.values != old.values, "\(part.name)")
      }
      rate *= 0.5
    }
  }
}

@Suite struct StartingPointTests {
  /// A network that has gone a step from where it was remembered.
  private func moved(frozen: Int = 0) -> (network: Network, start: StartingPoint, origin: [String: [Float]]) {
    let network = network()
    let start = StartingPoint(of: network.layerGroups.dropLast())
    let origin = values(network)
    network.freeze(first: frozen)
    let optimizer = SGD(network.parameters, learningRate: 0.1)
    optimizer.step(crossEntropy(network(pictures.features), pictures.labels).gradients())
    return (network, start, origin)
  }

  @Test("the gradient of the decay is α (θ − θ₀), and nothing pulls at the head or at what is frozen")
  func gradient() throws {
    let (network, start, origin) = moved(frozen: 2)
    let gradients = start.decay(0.3).gradients()
    for (name, parameter) in network.state where !parameter.isStatistic {
      let pulls = parameter.isTrainable && !name.hasPrefix("classifier")
      guard pulls else {
        #expect(gradients[parameter.value] == nil, "\(name)")
        continue
      }
      let gradient = try #require(gradients[parameter.value], "\(name)")
      let old = try #require(origin[name])
      let expected = zip(parameter.value.values, old).map { 0.3 * ($0 - $1) }
      #expect(zip(gradient.values, expected).allSatisfy { abs($0 - $1) <= 1e-6 * max(1, abs($1)) }, "\(name)")
    }
  }

  @Test("the decay is half α times the squared distance, and nothing at the start")
  func value() {
    let (network, start, origin) = moved()
    let squares = network.state.filter { !$0.parameter.isStatistic && !$0.name.hasPrefix("classifier") }.map { entry in
      zip(entry.parameter.value.values, origin[entry.name] ?? []).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    let distance = squares.reduce(0, +)
    #expect(distance > 0 && abs(start.decay(0.5).item - 0.25 * distance) <= 1e-4 * distance)
    start.restore()
    #expect(start.decay(0.5).item == 0)
  }

  @Test("distances are none at the start, more than none after a step, and none again when restored")
  func distances() {
    let (network, start, origin) = moved(frozen: 3)
    #expect(start.distances.map(\.name) == network.layerGroups.dropLast().map(\.name))
    #expect(start.distances.map { $0.distance > 0 } == (0..<7).map { $0 >= 3 })
    start.restore()
    #expect(start.distances.allSatisfy { $0.distance == 0 })
    let head = values(network).filter { $0.key.hasPrefix("classifier") }
    #expect(values(network).filter { !$0.key.hasPrefix("classifier") } == origin.filter { !$0.key.hasPrefix("class") })
    #expect(head != origin.filter { $0.key.hasPrefix("classifier") })
  }
}

@Suite struct FineTuningTests {
  @Test("with patience the network ends as it was after its best epoch, and not a patience later")
  func patience() throws {
    let network = network()
    let validation: ValidationFeatures = noise(seed: 5)
    var states: [[String: [Float]]] = []
    let epochs = try FineTuning(epochs: 30, learningRate: 0.2, patience: 2).train(
      network, on: pictures, validation: validation, seed: 1,
      observers: [EpochObserver { _ in states.append(values(network)) }])
    let losses = epochs.compactMap { $0.validation?.loss }
    let best = try #require(losses.firstIndex(of: losses.min() ?? 0))
    #expect(epochs.count == min(30, best + 3) && losses.count == epochs.count && states.count == epochs.count)
    #expect(values(network) == states[best])
  }

  @Test("without patience every epoch is trained, and the last one is kept", arguments: [true, false])
  func noPatience(validates: Bool) throws {
    let network = network()
    var last: [String: [Float]] = [:]
    let validation: ValidationFeatures = noise(seed: 5)
    let epochs = try FineTuning(epochs: 3).train(
      network, on: pictures, validation: validates ? validation : nil, seed: 1,
      observers: [EpochObserver { _ in last = values(network) }])
    #expect(epochs.count == 3 && epochs.allSatisfy { ($0.validation != nil) == validates })
    #expect(values(network) == last)
  }

  @Test("what is frozen, weights and statistics, keeps every bit, and all that learns changes", arguments: [1, 4, 7])
  func frozen(count: Int) throws {
    let network = network()
    network.freeze(first: count)
    let before = network.layerGroups.map { $0.state.map(\.value.values) }
    try FineTuning(epochs: 3, decay: 0.01).train(network, on: pictures, seed: 1)
    for (part, old) in zip(network.layerGroups.prefix(count), before) {
      #expect(part.state.map(\.value.values) == old, "\(part.name)")
    }
    for (part, old) in zip(network.layerGroups, before).dropFirst(count) {
      #expect(zip(part.state, old).allSatisfy { $0.value.values != $1 }, "\(part.name)")
    }
  }

  @Test("a stronger decay keeps the base nearer to where it started")
  func decay() throws {
    let distances = try [0, 1, 100].map { (decay: Float) in
      let network = network()
      let start = StartingPoint(of: network.layerGroups.dropLast())
      try FineTuning(epochs: 20, learningRate: 0.01, decay: decay).train(network, on: pictures, seed: 1)
      return start.distances.map(\.distance).reduce(0, +)
    }
    #expect(distances[0] > distances[1] && distances[1] > distances[2])
  }
}

@Suite struct HeadTests {
  @Test(
    "the fitted head gives the logits of logistic regression on the features below it, and changes nothing else",
    arguments: [Architecture.miniVGG, .resnet20, .mobilenetV2Narrow])
  func logits(architecture: Architecture) throws {
    let network = network(architecture)
    let before = values(network)
    try network.fitHead(to: pictures)
    let base = FrozenBase(Sequential(network.layers.layers.dropLast()), normalization: network.normalization)
    let features = base.features(of: pictures)
    let expected = LogisticRegression().fitted(to: features).logits(features.features)
    #expect(network.logits(of: pictures).values == expected.values)
    let head = Set(network.layerGroups[network.layerGroups.count - 1].name.split(separator: ".").prefix(1))
    let changed = values(network).filter { before[$0.key] != $0.value }.keys
    #expect(changed.count == 2 && changed.allSatisfy { head.contains($0.split(separator: ".")[0]) })
  }

  @Test("features that are there already give the same head")
  func keptFeatures() throws {
    let (one, other) = (network(), network())
    try one.fitHead(to: pictures, penalty: 2)
    other.freeze(first: 7)
    try other.fitHead(toFeatures: other.cut.base.features(of: pictures), penalty: 2)
    #expect(values(one) == values(other))
    #expect(one.layerGroups.allSatisfy { $0.isTrainable })
  }

  @Test("a head that is not linear is refused")
  func notLinear() {
    var random = RandomSource(seed: 8)
    let network = Network(.squeezenet, classes: ["a", "b", "c"], random: &random)
    #expect(network.linearHead == nil)
    let error = #expect(throws: NetworkError.self) { try network.fitHead(to: pictures) }
    #expect(error?.description.contains("classifier.1") == true)
  }
}
