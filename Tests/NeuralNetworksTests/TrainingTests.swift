import Autograd
import NeuralNetworks
import Testing

/// Two clouds of points, and which one each belongs to.
private func clouds(seed: UInt64, count: Int = 64) -> LabelledBatch {
  var random = RandomSource(seed: seed)
  let labels = (0..<count).map { $0 % 2 }
  let points = labels.flatMap { label in [Float(label * 3) + random.normal(), Float(label * -2) + random.normal()] }
  return LabelledBatch(inputs: Tensor(points, shape: [count, 2]), labels: labels)
}

private func smallNetwork(seed: UInt64) -> Sequential {
  var random = RandomSource(seed: seed)
  return Sequential([("0", Linear(2, 8, random: &random)), ("1", ReLU()), ("2", Linear(8, 2, random: &random))])
}

@Suite struct TrainingTests {
  @Test("the loop learns what can be learnt, and says so at each step")
  func learning() throws {
    let network = smallNetwork(seed: 3)
    let batch = clouds(seed: 1)
    var losses: [Float] = []
    let steps = StepObserver { step in
      losses.append(step.loss)
      #expect(step.total == 40 && step.step == losses.count - 1 && step.epoch == step.step / 8)
    }
    let epochs = try TrainingLoop(epochs: 5, schedule: .cosine).run(
      network, optimizer: Adam(network.parameters, learningRate: 0.05), observers: [steps]
    ) { _ in Array(repeating: batch, count: 8) }
    let test = clouds(seed: 2)
    #expect(accuracy(network(test.inputs), test.labels) > 0.9)
    #expect(losses.count == 40 && losses[39] < losses[0] / 3)
    #expect(epochs.map(\.index) == Array(0..<5) && epochs[4].training.loss == losses.suffix(8).reduce(0, +) / 8)
  }

  @Test("the same seeds give the same bits")
  func repeatable() throws {
    func train() throws -> [[Float]] {
      let network = smallNetwork(seed: 3)
      try TrainingLoop(epochs: 2).run(
        network, optimizer: SGD(network.parameters, learningRate: 0.1, momentum: 0.9),
        batches: { epoch in [clouds(seed: UInt64(epoch))] })
      return network.state.map(\.parameter.value.values)
    }
    #expect(try train() == train())
  }

  @Test("a penalty moves the weights and is no part of the loss that is told")
  func penalty() throws {
    func train(_ decay: Float) throws -> (weights: [[Float]], loss: Float?) {
      let network = smallNetwork(seed: 3)
      let penalty = { network.parameters.map { $0.value.square().sum() }.reduce(Tensor(0)) { $0 + $1 } * decay }
      let epochs = try TrainingLoop(epochs: 1, penalty: decay > 0 ? penalty : nil).run(
        network, optimizer: SGD(network.parameters, learningRate: 0.1)
      ) { _ in [clouds(seed: 1)] }
      return (network.parameters.map(\.value.values), epochs.first?.training.loss)
    }
    let (without, with) = (try train(0), try train(0.1))
    #expect(with.loss == without.loss && with.weights != without.weights)
  }

  @Test("frozen means frozen: no value and no statistic changes by one bit, and no gradient is computed")
  func frozen() throws {
    var random = RandomSource(seed: 8)
    let base = Sequential([
      ("conv", Convolution2D(3, 4, kernel: 3, padding: 1, random: &random)), ("bn", BatchNorm2D(4)), ("relu", ReLU()),
    ])
    let head = Linear(4, 2, random: &random)
    let network = Sequential([("base", base), ("pool", GlobalAveragePool()), ("head", head)])
    base.freeze()
    let before = base.state.map(\.parameter.value.values)
    let headBefore = head.weight.value.values
    let pictures = Tensor.normal(shape: [6, 5, 5, 3], random: &random)
    try TrainingLoop(epochs: 3).run(
      network, optimizer: SGD(network.parameters, learningRate: 0.5, momentum: 0.9, weightDecay: 0.1),
      batches: { _ in [LabelledBatch(inputs: pictures, labels: [0, 1, 0, 1, 0, 1])] })
    #expect(base.state.map(\.parameter.value.values) == before)
    #expect(head.weight.value.values != headBefore)
    #expect(!base(pictures, .training).requiresGradient)
    base.unfreeze()
    #expect(base(pictures, .training).requiresGradient)
    _ = base(pictures, .training)
    #expect(base.state.map(\.parameter.value.values) != before)
  }

  @Test("dropout keeps the mean, and does nothing at inference")
  func dropout() {
    let ones = Tensor(shape: [10_000], filledWith: 1)
    let layer = Dropout(0.25, seed: 4)
    let dropped = layer(ones, .training)
    #expect(abs(dropped.mean().item - 1) < 0.03)
    #expect(Set(dropped.values) == [0, 1 / 0.75])
    #expect(layer(ones).values == ones.values)
  }

  @Test("schedules start, turn and end where they should")
  func schedules() {
    #expect(LearningRateSchedule.constant.factor(step: 7, of: 10) == 1)
    #expect(LearningRateSchedule.cosine.factor(0) == 1)
    #expect(abs(LearningRateSchedule.cosine.factor(0.5) - 0.5) < 1e-6)
    #expect(LearningRateSchedule.linear.factor(step: 3, of: 4) == 0.25)
    let steps = LearningRateSchedule.steps(3, factor: 0.1)
    #expect(
      [0, 0.32, 0.34, 0.99, 1].map { steps.factor($0) }.map { ($0 * 1000).rounded() } == [1000, 1000, 100, 10, 10])
    let cycle = LearningRateSchedule.oneCycle(warmUp: 0.25)
    #expect(cycle.factor(0) < 0.05 && abs(cycle.factor(0.25) - 1) < 1e-6 && cycle.factor(1) < 1e-6)
  }

  @Test("layers inside are found by their names, and the pass ends at the last wanted one")
  func namedOutputs() {
    var random = RandomSource(seed: 8)
    let inner = Sequential([("a", Linear(2, 3, random: &random)), ("b", ReLU())])
    let network = Sequential([("first", inner), ("last", Linear(3, 1, random: &random))])
    let input = Tensor([1, -1], shape: [1, 2])
    let outputs = network.outputs(of: ["first.a", "last"], for: input)
    #expect(outputs["first.a"]?.shape == [1, 3])
    #expect(outputs["last"]?.values == network(input).values)
    #expect(network.state.map(\.name) == ["first.a.weight", "first.a.bias", "last.weight", "last.bias"])
  }

  @Test("values that do not fit are refused and change nothing")
  func loading() {
    let network = smallNetwork(seed: 1)
    let before = network.stateTensors.mapValues(\.values)
    var tensors = smallNetwork(seed: 2).stateTensors
    tensors["2.bias"] = Tensor([1, 2, 3])
    #expect(throws: StateError.self) { try network.load(tensors) }
    tensors["2.bias"] = nil
    #expect(throws: StateError.self) { try network.load(tensors) }
    #expect(network.stateTensors.mapValues(\.values) == before)
  }

  @Test("weights start with the spread that keeps a signal's size")
  func initialisation() {
    var random = RandomSource(seed: 1)
    let shape = [64, 32, 3, 3]
    func spread(_ tensor: Tensor) -> Float { (tensor.square().mean().item).squareRoot() }
    #expect(abs(spread(.heNormal(shape: shape, random: &random)) / (2.0 / 288).squareRoot() - 1) < 0.03)
    #expect(abs(spread(.heUniform(shape: shape, random: &random)) / (2.0 / 288).squareRoot() - 1) < 0.03)
    #expect(abs(spread(.xavierUniform(shape: shape, random: &random)) / (2.0 / (288 + 576)).squareRoot() - 1) < 0.03)
  }
}
