import Autograd
import Imaging

/// Some photographs of a collection, and what they were before they were brought to one size.
public struct PhotoSample: Sendable {
  /// An upright photograph as its file has it.
  public struct Original: Sendable, Hashable {
    /// Columns, rows, and channels: 1 of a grey picture, or 3.
    public let width, height, channels: Int

    init(_ size: (width: Int, height: Int, channels: Int)) { (width, height, channels) = size }
  }

  /// The photographs at one size.
  public let pictures: TestSet
  /// The size of each before that.
  public let originals: [Original]
}

extension PhotoCollection {
  /// Draws up to `count` photographs of each class by chance, out of those that no test is kept for.
  /// - Throws: one line if a class has no photograph that can be read.
  public func sample(
    _ preprocessing: Preprocessing, perClass count: Int, using random: inout RandomSource
  ) throws(PhotoCollectionError) -> PhotoSample {
    let shuffled = photos.map { $0.shuffled(using: &random) }
    let draw = try draw(from: shuffled, limits: shuffled.map { _ in count }, preprocessing)
    let places = classNames.indices.flatMap { draw.places(of: $0) }
    return PhotoSample(
      pictures: set(of: places, draw, preprocessing), originals: places.compactMap { draw.originals[$0] })
  }
}
