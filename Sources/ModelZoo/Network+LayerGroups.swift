import Autograd
import NeuralNetworks

extension Network: GroupedLayer {
  /// The layer groups of the network from the picture on; the last one is its head.
  public var layerGroups: [LayerGroup] { layers.layerGroups }

  /// A network of the same architecture whose base starts from what this one has learnt, and whose head is new: for other
  /// classes, with random weights.
  ///
  /// Both can go on learning; neither changes the other.
  ///
  /// ```swift
  /// let farm = try Catalogue.network("mini-vgg").withNewHead(classes: ["cow", "sheep", "pig"], random: &random)
  /// ```
  public func withNewHead(classes: [String], random: inout RandomSource) -> Network {
    precondition(!classes.isEmpty, "a head needs a class")
    // What is drawn for the base is needed by nobody: its memory goes with a pool of its own, out of which the head is copied.
    var network = BufferPool.$current.withValue(BufferPool()) {
      Network(architecture, classes: classes, normalization: normalization, inputSize: inputSize, random: &random)
    }
    network.preprocessing = preprocessing
    let head = network.layerGroups.last.map { Set($0.state.map(ObjectIdentifier.init)) } ?? []
    for (own, other) in zip(state, network.state) {
      let drawn = other.parameter.value
      let isHead = head.contains(ObjectIdentifier(other.parameter))
      other.parameter.set(isHead ? Tensor(drawn.values, shape: drawn.shape) : own.parameter.value.detached())
    }
    return network
  }

  /// The same network, which shares its weights, with dropout in front of its head: a way to hold back overfitting.
  public func droppingOut(_ probability: Float, seed: UInt64) -> Network {
    let (below, above) = layers.split(at: layerGroups[layerGroups.count - 1].name)
    let dropout: (name: String, layer: any Layer) = ("dropout", Dropout(probability, seed: seed))
    return Network(self, layers: Sequential(below.layers + [dropout] + above.layers))
  }
}
