import Autograd
import NeuralNetworks
import Testing

@Suite struct EarlyStoppingTests {
  private func network() -> Sequential {
    var random = RandomSource(seed: 8)
    return Sequential([
      ("conv", Convolution2D(3, 4, kernel: 3, padding: 1, random: &random)), ("bn", BatchNorm2D(4)), ("relu", ReLU()),
      ("pool", GlobalAveragePool()), ("head", Linear(4, 3, random: &random)),
    ])
  }

  private func values(_ layer: some Layer) -> [String: [Float]] { layer.stateTensors.mapValues(\.values) }

  private var batch: LabelledBatch {
    var random = RandomSource(seed: 1)
    return LabelledBatch(inputs: .uniform(shape: [9, 5, 5, 3], random: &random), labels: (0..<9).map { $0 % 3 })
  }

  @Test("training is over when so many epochs in a row brought nothing better")
  func over() {
    let stopping = EarlyStopping(patience: 2)
    let layer = BatchNorm2D(1)
    let over = [3, 1, 2, 0.5, 0.5, 0.7].map { (loss: Float) in
      stopping.note(loss, of: layer)
      return stopping.isOver
    }
    #expect(over == [false, false, false, false, false, true])
    #expect(stopping.best?.epoch == 3 && stopping.best?.loss == 0.5)
  }

  @Test("what is no number is never the best")
  func noNumber() {
    let stopping = EarlyStopping(patience: 1)
    stopping.note(.nan, of: BatchNorm2D(1))
    #expect(stopping.best == nil && !stopping.isOver)
  }

  /// Trains with validation losses that are given, and says how the network was after each epoch.
  private func train(
    _ network: Sequential, losses: [Float], from checkpoint: TrainingLoop.Checkpoint? = nil, patience: Int = 2
  ) throws -> (epochs: [TrainingLoop.Epoch], states: [[String: [Float]]], checkpoints: [TrainingLoop.Checkpoint]) {
    var rest = losses.dropFirst(checkpoint?.epochs.count ?? 0)
    var (states, checkpoints): ([[String: [Float]]], [TrainingLoop.Checkpoint]) = ([], [])
    let keeper = EpochObserver { run in
      states.append(values(network))
      checkpoints.append(run.checkpoint)
    }
    let epochs = try TrainingLoop(epochs: losses.count, schedule: .cosine).run(
      network, optimizer: Adam(network.parameters, learningRate: 0.05), from: checkpoint,
      observers: [EarlyStopping(patience: patience), keeper], validate: { Score(loss: rest.removeFirst(), accuracy: 0) }
    ) { _ in [batch, batch] }
    return (epochs, states, checkpoints)
  }

  @Test("training ends early, and the network as it was after its best epoch, weights and statistics")
  func patience() throws {
    let network = network()
    let (epochs, states, _) = try train(network, losses: [0.9, 0.4, 0.5, 0.6, 0.1])
    #expect(epochs.map(\.index) == [0, 1, 2, 3] && epochs.map { $0.validation?.loss } == [0.9, 0.4, 0.5, 0.6])
    #expect(values(network) == states[1] && Set(states).count == 4)
  }

  @Test("a training goes on from any checkpoint to the same bits", arguments: 0...3)
  func goingOn(after epoch: Int) throws {
    let (whole, rest) = (network(), network())
    let losses: [Float] = [0.9, 0.4, 0.5, 0.45, 0.6]
    let expected = try train(whole, losses: losses, patience: 3)
    let found = try train(rest, losses: losses, from: expected.checkpoints[epoch], patience: 3)
    #expect(values(rest) == values(whole) && found.epochs.count == expected.epochs.count)
    #expect(found.states == Array(expected.states.dropFirst(epoch + 1)))
  }

  @Test("a training ends after the first epoch whose loss is below a bound")
  func bound() throws {
    let network = network()
    let epochs = try TrainingLoop(epochs: 200).run(
      network, optimizer: Adam(network.parameters, learningRate: 0.05), observers: [LossBound(below: 1)]
    ) { _ in [batch] }
    #expect(epochs.count < 200 && epochs.map { $0.training.loss < 1 } == epochs.indices.map { $0 == epochs.count - 1 })
  }
}
