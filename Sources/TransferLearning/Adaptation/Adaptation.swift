import Autograd
import NeuralNetworks

/// Domain adaptation: a network goes on learning from a source with labels and a target without, or with a few.
///
/// ```swift
/// let adaptation = Adaptation(.mmd(weight: 1), epochs: 8)
/// let epochs = try adaptation.run(network, source: photos, target: UnlabelledSet(sketches), seed: 1)
/// epochs.last?.information   // how much its answers say about the target, without a label of it
/// ```
///
/// Every strategy is an objective of the one `TrainingLoop`. Epochs are counted on the source; a batch of the target goes with
/// each of its batches. Steps are those of SGD with Nesterov's momentum 0.9 and decay 5e-4, whose rate falls along half a
/// cosine; of TENT those of Adam. In the end batch norms have the statistics that the network needs on the target.
public struct Adaptation: Sendable {
  /// The way.
  public var strategy: AdaptationStrategy
  /// Times that the source is gone through.
  public var epochs: Int
  /// The step size at the start.
  public var learningRate: Float
  /// Examples of each domain in a step.
  public var batchSize: Int
  /// What goes through the batch norms together, and what they remember.
  public var norms: NormMemory
  /// Whether the network is kept from the epoch whose `honestScore` is best, instead of the last.
  public var keepsBest = false

  /// An adaptation with the usual settings but for those given.
  public init(
    _ strategy: AdaptationStrategy, epochs: Int, learningRate: Float = 0.02, batchSize: Int = 32,
    norms: NormMemory = .own
  ) {
    precondition(epochs >= 0 && learningRate > 0 && batchSize > 1, "no adaptation is like \(epochs) epochs")
    self.strategy = strategy
    self.epochs = epochs
    self.learningRate = learningRate
    self.batchSize = batchSize
    self.norms = norms
  }

  /// How a network stood after an epoch.
  public struct Epoch: Sendable {
    /// Counted from 0.
    public let index: Int
    /// On the source, while it was learning from it; without an accuracy for TENT, which has no labels.
    public let training: Score
    /// On validation pictures of the source, with the source's statistics, where there are any.
    public let validation: Score?
    /// How much the answers on the target say, in [0, 1]: `predictionInformation`.
    public let information: Float

    /// What an epoch, a weight or a method can be chosen by when no label of the target is known: the mean of the accuracy on
    /// the source's validation pictures and of the information in the answers on the target, in [0, 1].
    ///
    /// Neither does alone: the first knows nothing of the target, the second is high where answers are sure and wrong.
    public var honestScore: Float { ((validation ?? training).accuracy + information) / 2 }
  }

  /// Adapts a network, whose parts that are not frozen learn, and says how the epochs went.
  ///
  /// With `labelled`, examples of the target with labels, a batch of them adds its cross entropy to every step:
  /// semi-supervised adaptation, or supervised, if the strategy is `.sourceOnly`. `watch` sees the network after every epoch as
  /// it is used on the target; whoever scores it there by labels of the target must not choose by them.
  /// - Throws: what `watch` and `observers` throw; `TrainingDivergence` once a number is not finite.
  @discardableResult
  public func run(
    _ network: DividedNetwork, source: some LabelledSet<Learning>, target: UnlabelledSet,
    labelled: (any LabelledSet<Learning>)? = nil, validation: (any LabelledSet<Choosing>)? = nil, seed: UInt64,
    observers: [any TrainingObserver] = [], watch: @escaping (DividedNetwork, Epoch) throws -> Void = { _, _ in }
  ) throws -> [Epoch] {
    let course = AdaptationCourse(self, network, target: target, labelled: labelled, seed: seed)
    var (told, best): ([Epoch], (score: Float, values: [Tensor])?) = ([], nil)
    let observer = EpochObserver { run in
      guard let epoch = run.epochs.last else { return }
      course.useTarget()
      let now = Epoch(
        index: epoch.index, training: epoch.training, validation: epoch.validation,
        information: predictionInformation(target.probabilities(by: network)))
      told.append(now)
      try watch(network, now)
      if keepsBest, now.honestScore > best?.score ?? -1 {
        best = (now.honestScore, network.state.map(\.parameter.value))
      }
      course.useSource()
    }
    func validate() -> Score? {
      validation.map { set in
        course.useSource()
        return network.score(on: set)
      }
    }
    var loop = TrainingLoop(epochs: epochs, schedule: strategy == .tent ? .constant : .cosine)
    loop.objective = course.objective
    try course.whileLearning {
      try loop.run(
        network, optimizer: course.optimizer, observers: observers + [observer],
        validate: validation == nil ? nil : { validate() ?? Score(loss: 0, accuracy: 0) }
      ) { epoch in
        course.beginEpoch()
        return course.batches(of: source, seed: seed, epoch: epoch)
      }
    }
    course.useTarget()
    if let best { zip(network.state, best.values).forEach { $0.parameter.set($1) } }
    return told
  }
}
