import Autograd
import Imaging
import NeuralNetworks

/// Pictures that weights may be learnt from.
public typealias TrainingSet = PictureSet<Learning>
/// Pictures that settings may be chosen by.
public typealias ValidationSet = PictureSet<Choosing>
/// Pictures that are scored once, and never chosen by.
public typealias TestSet = PictureSet<Scoring>

/// Labelled pictures of one size, for one use: training, validation and test sets are different types.
///
/// A function that chooses a setting takes a `ValidationSet`, one that reports a score takes a `TestSet`; the compiler
/// refuses the wrong one. Pictures are kept as bytes, one per value; a picture or a batch has them in [0, 1]. Photographs
/// that would take more than 256 MB in all are not kept, but decoded whenever they are asked for.
public struct PictureSet<Role: SetRole>: LabelledSet, Sendable {
  /// The names of the classes; a label is an index into them.
  public let classNames: [ClassName]
  /// The label of each picture.
  public let labels: [Int]
  /// Side of the pictures in pixels.
  public let size: Int
  /// Values per pixel: 1 or 3.
  public let channels: Int
  /// Files that were to be in the set and could not be read.
  public let skipped: [SkippedPhoto]
  /// Where their values are.
  let store: PictureStore

  /// A set from the bytes of its pictures, `[labels.count, size, size, channels]`.
  init(classNames: [ClassName], labels: [Int], size: Int, channels: Int = 3, bytes: [UInt8]) {
    precondition(
      bytes.count == labels.count * size * size * channels,
      "\(labels.count) pictures of \(size)x\(size)x\(channels) need \(labels.count * size * size * channels) bytes, "
        + "not \(bytes.count)")
    self.init(
      classNames: classNames, labels: labels, size: size, channels: channels,
      store: .memory(bytes, places: Array(labels.indices)), skipped: [])
  }

  init(
    classNames: [ClassName], labels: [Int], size: Int, channels: Int = 3, store: PictureStore, skipped: [SkippedPhoto]
  ) {
    self.classNames = classNames
    self.labels = labels
    self.size = size
    self.channels = channels
    self.store = store
    self.skipped = skipped
  }

  /// Files that could be read when the set was made and not any more later, so that grey stood for their pictures.
  ///
  /// What was computed from the set is not to be believed if there are any.
  public var lost: [SkippedPhoto] {
    if case .files(_, _, let lost) = store { lost.all } else { [] }
  }

  /// Values of one picture.
  var valuesPerPicture: Int { size * size * channels }

  /// The values of the pictures at some indices, `[indices.count, size, size, channels]`, in steps of 1/255.
  func bytes(of indices: [Int]) -> [UInt8] { store.bytes(of: indices, valuesPerPicture: valuesPerPicture) }

  /// One picture.
  public subscript(index: Int) -> Image {
    Image(width: size, height: size, channels: channels, pixels: bytes(of: [index]).map { Float($0) / 255 })
  }

  /// The pictures at some indices, in that order, for the same use.
  public func subset(_ indices: some Sequence<Int>) -> PictureSet {
    let indices = Array(indices)
    return PictureSet(
      classNames: classNames, labels: indices.map { labels[$0] }, size: size, channels: channels,
      store: store.subset(indices, valuesPerPicture: valuesPerPicture), skipped: skipped)
  }

  /// The pictures at some indices, in that order, `[indices.count, size, size, channels]` in [0, 1].
  public func inputs(at indices: some Collection<Int>) -> Tensor {
    let bytes = bytes(of: Array(indices))
    return Tensor(shape: [indices.count, size, size, channels]) { values in
      for (place, byte) in bytes.enumerated() { values[place] = Float(byte) / 255 }
    }
  }
}
