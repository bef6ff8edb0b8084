import Autograd
import ModelZoo
import NeuralNetworks

extension Network {
  /// What the named layers make of pictures, each channel averaged over its places: `[N, C]` for every layer.
  public func pooledOutputs(of layers: [String], for pictures: Tensor) -> [String: Tensor] {
    let outputs = whileFrozen { self.outputs(of: layers, for: pictures) }
    return outputs.mapValues { $0.shape.count == 4 ? $0.globalAveragePooled() : $0 }
  }

  /// The pooled features of all pictures of a set, for every one of the named layers, in one pass.
  ///
  /// ```swift
  /// let features = network.pooledFeatures(of: ["features.2", "features.23"], for: test)
  /// features["features.23"]?.width   // 128
  /// ```
  public func pooledFeatures<Source: LabelledSet>(
    of layers: [String], for set: Source, batch size: Int? = nil
  ) -> [String: FeatureSet<Source.Role>] {
    let size = size ?? set.batchSize(atMost: 32)
    precondition(set.count > 0 && size > 0, "no features of \(set.count) pictures, \(size) at a time")
    let batches = set.batches(of: size).map { pooledOutputs(of: layers, for: $0.inputs) }
    return layers.reduce(into: [:]) { features, layer in
      features[layer] = FeatureSet(
        features: Tensor.concatenated(batches.compactMap { $0[layer] }), labels: set.labels)
    }
  }
}
