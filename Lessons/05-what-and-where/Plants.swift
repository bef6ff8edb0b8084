import Autograd
import NeuralNetworks
import Notebook
import TransferLearning

/// Maps into which noise was planted, of which nothing can be learnt.
struct Plants {
  /// The source's maps with a channel of noise behind those of the last layer, and a layer of noise behind the last.
  let maps: SourceMaps<Learning>
  /// The place of the layer with the channel of noise, and of the layer that is all noise.
  var channelLayer: Int { maps.layers.count - 2 }
  var noiseLayer: Int { maps.layers.count - 1 }

  /// Plants noise of mean 0 and variance 1, as the source's channels have them: by its size it cannot be told from these.
  init(in maps: SourceMaps<Learning>, seed: UInt64) {
    var random = RandomSource(seed: seed, stream: 2)
    var layers = maps.layers
    let (first, last) = (layers[0], layers[layers.count - 1])
    let channel = Tensor.normal(shape: Array(last.features.shape.dropLast()) + [1], random: &random)
    layers[layers.count - 1] = FeatureSet(
      features: Tensor.concatenated([last.features, channel], along: 3), labels: last.labels)
    layers.append(FeatureSet(features: .normal(shape: first.features.shape, random: &random), labels: first.labels))
    self.maps = SourceMaps(layers)
  }
}

/// What learnt weights make of the plants.
struct PlantedWeights {
  /// λ of each pair of layers.
  let pairs: [LayerPair: Float]
  /// How many times an equal share each channel of the layer with the planted one weighs; the planted one is the last.
  let channels: [Float]
  private let noiseLayer: Int

  init(of target: HeldTarget, on plants: Plants) {
    pairs = target.pairWeights(on: plants.maps)
    channels = target.channelShares(of: plants.channelLayer, on: plants.maps)
    noiseLayer = plants.noiseLayer
  }

  /// The mean λ of the layer of noise, and that of the source's deepest layer.
  var plantedLayer: Float { mean(ofLayer: noiseLayer) }
  var deepestLayer: Float { mean(ofLayer: noiseLayer - 1) }
  /// What the planted channel weighs, in equal shares, and the share of the real channels that weigh less.
  var plantedChannel: Float { channels[channels.count - 1] }
  var shareBelowPlanted: Float { channels.dropLast().share { $0 < plantedChannel } }

  private func mean(ofLayer layer: Int) -> Float { pairs.filter { $0.key.source == layer }.map(\.value).mean }
}
