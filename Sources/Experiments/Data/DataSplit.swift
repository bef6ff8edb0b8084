import Autograd
import Datasets
import NeuralNetworks
import Notebook

/// Pictures of a source in two parts: some to learn from, others that are held out, to choose settings or to score by.
public struct DataSplit<Held: SetRole>: Sendable {
  /// Where they come from.
  public let source: DataSource
  /// Pictures to learn from.
  public let training: TrainingSet
  /// Pictures that are never learnt from.
  public let heldOut: PictureSet<Held>

  /// What they are called: a folder's own name, or a task and a style.
  public var name: String { source.name }
  /// The names of the classes.
  public var classNames: [ClassName] { training.classNames }
  /// The names of the classes in both languages.
  package var names: [Phrase] { classNames.map { Phrase($0) } }

  /// Makes sure that all pictures could be read whenever they were asked for.
  /// - Throws: one line if a file could not be read any more after the sets were made.
  package func checkNoneLost() throws {
    try training.checkNoneLost()
    try heldOut.checkNoneLost()
  }
}

extension DataSplit<Choosing> {
  /// Pictures to choose by.
  public var validation: ValidationSet { heldOut }
  /// The files that could not be read and are in neither set.
  public var skipped: [SkippedPhoto] { training.skipped }
}

extension DataSplit<Scoring> {
  /// Pictures to score by.
  package var test: TestSet { heldOut }
  /// The files that could not be read, of both sets.
  package var skipped: [SkippedPhoto] { training.skipped + test.skipped }
  /// The fewest pictures to learn from that a class has.
  package var perClass: Int { classNames.indices.map { label in training.labels.count { $0 == label } }.min() ?? 0 }

  /// As many pictures of every class to learn from as are asked for, drawn by the seed; with more of them, the first stay.
  package func few(_ count: Int, seed: UInt64) -> TrainingSet {
    training.subset(order(seed)).perClass(count)
  }

  /// An order of the pictures to learn from, drawn by the seed.
  package func order(_ seed: UInt64) -> [Int] {
    var random = RandomSource(seed: seed)
    return training.labels.indices.shuffled(using: &random)
  }

  /// Numbers of pictures a class to compare, from few to all.
  package var sizes: [Int] { Self.sizes(upTo: perClass) }

  /// Numbers of pictures a class to compare, from few to `most`.
  package static func sizes(upTo most: Int) -> [Int] {
    let sizes = [5, 20].filter { 2 * $0 <= most } + [most]
    return sizes.count > 1 ? sizes : [max(1, most / 4), most]
  }
}
