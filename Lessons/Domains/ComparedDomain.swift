import Autograd
import Datasets
import Imaging
import ModelZoo
import NeuralNetworks
import TransferLearning

/// A domain that a reader names: a task and a style of the Menagerie, such as `menagerie:sketch`, or a folder of
/// photographs with one sub-folder for each class.
public struct ComparedDomain {
  private let name: String
  private let source: PictureSource

  /// Finds out what the name stands for; a task's name alone stands for its photos.
  ///
  /// Pictures of the Menagerie come from the world of `seed`.
  /// - Throws: one line if there is no such folder, task or style.
  public init(_ name: String, seed: UInt16) throws {
    self.name = name
    source = try PictureSource(named: name, seed: seed)
  }

  /// The domain, seen through about `count` pictures, as many of each class as can be.
  /// - Throws: one line if a picture cannot be read.
  public func domain(seenBy network: Network, count: Int, random: inout RandomSource) throws -> Domain {
    let base = FrozenBase(of: network)
    switch source {
    case .world(let world):
      return Domain(name, world.testSet(count: count, size: network.inputSize), seenBy: base)
    case .photos(let folder):
      return try domain(of: folder, seenBy: base, size: network.inputSize, count: count, random: &random)
    }
  }

  private func domain(
    of folder: PhotoFolder, seenBy base: FrozenBase, size: Int, count: Int, random: inout RandomSource
  ) throws -> Domain {
    let share = max(1, count / folder.files.count)
    var pictures: [Image] = []
    var labels: [Int] = []
    for (label, files) in folder.files.enumerated() {
      let chosen = files.shuffled(using: &random).prefix(share)
      pictures += try chosen.map { try Image(contentsOf: $0) }
      labels += chosen.map { _ in label }
    }
    guard pictures.count > 1 else {
      throw PictureSourceError(description: "\(name) has one picture only: a comparison needs two or more")
    }
    return Domain(
      name: name, space: .init(of: pictures), classes: folder.classNames.map(\.english),
      features: base.features(ofPictures: Tensor(pictures.map { $0.withChannels(3).square(size) })), labels: labels)
  }
}

extension Domain.PictureSpace {
  /// The space that some pictures lie in.
  init(of pictures: [Image]) {
    let (widths, heights) = (Set(pictures.map(\.width)), Set(pictures.map(\.height)))
    self.init(
      width: widths.count == 1 ? widths.first : nil, height: heights.count == 1 ? heights.first : nil,
      channels: pictures.map(\.channels).max() ?? 3)
  }
}
