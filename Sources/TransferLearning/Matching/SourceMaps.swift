import Autograd
import ModelZoo
import NeuralNetworks

/// What some layers of a source network make of the pictures of a set, computed once: S never changes and the pictures
/// neither.
///
/// Every channel is brought to mean 0 and variance 1 over all places of all pictures, so that none counts more for being large;
/// one that never changes becomes 0.
public struct SourceMaps<Role: SetRole>: Sendable {
  /// The maps `[N, H, W, C]` of each layer, from the picture on, with the labels of the pictures.
  public let layers: [FeatureSet<Role>]

  /// Maps that are there already, as of a planted layer.
  public init(_ layers: [FeatureSet<Role>]) {
    precondition(Set(layers.map(\.labels)).count == 1, "maps are of the same pictures")
    self.layers = layers
  }

  /// The maps of the named layers for all pictures of a set.
  public init<Source: LabelledSet>(of network: Network, layers names: [String], for set: Source)
  where Source.Role == Role {
    let batches = set.batches(of: set.batchSize(atMost: 32)).map { batch in
      network.whileFrozen { network.outputs(of: names, for: batch.inputs) }
    }
    self.init(
      names.map { name in
        FeatureSet(features: Tensor.concatenated(batches.compactMap { $0[name] }).standardized(), labels: set.labels)
      })
  }

  /// Channels of each layer.
  public var channels: [Int] { layers.map { $0.features.shape[3] } }
}

extension Tensor {
  /// Maps `[N, H, W, C]` with every channel at mean 0 and variance 1.
  fileprivate func standardized() -> Tensor {
    let rows = reshaped([count / shape[3], shape[3]])
    return Standardization(of: rows)(rows).reshaped(shape)
  }
}
