import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import TransferLearning

/// How a small network learns from a few pictures, alone or held to what a source makes of them.
struct TargetTraining {
  let source: Network
  /// The layers of the source that may be matched.
  let sourceLayers: [String]
  /// Versions of each picture, the first as it is, the others mirrored and shifted by chance.
  let views: Int
  /// The training, whose steps and rates are the same for all ways.
  var training: MatchedTraining
  /// How weights of channels and pairs are learnt.
  var meta = MetaLearning(rate: 0.002, interval: 16)

  /// The usual steps and rates.
  init(source: Network, views: Int = 8, epochs: Int) {
    self.source = source
    self.views = views
    sourceLayers = source.layersToMatch.map(\.name)
    training = MatchedTraining(epochs: epochs, learningRate: 0.01)
  }

  /// The versions of the pictures that are learnt from: always the same, so that what the source makes of them can be kept.
  func pictures(_ few: FewPictures) -> FeatureSet<Learning> {
    let varied = few.training.augmented(by: Augmentations(Mirror(), RandomCrop(padding: 3)))
    let pictures = few.training.inputs
    var random = RandomSource(seed: few.seed, stream: 1)
    let versions = (1..<views).map { _ in varied.varied(pictures, using: &random) }
    return FeatureSet(
      features: Tensor.concatenated([pictures] + versions), labels: (0..<views).flatMap { _ in few.training.labels })
  }

  /// What the source makes of pictures.
  func maps<Pictures: LabelledSet>(of pictures: Pictures) -> SourceMaps<Pictures.Role> {
    SourceMaps(of: source, layers: sourceLayers, for: pictures)
  }

  /// A target that knows nothing, and what will hold it to source maps of so many channels.
  func start(_ way: MatchingWay, classes: [String], channels: [Int], seed: UInt64) -> HeldTarget {
    var random = RandomSource(seed: seed)
    let network = Network(.nanoVGG, classes: classes, inputSize: source.inputSize, random: &random)
    let layers = network.stageLayers
    let matcher = way.strategy.map { strategy in
      FeatureMatcher(
        strategy.pairs(source: channels.count, target: layers.count), sourceChannels: channels,
        targetChannels: layers.map { $0.outputShape[2] }, random: &random)
    }
    return HeldTarget(network: network, matcher: matcher, layers: layers.map(\.name))
  }

  /// A target that has learnt from pictures, and what held it to the maps.
  func trained(
    _ way: MatchingWay, on pictures: FeatureSet<Learning>, like maps: SourceMaps<Learning>, classes: [String],
    seed: UInt64
  ) throws -> HeldTarget {
    let target = start(way, classes: classes, channels: maps.channels, seed: seed)
    if let matcher = target.matcher {
      var training = training
      training.meta = way == .learnt ? meta : nil
      try training.train(target.network, layers: target.layers, like: maps, by: matcher, on: pictures, seed: seed)
    } else {
      try TrainingLoop(epochs: training.epochs, schedule: .cosine).run(
        target.network, optimizer: optimizer(of: target.network)
      ) { pictures.shuffledBatches(of: training.batchSize, seed: seed, epoch: $0) }
    }
    return target
  }

  /// A target that has learnt from a teacher's answers to the pictures, softened by a temperature of 4, nine parts of ten, and
  /// from the labels.
  func distilled(
    from teacher: Network, on pictures: FeatureSet<Learning>, classes: [String], seed: UInt64
  ) throws -> HeldTarget {
    let target = start(.alone, classes: classes, channels: [], seed: seed)
    let answers = FeatureSet<Learning>(features: teacher.logits(of: pictures), labels: pictures.labels)
    try DistilledTraining(
      epochs: training.epochs, learningRate: training.learningRate, batchSize: training.batchSize
    ).train(target.network, on: pictures, answers: answers, seed: seed)
    return target
  }

  private func optimizer(of network: Network) -> Adam {
    .withDecoupledDecay(network.parameters, learningRate: training.learningRate)
  }
}

extension Network {
  /// The last activations before each change of size whose maps are at most half as large as the picture, and of at most 32
  /// places a side, since the first ones see little more than edges; of a network that has none, its last.
  fileprivate var layersToMatch: [LayerSummary] {
    let most = min(32, inputSize / 2)
    let fitting = stageLayers.filter { $0.outputShape[0] <= most }
    return fitting.isEmpty ? Array(stageLayers.suffix(1)) : fitting
  }

  /// The values in all maps of these layers for one picture.
  var valuesToMatch: Int { layersToMatch.map { $0.outputShape.reduce(1, *) }.reduce(0, +) }
}
