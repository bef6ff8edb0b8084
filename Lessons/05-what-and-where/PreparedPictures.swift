import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import TransferLearning

/// A few pictures in all their versions, and what a source makes of them.
struct PreparedPictures {
  let few: FewPictures
  let pictures: FeatureSet<Learning>
  let maps: SourceMaps<Learning>

  var classes: [String] { few.training.classNames.map(\.english) }

  init(_ few: FewPictures, for training: TargetTraining) {
    self.few = few
    pictures = training.pictures(few)
    maps = training.maps(of: pictures)
  }

  /// A small network that has learnt from them, held to their maps or to others.
  func trained(
    _ way: MatchingWay, by training: TargetTraining, like others: SourceMaps<Learning>? = nil
  ) throws -> HeldTarget {
    try training.trained(way, on: pictures, like: others ?? maps, classes: classes, seed: few.seed)
  }

  /// Maps for the same pictures from another source: the same layers with random weights.
  func maps(from other: MapSource, for training: TargetTraining) -> SourceMaps<Learning> {
    guard other == .untrained else { return maps }
    var random = RandomSource(seed: few.seed, stream: 2)
    return SourceMaps(of: training.source.untrained(random: &random), layers: training.sourceLayers, for: pictures)
  }
}
