import Autograd
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// A small network, and what holds it to a source; nothing where it learns alone.
struct HeldTarget {
  let network: Network
  let matcher: FeatureMatcher?
  /// The layers that are held.
  let layers: [String]

  /// The network's maps of pictures behind r, and the source's, for a pair of layers.
  func maps<Role>(of pair: Int, for pictures: Tensor, source: SourceMaps<Role>) -> (projected: Tensor, wanted: Tensor)?
  {
    let outputs = network.whileFrozen { network.outputs(of: layers, for: pictures) }
    return matcher?.maps(
      of: pair, target: layers.compactMap { outputs[$0] }, source: source.layers.map(\.features))
  }

  /// How far the maps are from the source's on the average: squared, over all places, channels, pictures and pairs.
  func distance<Role>(for pictures: Tensor, source: SourceMaps<Role>) -> Float {
    let distances = (matcher?.pairs ?? []).indices.compactMap { pair in
      maps(of: pair, for: pictures, source: source).map { ($0.projected - $0.wanted).square().mean().item }
    }
    return distances.mean
  }

  /// λ of each pair of layers, averaged over the pictures of some source maps.
  func pairWeights(on maps: SourceMaps<Learning>) -> [LayerPair: Float] {
    guard let matcher else { return [:] }
    let weights = matcher.pairs.enumerated().map { index, pair in
      (pair, matcher.weights.ofPair(index, pooled: maps.pooled(pair.source)).mean().item)
    }
    return Dictionary(uniqueKeysWithValues: weights)
  }

  /// How many times an equal share each channel of a source layer weighs, averaged over pictures and over the pairs of the layer.
  func channelShares(of layer: Int, on maps: SourceMaps<Learning>) -> [Float] {
    guard let matcher else { return [] }
    let places = matcher.pairs.indices.filter { matcher.pairs[$0].source == layer }
    let weights = places.map { matcher.weights.ofChannels($0, pooled: maps.pooled(layer)).mean(along: [0]) }
    let sum = weights.dropFirst().reduce(weights[0], +)
    return (sum * (Float(sum.count) / Float(places.count))).values
  }
}

extension SourceMaps {
  /// The maps of a layer, each channel averaged over its places.
  fileprivate func pooled(_ layer: Int) -> Tensor { layers[layer].features.globalAveragePooled() }
}
