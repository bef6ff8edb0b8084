import Autograd
import NeuralNetworks
import Testing

@Suite struct DivergenceTests {
  /// A network that doubles or more in each step once the rate is large.
  private func network() -> Sequential {
    var random = RandomSource(seed: 3)
    return Sequential([("0", Linear(2, 8, random: &random)), ("1", ReLU()), ("2", Linear(8, 2, random: &random))])
  }

  private func batch(_ count: Int, at place: Float = 1) -> LabelledBatch {
    LabelledBatch(
      inputs: Tensor((0..<2 * count).map { place * Float($0 % 5 - 2) }, shape: [count, 2]),
      labels: (0..<count).map { $0 % 2 })
  }

  @Test("a training that diverges stops, says where, and leaves the network of its last good epoch")
  func stops() throws {
    let network = network()
    var good: [[Float]] = []
    let observer = EpochObserver { _ in good = network.parameters.map(\.value.values) }
    let error = #expect(throws: TrainingDivergence.self) {
      try TrainingLoop(epochs: 5).run(
        network, optimizer: SGD(network.parameters, learningRate: 0.01), observers: [observer]
      ) { epoch in [batch(5), batch(3, at: epoch == 2 ? .infinity : 1)] }
    }
    let divergence = try #require(error)
    #expect(divergence.epoch == 2 && divergence.epochs.map(\.index) == [0, 1] && divergence.cause == .loss)
    #expect(network.parameters.map(\.value.values) == good && network.firstNotFinite == nil)
    #expect(divergence.description.contains("diverged in epoch 3: the loss was"))
  }

  @Test("a loss that is finite does not hide a weight that is not")
  func weight() throws {
    let network = network()
    let start = network.parameters.map(\.value.values)
    // The last step of an epoch is the one whose outcome no loss has seen.
    let error = #expect(throws: TrainingDivergence.self) {
      try TrainingLoop(epochs: 1).run(network, optimizer: SGD(network.parameters, learningRate: .infinity)) { _ in
        [batch(4)]
      }
    }
    #expect(error?.cause == .value("0.weight") && error?.epochs.isEmpty == true)
    #expect(network.parameters.map(\.value.values) == start)
  }

  @Test("a validation loss that is not finite ends the training, and the best epoch is what early stopping gives back")
  func validation() throws {
    let network = network()
    var losses: [Float] = [0.5, 0.7, .nan]
    var best: [[Float]] = []
    let observer = EpochObserver { run in if run.epochs.count == 1 { best = network.parameters.map(\.value.values) } }
    let error = #expect(throws: TrainingDivergence.self) {
      try TrainingLoop(epochs: 9).run(
        network, optimizer: SGD(network.parameters, learningRate: 0.01),
        observers: [EarlyStopping(patience: 5), observer],
        validate: { Score(loss: losses.removeFirst(), accuracy: 0) }
      ) { _ in [batch(4)] }
    }
    #expect(error?.cause == .validationLoss && error?.epochs.count == 2)
    #expect(network.parameters.map(\.value.values) == best)
  }

  @Test(
    "loss and accuracy of an epoch are means over its examples, whatever the batches are",
    arguments: [1, 2, 4, 5, 20, 21])
  func means(size: Int) throws {
    let network = network()
    let all = batch(21)
    let sizes = stride(from: 0, to: 21, by: size).map { $0..<min(21, $0 + size) }
    // At a rate of 0 every batch meets the same network.
    let epochs = try TrainingLoop(epochs: 1).run(network, optimizer: SGD(network.parameters, learningRate: 0)) { _ in
      sizes.map {
        LabelledBatch(inputs: all.inputs.gather(rows: Array($0)), labels: Array(all.labels[$0]))
      }
    }
    let score = try #require(epochs.first).training
    let logits = network(all.inputs)
    #expect(score.accuracy == accuracy(logits, all.labels))
    #expect(abs(score.loss - crossEntropy(logits, all.labels).item) < 1e-5)
  }

  @Test("finite values are told from others, wherever one lies", arguments: [1, 7, 1 << 18, 1 << 18 + 1, 700_001])
  func finite(count: Int) {
    let values = [Float](repeating: .greatestFiniteMagnitude, count: count)
    #expect(Tensor(values).isFinite && Tensor(values).firstNotFinite == nil)
    for bad in [Float.nan, -.nan, .infinity, -.infinity, Float(bitPattern: 0x7F80_0001)] {
      for place in Set([0, count / 2, count - 1]) {
        var damaged = values
        damaged[place] = bad
        #expect(!Tensor(damaged).isFinite && Tensor(damaged).firstNotFinite == place)
      }
    }
  }

  @Test("optimisers pass on what is not finite as PyTorch's do")
  func optimizers() throws {
    // One step of torch.optim from 1, 1, ∞, 1 with the gradients NaN, ∞, 1, −∞; decay and momentum are 0.
    func step(_ make: ([Parameter]) -> any Optimizer) throws -> [Float] {
      let parameter = Parameter(Tensor([1, 1, .infinity, 1]))
      make([parameter]).step(parameter.value.gradients(upstream: Tensor([.nan, .infinity, 1, -.infinity])))
      return parameter.value.values
    }
    func kinds(_ values: [Float]) -> String {
      String(
        values.map { value -> Character in
          if value.isNaN { return "n" }
          return value.isFinite ? "." : value > 0 ? "+" : "-"
        })
    }
    let made: [(([Parameter]) -> any Optimizer, String)] = [
      ({ SGD($0, learningRate: 0.1) }, "n-++"), ({ Adam($0, learningRate: 0.1) }, "nn+n"),
      ({ Adam.withDecoupledDecay($0, learningRate: 0.1, weightDecay: 0.1) }, "nn+n"),
      ({ RMSprop($0, learningRate: 0.1) }, "nn+n"),
    ]
    for (make, expected) in made {
      let found = try kinds(step(make))
      #expect(found == expected)
    }
  }
}
