import Autograd
import Datasets
import Imaging
import ModelZoo
import NeuralNetworks
import TransferLearning

/// A domain that a reader names: a task and a style of the Menagerie, such as `menagerie:sketch`, or a folder of
/// photographs.
public struct ComparedDomain {
  private let name: String
  private let source: PictureSource

  /// Finds out what the name stands for; a task's name alone stands for its photos, no classes for all of them.
  ///
  /// Pictures of the Menagerie come from the world of `seed`.
  /// - Throws: one line if there is no such folder, task, style or class.
  public init(_ name: String, classes: [String] = [], seed: UInt16) throws {
    self.name = name
    source = try PictureSource(named: name, classes: classes, seed: seed)
  }

  /// The domain, seen through about `count` pictures, as many of each class as can be, and the files that could not be
  /// read.
  /// - Throws: one line if a class has no picture that can be read.
  public func domain(
    seenBy network: Network, count: Int, random: inout RandomSource
  ) throws -> (domain: Domain, skipped: [SkippedPhoto]) {
    let base = FrozenBase(of: network)
    switch source {
    case .world(let world):
      return (Domain(name, world.testSet(count: count, size: network.inputSize), seenBy: base), [])
    case .photos(let photos):
      let share = max(1, count / photos.classNames.count)
      let sample = try photos.sample(network.preprocessing, perClass: share, using: &random)
      guard sample.pictures.count > 1 else {
        throw PictureSourceError(description: "\(name) has one picture only: a comparison needs two or more")
      }
      let domain = Domain(name, sample.pictures, space: .init(of: sample.originals), seenBy: base)
      try sample.pictures.checkNoneLost()
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
