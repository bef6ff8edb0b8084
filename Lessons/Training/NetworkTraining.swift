import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import TransferLearning

/// The training of a network on pictures of a reader's own.
///
/// ```swift
/// let source = TrainingSource(try Catalogue.network("mini-vgg"), name: "mini-vgg")
/// let data = try TrainingData(named: "photos", perClass: 200, Preprocessing(of: source.network), seed: 1)
/// let trained = try NetworkTraining(of: source, on: data, TrainingSettings(.head)).run { _ in }
/// try trained.network.write(to: file)
/// ```
public struct NetworkTraining {
  /// The network that it starts from, or whose architecture it takes.
  public let source: TrainingSource
  /// What is learnt from, and chosen by.
  public let data: TrainingData
  /// How.
  public let settings: TrainingSettings

  /// A training.
  /// - Throws: one line if the network does not fit the settings.
  public init(of source: TrainingSource, on data: TrainingData, _ settings: TrainingSettings) throws {
    try settings.check(for: source.network)
    self.source = source
    self.data = data
    self.settings = settings
  }

  /// Trains, and tells `report` about every epoch.
  /// - Throws: what `report` throws, and one line if the training left all numbers behind or pictures got lost on the way.
  public func run(report: (FineTuning.Epoch) throws -> Void) throws -> TrainedNetwork {
    let start = ContinuousClock.now
    var trained = try settings.strategy == .head ? headAlone() : inEpochs(report)
    try data.training.checkNoneLost()
    try data.validation.checkNoneLost()
    trained.seconds = start.duration(to: .now) / .seconds(1)
    return trained
  }

  /// The best head on the features of the frozen base, which are computed once.
  private func headAlone() throws -> TrainedNetwork {
    let network = newNetwork()
    network.freeze(first: network.parts.count - 1)
    let base = network.cut.base
    let features: TrainingFeatures = base.features(of: data.training)
    let kept: ValidationFeatures = base.features(of: data.validation)
    try network.fitHead(toFeatures: features)
    var trained = TrainedNetwork(network, self)
    trained.learningCurve = HeadCurve(features, kept, seed: settings.seed)
    return trained
  }

  private func inEpochs(_ report: (FineTuning.Epoch) throws -> Void) throws -> TrainedNetwork {
    let network = newNetwork()
    var head: Score?
    var start = EarlyStopping(patience: 1)
    if settings.strategy == .fineTune, network.linearHead != nil {
      try network.fitHead(to: data.training)
      let score = network.score(on: data.validation)
      start.note(score.loss, of: network)
      head = score
    }
    network.freeze(first: settings.frozenParts)
    let tuning = FineTuning(
      epochs: settings.epochs, learningRate: settings.learningRate, patience: settings.patience)
    let epochs = try tuning.train(
      network, on: data.training, validation: data.validation, batchSize: settings.batchSize,
      augmentation: settings.isAugmented
        ? Augmentations(Mirror(), RandomCrop(padding: source.network.inputSize / 8)) : nil,
      seed: settings.seed
    ) { epoch in
      guard epoch.training.loss.isFinite, epoch.validation?.loss.isFinite ?? true else {
        throw NetworkError(
          "the loss was no number any more in epoch \(epoch.index + 1): give a --learning-rate below "
            + "\(settings.learningRate); nothing was written")
      }
      try report(epoch)
    }
    let best = settings.patience == nil ? epochs.last : epochs.min { $0.validationLoss < $1.validationLoss }
    // Fine-tuning that helps nowhere gives back what it began with.
    let isInVain = head.map { $0.loss <= best?.validationLoss ?? .infinity } ?? false
    if isInVain { start.restore(network) }
    var trained = TrainedNetwork(network, self)
    trained.headAlone = head
    trained.epochs = epochs
    trained.keptEpoch = isInVain ? 0 : (best?.index ?? -1) + 1
    return trained
  }

  /// The network before it learns: what the source has learnt and a new head, or random weights alone.
  private func newNetwork() -> Network {
    var random = RandomSource(seed: settings.seed)
    let classes = data.classNames.map(\.english)
    guard settings.strategy == .scratch else { return source.network.withNewHead(classes: classes, random: &random) }
    let like = source.network
    return Network(
      like.architecture, classes: classes, normalization: like.normalization, inputSize: like.inputSize, random: &random
    )
  }
}

extension FineTuning.Epoch {
  fileprivate var validationLoss: Float { validation?.loss ?? .infinity }
}
