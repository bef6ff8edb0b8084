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
  public func pooledFeatures<Pictures: LabelledPictures>(
    of layers: [String], for set: Pictures, batch size: Int? = nil
  ) -> [String: FeatureSet<Pictures.Role>] {
    let count = set.labels.count
    let size = size ?? set.batchSize(atMost: 32)
    precondition(count > 0 && size > 0, "no features of \(count) pictures, \(size) at a time")
    let batches = stride(from: 0, to: count, by: size).map { start in
      pooledOutputs(of: layers, for: set.pictures(start..<min(start + size, count)))
    }
    return layers.reduce(into: [:]) { features, layer in
      features[layer] = FeatureSet(
        features: Tensor.concatenated(batches.compactMap { $0[layer] }), labels: set.labels)
    }
  }
}
