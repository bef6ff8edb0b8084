import Autograd
import Datasets
import Experiments
import NeuralNetworks
import TransferLearning

/// Labelled pictures among which those most like another one are looked for, by pixels or by a network's features.
struct Album {
  let pictures: TrainingSet
  private let base: FrozenBase
  private let byPixels, byFeatures: SimilaritySearch

  init(_ pictures: TrainingSet, seenBy base: FrozenBase) {
    self.pictures = pictures
    self.base = base
    byPixels = SimilaritySearch(among: pictures.inputs - 0.5)
    byFeatures = SimilaritySearch(among: base.features(of: pictures).features)
  }

  /// The places in the album of the pictures whose pixels are most like those of each query.
  func nearestByPixels(_ queries: Tensor, count: Int = 1) -> [[Int]] {
    byPixels(of: queries - 0.5, count: count).map { $0.map(\.index) }
  }

  /// The places in the album of the pictures whose features are most like those of each query.
  func nearestByFeatures(_ queries: Tensor, count: Int = 1) -> [[Int]] {
    byFeatures(of: base(queries), count: count).map { $0.map(\.index) }
  }

  /// The share of queries whose nearest picture has their own label, in [0, 1].
  func hits(_ nearest: [[Int]], _ labels: [Int]) -> Float {
    Float(zip(nearest, labels).count { pictures.labels[$0[0]] == $1 }) / Float(labels.count)
  }
}
