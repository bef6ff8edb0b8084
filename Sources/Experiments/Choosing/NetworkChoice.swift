import Autograd
import Datasets
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// Which network and which way fit some pictures, with the evidence: scores without training, then a short comparison.
///
/// ```swift
/// let choice = try NetworkChoice(for: data, among: sources, ChoiceSettings()) { print($0.en) }
/// choice.candidates[0].source.name   // the network that scores highest
/// choice.recommended                 // the cheapest way that is not behind by more than chance
/// ```
public struct NetworkChoice {
  /// A network at hand, and what its scores say.
  public struct Candidate {
    public let source: TrainingSource
    /// What a command takes for it: its name, or the path of its file.
    package let argument: String
    package let scores: TransferabilityScores
    /// How long the scores took, in seconds.
    package let seconds: Double
  }

  /// The networks, the one with the largest LogME first.
  public let candidates: [Candidate]
  /// The pictures, as the first of the networks takes them.
  public let data: DataSplit<Choosing>
  /// The proxy A-distance between the pictures and those that the first network comes from; nil where these are not at hand.
  package let distance: Float?
  /// What the ways come to with the first network, the cheapest first.
  package let trials: [WayTrial]
  package let settings: ChoiceSettings

  /// Scores networks on pictures, and tries the ways with the one that scores highest; `report` is told of each step.
  /// - Throws: one line if there are not enough classes or pictures, or a training diverged in its first epoch.
  public init(
    for source: DataSource, among sources: [(argument: String, source: TrainingSource)], _ settings: ChoiceSettings,
    report: (Phrase) -> Void
  ) throws {
    precondition(!sources.isEmpty, "there is no network to choose from")
    guard source.classNames.count > 1 else {
      throw DataSourceError(
        description:
          "\(source.argument): one class only, \(source.classNames[0].english), and nothing to tell it from; "
          + "add another")
    }
    self.settings = settings
    var splits: [Preprocessing: DataSplit<Choosing>] = [:]
    func split(for network: Network) throws -> DataSplit<Choosing> {
      if let known = splits[network.preprocessing] { return known }
      let made = try source.trainingAndValidation(network.preprocessing, perClass: settings.perClass)
      splits[network.preprocessing] = made
      return made
    }
    candidates = try sources.map { argument, source in
      let start = ContinuousClock.now
      let scores = TransferabilityScores(of: source.network, on: try split(for: source.network).training.forScores)
      guard scores.areFinite else {
        throw NetworkError("\(source.name): its values for these pictures are no finite numbers; leave it out")
      }
      let seconds = start.duration(to: .now) / .seconds(1)
      report(.scored(source.name, scores.logME, seconds))
      return Candidate(source: source, argument: argument, scores: scores, seconds: seconds)
    }.enumerated().sorted { ($1.element.scores.logME, $0.offset) < ($0.element.scores.logME, $1.offset) }
      .map(\.element)
    let best = candidates[0].source
    let data = try split(for: best.network)
    self.data = data
    distance = Catalogue.names.contains(best.name) ? best.distance(to: data.training, seed: settings.seed) : nil
    trials = try settings.ways(of: best.network, pictures: data.training.count).map { way in
      let trained = try NetworkTraining(of: best, on: data, way).run(observer: SilentObserver())
      report(.tried(way.strategy, trained))
      return WayTrial(way, trained)
    }
  }

  /// The way that is best on the pictures to choose by; the cheapest of several.
  package var best: WayTrial {
    trials.reduce(trials[0]) { $1.accuracy > $0.accuracy ? $1 : $0 }
  }

  /// The cheapest way that is not behind the best one by more than a standard error of their difference (Breiman et al., 1984,
  /// on the choice of a tree).
  package var recommendedTrial: WayTrial { trials.first { !$0.isClearlyBehind(best) } ?? best }

  /// The recommendation in words, with its reason, on one line.
  public func advice(in language: Language) -> String {
    ChoiceText(choice: self, language: language).advice.onOneLine
  }

  /// What is recommended.
  public var recommended: TrainingStrategy { recommendedTrial.settings.strategy }
}

/// Nobody who is told how far a training is.
private struct SilentObserver: PhaseObserver {
  func begin(_ phase: TrainingPhase, count: Int, done: Int) {}
  func advance(by steps: Int) {}
  func end() {}
  func note(_ epoch: TrainingLoop.Epoch) {}
}

extension TransferabilityScores {
  fileprivate var areFinite: Bool { leep.isFinite && logME.isFinite && hScore.isFinite }
}

extension PictureSet<Learning> {
  /// As many pictures of every class as make 240 together, at least two: enough for scores, and quick.
  fileprivate var forScores: PictureSet {
    let some = perClass(max(2, 240 / max(1, classNames.count)))
    let step = max(1, some.count / 240)
    return some.subset(stride(from: 0, to: some.count, by: step))
  }
}

extension TrainingSource {
  /// The proxy A-distance between the source world of the course's networks and some pictures, as the network sees them.
  fileprivate func distance(to pictures: TrainingSet, seed: UInt64) -> Float? {
    let most = min(160, pictures.count)
    guard most > 7 else { return nil }
    var random = RandomSource(seed: seed)
    let some = pictures.subset(random.permutation(pictures.count).prefix(most))
    let own = Menagerie(seed: seed).testSet(count: most, size: network.inputSize)
    return network.whileFrozen {
      let base = FrozenBase(of: network)
      return DomainClassifier(
        source: base.features(of: own).features, target: base.features(of: some).features, random: &random
      ).distance
    }
  }
}

extension Phrase {
  fileprivate static func scored(_ name: String, _ logME: Double, _ seconds: Double) -> Phrase {
    let (score, time) = (Phrase(logME, as: .number(digits: 3)), Phrase(seconds, as: .seconds(digits: 1)))
    return Phrase(en: "\(name): LogME \(score.en), \(time.en)", id: "\(name): LogME \(score.id), \(time.id)")
  }

  fileprivate static func tried(_ strategy: TrainingStrategy, _ trained: TrainedNetwork) -> Phrase {
    Phrase(
      en: "\(strategy.rawValue): \(trained.summary(in: .en))", id: "\(strategy.rawValue): \(trained.summary(in: .id))")
  }
}
