import Autograd
import Datasets
import NeuralNetworks
import Notebook
import TransferLearning

/// What two pictures are alike in: the cosine of their pixels, or of a network's features.
enum Similarity: String, CaseIterable, StudyKey {
  case pixels, features
}

/// Labelled pictures among which those most like another one are looked for.
struct NeighbourIndex {
  let pictures: TrainingSet
  private let base: FrozenBase
  private let byPixels, byFeatures: SimilaritySearch

  /// An index of pictures, whose features are those of a frozen base.
  init(_ pictures: TrainingSet, seenBy base: FrozenBase) {
    self.pictures = pictures
    self.base = base
    byPixels = SimilaritySearch(among: pictures.inputs - 0.5)
    byFeatures = SimilaritySearch(among: base.features(of: pictures).features)
  }

  /// The places of the pictures that are most like each query `[N, H, W, 3]`, the nearest first.
  func nearest(to queries: Tensor, by similarity: Similarity, count: Int) -> [[Int]] {
    let neighbours =
      switch similarity {
      case .pixels: byPixels(of: queries - 0.5, count: count)
      case .features: byFeatures(of: base(queries), count: count)
      }
    return neighbours.map { $0.map(\.index) }
  }

  /// The share of queries whose nearest picture has their own label, in [0, 1].
  func hits(of queries: TestSet, by similarity: Similarity) -> Float {
    let right = queries.batches(of: queries.batchSize(atMost: 160)).map { batch in
      zip(nearest(to: batch.inputs, by: similarity, count: 1), batch.labels).count { pictures.labels[$0[0]] == $1 }
    }
    return Float(right.reduce(0, +)) / Float(queries.count)
  }
}
