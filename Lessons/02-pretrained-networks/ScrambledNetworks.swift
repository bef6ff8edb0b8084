import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning
import Visualization

/// A network whose layers get random weights, from the head downwards, to see what is left of its heat (Adebayo et al., 2018).
struct ScrambledNetworks {
  private let network: Network
  private let mosaics: Mosaics
  private let seed: UInt64
  private let original: Heat

  init(_ network: Network, on mosaics: Mosaics, seed: UInt64) {
    self.network = network
    self.mosaics = mosaics
    self.seed = seed
    original = ScrambledNetworks.heat(of: network, on: mosaics)
  }

  /// With so many layer groups random: how like the original's the maps are, as the rank correlation of their places, and the
  /// share of questions where the hottest place lies in the right quarter.
  func outcome(ofRandomGroups count: Int) -> (likeness: Float, hits: Float) {
    // A stream of its own: the network began its training from what its own seed gives, and still resembles that.
    var random = RandomSource(seed: seed, stream: 1)
    let heat = Self.heat(of: network.withRandomTop(count, random: &random), on: mosaics)
    let likeness = mosaics.labels.indices.map {
      RankCorrelation.coefficient(of: original.map(of: $0), heat.map(of: $0))
    }
    let side = mosaics.pictures.shape[1]
    return (likeness.mean, mosaics.hits(of: Heat(heat.values.resized(height: side, width: side))))
  }

  /// Grad-CAM at the size of the layer's maps.
  private static func heat(of network: Network, on mosaics: Mosaics) -> Heat {
    Heat(network.gradCAM(of: mosaics.pictures, for: mosaics.labels, layer: network.lastMapLayer))
  }
}

extension Network {
  /// The same network with random weights in its uppermost layer groups, so many of them.
  fileprivate func withRandomTop(_ count: Int, random: inout RandomSource) -> Network {
    let scrambled = untrained(random: &random)
    for (own, other) in zip(layerGroups, scrambled.layerGroups).dropLast(count) {
      for (learnt, drawn) in zip(own.state, other.state) { drawn.set(learnt.value.detached()) }
    }
    return scrambled
  }
}
