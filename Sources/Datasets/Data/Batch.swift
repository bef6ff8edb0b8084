import Autograd
import Imaging

/// Some pictures at once, ready to become a tensor.
public struct Batch: Sendable {
  /// Values in [0, 1], `[count, height, width, channels]`.
  public let pixels: [Float]
  /// `[count, height, width, channels]`.
  public let shape: [Int]
  /// The label of each picture.
  public let labels: [Int]
  /// Where each picture stands in its set.
  public let indices: [Int]

  /// Number of pictures.
  public var count: Int { labels.count }
}

/// The batches of one pass over a set, made one by one as they are asked for.
public struct Batches<Role: SetRole>: Sequence, IteratorProtocol {
  private let set: PictureSet<Role>
  private let order: [Int]
  private let size: Int
  private let augmentation: (any Augmentation)?
  private var random: RandomSource
  private var position = 0

  fileprivate init(
    _ set: PictureSet<Role>, order: [Int], size: Int, augmentation: (any Augmentation)?, random: RandomSource
  ) {
    precondition(size > 0, "a batch holds at least one picture, not \(size)")
    self.set = set
    self.order = order
    self.size = size
    self.augmentation = augmentation
    self.random = random
  }

  /// How many batches a whole pass has.
  public var underestimatedCount: Int { (order.count - position + size - 1) / size }

  /// The next batch, of which the last may be smaller, or nil after it.
  public mutating func next() -> Batch? {
    guard position < order.count else { return nil }
    let chosen = Array(order[position..<Swift.min(position + size, order.count)])
    position += chosen.count
    let batch = set.batch(chosen)
    guard let augmentation else { return batch }
    let values = set.valuesPerPicture
    var pixels: [Float] = []
    pixels.reserveCapacity(chosen.count * values)
    for start in stride(from: 0, to: chosen.count * values, by: values) {
      let picture = Image(
        width: set.size, height: set.size, channels: set.channels, pixels: Array(batch.pixels[start..<start + values]))
      pixels += augmentation.apply(to: picture, using: &random).pixels
    }
    return Batch(pixels: pixels, shape: batch.shape, labels: batch.labels, indices: chosen)
  }
}

extension PictureSet {
  /// The pictures at some indices as one batch.
  public func batch(_ indices: [Int]) -> Batch {
    let bytes = bytes(of: indices)
    let pixels = [Float](unsafeUninitializedCapacity: bytes.count) { buffer, initialised in
      for (place, byte) in bytes.enumerated() { buffer[place] = Float(byte) / 255 }
      initialised = bytes.count
    }
    return Batch(
      pixels: pixels, shape: [indices.count, size, size, channels], labels: indices.map { labels[$0] },
      indices: indices)
  }

  /// The whole set in its own order, `size` pictures at a time.
  public func batches(of size: Int) -> Batches<Role> {
    Batches(self, order: Array(labels.indices), size: size, augmentation: nil, random: RandomSource(seed: 0))
  }
}

extension TrainingSet {
  /// One epoch in an order that follows from the seed and the epoch, each picture varied by the augmentation if any.
  public func shuffledBatches(
    of size: Int, seed: UInt64, epoch: Int = 0, augmentation: (any Augmentation)? = nil
  ) -> Batches<Learning> {
    var random = RandomSource(seed: seed, stream: UInt64(epoch))
    var order = Array(labels.indices)
    order.shuffle(using: &random)
    return Batches(self, order: order, size: size, augmentation: augmentation, random: random)
  }
}
