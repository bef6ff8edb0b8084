import Autograd
import NeuralNetworks
import Testing
import TransferLearning

private let source: TrainingFeatures = stripes(seed: 1)
private let dark: TrainingFeatures = stripes(light: 0.35, seed: 5)

@Suite struct AdaptationStepTests {
  @Test("one picture left over, and a target of two, are no batch to trip over", arguments: adaptationStrategies)
  func awkwardSizes(strategy: AdaptationStrategy) throws {
    let network = stripeNetwork()
    try Adaptation(strategy, epochs: 1, batchSize: 12).run(
      network, source: source.subset(0..<25), target: UnlabelledSet(dark.subset(0..<2)), seed: 1)
    #expect(network.firstNotFinite == nil)
  }

  @Test("the loop knows how many steps there are in all, which rates and ramp go by", arguments: adaptationStrategies)
  func total(strategy: AdaptationStrategy) throws {
    var steps: [TrainingLoop.Step] = []
    try Adaptation(strategy, epochs: 2, batchSize: 12).run(
      stripeNetwork(), source: source.subset(0..<25), target: UnlabelledSet(dark.subset(0..<36)), seed: 1,
      observers: [StepObserver { steps.append($0) }])
    // Of the source 12, 12 and a single one that is left out; TENT counts batches of the target.
    let count = strategy == .tent ? 6 : 4
    #expect(steps.map(\.total) == [Int](repeating: count, count: count) && steps.map(\.step) == Array(0..<count))
  }

  @Test("a step may make smaller what is more than its loss, and scores are told without it")
  func objective() throws {
    let network = Linear(weight: Tensor([1], shape: [1, 1]), bias: Tensor([0]))
    let set = TrainingFeatures(features: Tensor([2, 2], shape: [2, 1]), labels: [0, 0])
    var told: [Float] = []
    var loop = TrainingLoop(epochs: 2)
    loop.objective = { batch, progress in
      told.append(progress)
      let logits = network(batch.inputs, .training)
      return TrainingLoop.Objective(total: logits.sum() * 3, loss: Tensor(7), logits: logits)
    }
    let epochs = try loop.run(network, optimizer: SGD(network.parameters, learningRate: 0.5)) { _ in set.batches(of: 1)
    }
    #expect(epochs.map(\.training.loss) == [7, 7] && told == [0, 0.25, 0.5, 0.75])
    // Four steps of 0.5 · 3 · 2.
    #expect(network.weight.value.item == 1 - 12)
  }
}
