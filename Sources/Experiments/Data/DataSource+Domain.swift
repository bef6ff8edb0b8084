import Autograd
import Datasets
import Imaging
import ModelZoo
import NeuralNetworks
import TransferLearning

extension DataSource {
  /// The domain that the pictures are a sample of, seen through about `count` of them, as many of each class as can be, and
  /// the files that could not be read.
  /// - Throws: one line if a class has no picture that can be read.
  public func domain(
    seenBy network: Network, count: Int, random: inout RandomSource
  ) throws -> (domain: Domain, skipped: [SkippedPhoto]) {
    let base = FrozenBase(of: network)
    switch pictures {
    case .world(let world):
      let domain = Domain(argument, world.testSet(count: count, size: network.inputSize), seenBy: base)
      _ = try network.finite(domain.features, of: argument)
      return (domain, [])
    case .photos(let photos):
      let share = max(1, count / photos.classNames.count)
      let sample = try photos.sample(network.preprocessing, perClass: share, using: &random)
      guard sample.pictures.count > 1 else {
        throw DataSourceError(description: "\(argument) has one picture only: a comparison needs two or more")
      }
      let domain = Domain(argument, sample.pictures, space: .init(of: sample.originals), seenBy: base)
      try sample.pictures.checkNoneLost()
      _ = try network.finite(domain.features, of: argument)
      return (domain, sample.pictures.skipped)
    }
  }
}

extension Domain.PictureSpace {
  /// The space that some pictures lie in.
  package init(of pictures: [PhotoSample.Original]) {
    let (widths, heights) = (Set(pictures.map(\.width)), Set(pictures.map(\.height)))
    self.init(
      width: widths.count == 1 ? widths.first : nil, height: heights.count == 1 ? heights.first : nil,
      channels: pictures.map(\.channels).max() ?? 3)
  }
}
