import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// How a network is adapted.
public struct AdaptationSettings: Sendable {
  /// The way.
  public var method: AdaptationMethod
  /// Times that the source is gone through: first to learn it, then as often again to adapt.
  public var epochs = 8
  /// The largest step size of the adaptation.
  public var learningRate: Float
  /// What stands before the target's part of the loss; the usual one where it is nil.
  public var weight: Float?
  /// Pictures of each domain in a step.
  public var batchSize = 24
  /// What order, new weights and the parts of the data follow from.
  public var seed: UInt64 = 1

  /// The usual settings of a method.
  public init(_ method: AdaptationMethod) {
    self.method = method
    learningRate = method.usualLearningRate
  }
}

/// An adaptation of a network to a target, on a reader's or the course's own pictures.
///
/// ```swift
/// let training = try AdaptationTraining(of: source, on: pair, settings)
/// let adapted = try training.run(observer: progress)
/// ```
public struct AdaptationTraining {
  /// The network that it starts from.
  public let source: TrainingSource
  /// What is learnt from, chosen by and scored on.
  public let pair: AdaptationPair
  /// How.
  public let settings: AdaptationSettings

  /// An adaptation.
  public init(of source: TrainingSource, on pair: AdaptationPair, _ settings: AdaptationSettings) {
    self.source = source
    self.pair = pair
    self.settings = settings
  }

  /// Refuses a network that a method cannot be used with.
  /// - Throws: one line that says what fits.
  public static func check(_ network: Network, for method: AdaptationMethod) throws {
    guard network.linearHead != nil else {
      throw NetworkError(
        "\(network.architecture.name): its head is not a linear layer on features, which adaptation aligns; give "
          + "another --network, such as mini-vgg")
    }
    guard !method.needsNorms || network.descendants.contains(where: { $0.layer is BatchNorm2D }) else {
      throw NetworkError(
        "\(network.architecture.name) has no batch norms, and --method \(method.rawValue) works through them alone; "
          + "give another --method or --network")
    }
  }

  /// Fits a head to the source, learns the source, then adapts, and tells `observer` how far it is.
  /// - Throws: what `observer` throws, one line if the training diverged, or pictures got lost on the way.
  public func run(observer: some PhaseObserver) throws -> AdaptedNetwork {
    let start = ContinuousClock.now
    var random = RandomSource(seed: settings.seed)
    let network = source.network.withNewHead(classes: pair.source.classNames.map(\.english), random: &random)
    network.unfreeze()
    try network.fitHead(to: pair.source.training)
    network.unfreeze()
    let divided = DividedNetwork(network)
    let steps = (pair.source.training.count + settings.batchSize - 1) / settings.batchSize
    let phases: [AdaptationStrategy] = [.sourceOnly] + (isAdapting ? [strategy] : [])
    observer.begin(.learning, count: phases.count * settings.epochs * steps, done: 0)
    defer { observer.end() }
    var points: [AdaptedNetwork.Point] = []
    var before: AdaptedNetwork.Standing?
    for phase in phases {
      if phase != .sourceOnly { before = AdaptedNetwork.Standing(of: network, divided, on: pair) }
      try learn(divided, by: phase, observer) { points.append($0) }
    }
    let after = AdaptedNetwork.Standing(of: network, divided, on: pair)
    try pair.checkNoneLost()
    return AdaptedNetwork(
      network, self, before: before ?? after, after: after, points: points,
      seconds: start.duration(to: .now) / .seconds(1))
  }

  /// Whether anything follows the learning of the source.
  package var isAdapting: Bool { settings.method != .sourceOnly }

  private var strategy: AdaptationStrategy { settings.method.strategy(weight: settings.weight) }

  /// One phase; while the source is learnt the last epoch is kept, and then the one that looks best without a label of the
  /// target.
  private func learn(
    _ network: DividedNetwork, by strategy: AdaptationStrategy, _ observer: some PhaseObserver,
    note: @escaping (AdaptedNetwork.Point) -> Void
  ) throws {
    var plan = Adaptation(
      strategy, epochs: settings.epochs,
      learningRate: strategy == .sourceOnly ? AdaptationMethod.sourceOnly.usualLearningRate : settings.learningRate,
      batchSize: settings.batchSize)
    plan.keepsBest = strategy != .sourceOnly
    let isFirst = strategy == .sourceOnly
    let offset = isFirst ? 0 : settings.epochs
    try plan.run(
      network, source: pair.source.training, target: UnlabelledSet(pair.target.training),
      validation: pair.source.validation, seed: settings.seed &+ UInt64(offset),
      observers: [StepObserver { _ in try observer.advance(by: 1) }]
    ) { network, epoch in
      observer.note(
        TrainingLoop.Epoch(index: offset + epoch.index, training: epoch.training, validation: epoch.validation))
      note(
        AdaptedNetwork.Point(
          epoch: offset + epoch.index + 1, isAdapting: !isFirst, source: epoch.validation?.accuracy ?? 0,
          information: epoch.information, honestScore: epoch.honestScore,
          target: network.score(on: pair.target.test).accuracy))
    }
  }
}
