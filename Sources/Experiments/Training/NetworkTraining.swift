import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import TransferLearning

/// The training of a network on pictures of a reader's own.
///
/// ```swift
/// let source = TrainingSource(try Catalogue.network("mini-vgg"), name: "mini-vgg")
/// let data = try DataSource(named: "photos", seed: 1).trainingAndValidation(
///   source.network.preprocessing, perClass: 200)
/// let trained = try NetworkTraining(of: source, on: data, TrainingSettings(.head)).run(observer: meter)
/// try trained.network.write(to: file)
/// ```
public struct NetworkTraining {
  /// The network that it starts from, or whose architecture it takes.
  public let source: TrainingSource
  /// What is learnt from, and chosen by.
  public let data: DataSplit<Choosing>
  /// How.
  public let settings: TrainingSettings

  /// A training.
  /// - Throws: one line if the network does not fit the settings.
  public init(of source: TrainingSource, on data: DataSplit<Choosing>, _ settings: TrainingSettings) throws {
    try settings.check(for: source.network)
    self.source = source
    self.data = data
    self.settings = settings
  }

  /// Trains, and tells `observer` how far it is; goes on from what `checkpoint` has kept, and keeps there what has been done.
  ///
  /// A training that diverges ends with its last good epoch, or the best one, and says so (`TrainedNetwork.divergence`).
  /// - Throws: what `observer` throws, and one line if the training diverged in its first epoch or pictures got lost on the
  ///   way.
  public func run(
    keepingIn checkpoint: TrainingCheckpoint? = nil, observer: some PhaseObserver
  ) throws -> TrainedNetwork {
    let start = ContinuousClock.now
    var trained =
      try settings.strategy == .head ? headAlone(checkpoint, observer) : inEpochs(checkpoint, observer)
    try data.checkNoneLost()
    trained.seconds = start.duration(to: .now) / .seconds(1)
    return trained
  }

  /// The best head on the features of the frozen base, which are computed once.
  private func headAlone(
    _ checkpoint: TrainingCheckpoint?, _ observer: some PhaseObserver
  ) throws -> TrainedNetwork {
    let network = newNetwork()
    network.freeze(first: network.layerGroups.count - 1)
    let (training, validation) = try features(of: network.cut.base, checkpoint, observer)
    try network.fitHead(toFeatures: training)
    let head = network.cut.top
    var trained = TrainedNetwork(network, self, logits: (head.logits(of: training), head.logits(of: validation)))
    trained.learningCurve = HeadCurve(training, validation, seed: settings.seed)
    return trained
  }

  private func inEpochs(
    _ checkpoint: TrainingCheckpoint?, _ observer: some PhaseObserver
  ) throws -> TrainedNetwork {
    let network = newNetwork()
    let standing = try checkpoint?.standing(
      of: identity, epochs: settings.epochs, hasBest: settings.patience != nil)
    var head: Score?
    let start = EarlyStopping(patience: 1)
    if settings.strategy == .fineTune, network.linearHead != nil {
      network.freeze(first: network.layerGroups.count - 1)
      let (training, validation) = try features(of: network.cut.base, nil, observer)
      try network.fitHead(toFeatures: training)
      let score = network.cut.top.score(on: validation)
      start.note(score.loss, of: network)
      head = score
    }
    network.freeze(first: settings.frozenParts)
    let (epochs, divergence): ([TrainingLoop.Epoch], TrainingDivergence?)
    do {
      (epochs, divergence) = try learn(network, from: standing, checkpoint, observer)
    } catch let mismatch as TrainingLoop.Checkpoint.Mismatch {
      throw checkpoint?.damaged(mismatch.description) ?? mismatch
    }
    let best = settings.patience == nil ? epochs.last : epochs.min { $0.validationLoss < $1.validationLoss }
    // Fine-tuning that helps nowhere gives back what it began with.
    let isInVain = head.map { $0.loss <= best?.validationLoss ?? .infinity } ?? false
    if isInVain { start.restore(network) }
    var trained = TrainedNetwork(
      network, self, logits: (network.logits(of: data.training), network.logits(of: data.validation)))
    trained.headAlone = head
    trained.epochs = epochs
    trained.keptEpoch = isInVain ? 0 : (best?.index ?? -1) + 1
    divergence.map { trained.note($0) }
    return trained
  }

  /// Trains in epochs, and says how those went that were good and, where the training diverged, how it ended.
  private func learn(
    _ network: Network, from standing: TrainingLoop.Checkpoint?, _ checkpoint: TrainingCheckpoint?,
    _ observer: some PhaseObserver
  ) throws -> (epochs: [TrainingLoop.Epoch], divergence: TrainingDivergence?) {
    let batches = (data.training.count + settings.batchSize - 1) / settings.batchSize
    observer.begin(
      .learning, count: settings.epochs * batches, done: (standing?.epochs.count ?? 0) * batches)
    defer { observer.end() }
    do {
      let epochs = try tuning.train(
        network, on: learntFrom, validation: data.validation, seed: settings.seed, from: standing,
        observers: [
          StepObserver { _ in try observer.advance(by: 1) },
          EpochObserver { run in
            run.epochs.last.map(observer.note)
            try checkpoint?.keep(run.checkpoint, of: identity)
          },
        ])
      return (epochs, nil)
    } catch let divergence as TrainingDivergence {
      // What would be gone on from leads nowhere.
      checkpoint?.remove()
      guard divergence.epochs.isEmpty else { return (divergence.epochs, divergence) }
      throw NetworkError(
        "the training diverged in its first epoch: \(divergence.cause) was no finite number any more; give a --learning-rate "
          + "below \(settings.learningRate); nothing was written")
    }
  }

  /// How all that is not frozen learns.
  var tuning: FineTuning {
    FineTuning(
      epochs: settings.epochs, learningRate: settings.learningRate, patience: settings.patience,
      batchSize: settings.batchSize)
  }

  /// The training pictures, varied by chance where that is wanted.
  var learntFrom: any LabelledSet<Learning> {
    let varied = Augmentations(Mirror(), RandomCrop(padding: source.network.inputSize / 8))
    return settings.isAugmented ? data.training.augmented(by: varied) : data.training
  }

  /// The network before it learns: what the source has learnt and a new head, or random weights alone.
  func newNetwork() -> Network {
    var random = RandomSource(seed: settings.seed)
    let classes = data.classNames.map(\.english)
    guard settings.strategy == .scratch else { return source.network.withNewHead(classes: classes, random: &random) }
    let like = source.network
    var network = Network(
      like.architecture, classes: classes, normalization: like.normalization, inputSize: like.inputSize, random: &random
    )
    network.preprocessing = like.preprocessing
    return network
  }
}

extension TrainingLoop.Epoch {
  fileprivate var validationLoss: Float { validation?.loss ?? .infinity }
}
