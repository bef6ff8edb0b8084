import Autograd
import ModelZoo
import NeuralNetworks

/// The layers of a network below its head, frozen: what turns pictures into features.
///
/// A frozen base gives the same features for a picture in every epoch, so they are computed once and kept, and only a new
/// head is trained on them:
///
/// ```swift
/// let base = FrozenBase(of: try Catalogue.network("mini-vgg"))
/// let training = base.features(of: world.trainingSet(count: 1_600))
/// let head = Linear(training.width, world.task.classNames.count, random: &random)
/// try TrainingLoop(epochs: 50).run(head, optimizer: Adam(head.parameters)) { epoch in
///   training.shuffledBatches(of: 64, seed: 1, epoch: epoch)
/// }
/// ```
public struct FrozenBase: Layer {
  private let layers: any Layer
  private let normalization: Normalization?

  /// Freezes `layers`, which take pictures on the scale of `normalization`, or in [0, 1] if there is none.
  public init(_ layers: any Layer, normalization: Normalization? = nil) {
    self.layers = layers
    self.normalization = normalization
    layers.freeze()
  }

  /// Freezes all layers of a network but its head; where that is a convolution, features are the means of the maps below.
  public init(of network: Network) {
    let (below, head) = network.layers.split(at: network.layerGroups[network.layerGroups.count - 1].name)
    let isConvolution = head.steps.first?.layer is Convolution2D
    let averages: [(name: String, layer: any Layer)] = isConvolution ? [("averages", GlobalAveragePool())] : []
    self.init(Sequential(below.layers + averages), normalization: network.normalization)
  }

  /// The features of pictures in [0, 1], whatever the mode: batch norms keep their statistics, and nothing is dropped.
  public func callAsFunction(_ pictures: Tensor, _ mode: Mode) -> Tensor {
    layers(normalization?(pictures) ?? pictures, .inference)
  }

  /// The parameters and statistics, all of them frozen.
  public var state: [(name: String, parameter: Parameter)] { layers.state }

  /// The features of all pictures of a set, computed once, for the same use as the pictures.
  ///
  /// Batch norms are folded into their convolutions. `report` is told after each batch how many pictures are done.
  public func features<Source: LabelledSet>(
    of set: Source, batch size: Int? = nil, report: (_ done: Int) throws -> Void
  ) rethrows -> FeatureSet<Source.Role> {
    let size = size ?? set.batchSize(atMost: 32)
    precondition(set.count > 0 && size > 0, "no features of \(set.count) pictures, \(size) at a time")
    var done = 0
    let batches = try set.batches(of: size).map { batch in
      let features = self(batch.inputs)
      done += batch.count
      try report(done)
      return features
    }
    return FeatureSet(features: Tensor.concatenated(batches, along: 0), labels: set.labels)
  }

  /// The features of all pictures of a set, computed once, without telling anyone how far it is.
  public func features<Source: LabelledSet>(of set: Source, batch size: Int? = nil) -> FeatureSet<Source.Role> {
    features(of: set, batch: size, report: { _ in })
  }
}
