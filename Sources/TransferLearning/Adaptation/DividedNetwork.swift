import Autograd
import ModelZoo
import NeuralNetworks

/// A network in two: what makes features of pictures, and the head that tells classes by them.
///
/// Both share their weights with the network that they were taken from.
public struct DividedNetwork: Layer {
  /// From inputs to features `[N, d]`.
  public let features: any Layer
  /// From features to logits `[N, C]`.
  public let head: any Layer

  /// Any two layers that fit together.
  public init(features: any Layer, head: any Layer) {
    self.features = features
    self.head = head
  }

  /// A network that takes pictures in [0, 1], whose last layer group is a linear head.
  public init(_ network: Network) {
    let (below, above) = network.layers.split(at: network.layerGroups[network.layerGroups.count - 1].name)
    self.init(features: NormalizingLayers(layers: below, normalization: network.normalization), head: above)
  }

  /// What lies above a cut, on features that are kept, such as `network.cut.top`; its last layer group is the head.
  public init(_ layers: Sequential) {
    let (below, above) = layers.split(at: layers.layerGroups[layers.layerGroups.count - 1].name)
    self.init(features: below, head: above)
  }

  /// The logits.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { head(features(input, mode), mode) }

  /// Both parts.
  public var children: [(name: String, layer: any Layer)] { [("features", features), ("head", head)] }

  /// The batch norms in it, from the input on.
  var norms: [BatchNorm2D] { descendants.compactMap { $0.layer as? BatchNorm2D } }

  /// The features of all examples, `[count, d]`, as the network is.
  public func features(of set: UnlabelledSet, batch size: Int = 64) -> Tensor {
    whileFrozen { .concatenated(set.batches(of: size).map { features($0) }) }
  }
}

/// Layers that take pictures in [0, 1] and bring them to their own scale first.
private struct NormalizingLayers: Layer {
  let layers: Sequential
  let normalization: Normalization

  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { layers(normalization(input), mode) }

  var children: [(name: String, layer: any Layer)] { layers.layers }
}
