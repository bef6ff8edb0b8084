import Autograd
import Datasets
import Foundation
import Imaging
import Notebook

/// The pictures of a lesson on a reader's own material: some to learn from, others to score by, which are never learnt from.
package struct OwnPictures {
  /// What a reader calls them: a folder's own name, or a task and a style of the Menagerie.
  package let name: String
  /// Pictures to learn from, of which each seed draws its own.
  package let learning: TrainingSet
  /// Pictures to score by.
  package let test: TestSet
  /// Whether they were painted, so that the names of their classes are known in both languages.
  package let isPainted: Bool

  /// The names of the classes.
  package var classNames: [ClassName] { learning.classNames }
  /// The names of the classes in both languages.
  package var names: [Phrase] { classNames.map { Phrase($0) } }
  /// The fewest pictures to learn from that a class has.
  package var perClass: Int { learning.fewestOfAClass }

  /// As many pictures of every class to learn from as are asked for, drawn by the seed; with more of them, the first stay.
  package func few(_ count: Int, seed: UInt64) -> TrainingSet {
    learning.subset(order(seed)).perClass(count)
  }

  /// An order of the pictures to learn from, drawn by the seed.
  package func order(_ seed: UInt64) -> [Int] {
    var random = RandomSource(seed: seed)
    return learning.labels.indices.shuffled(using: &random)
  }

  /// Numbers of pictures a class to compare, from few to `most`.
  package static func sizes(upTo most: Int) -> [Int] {
    let sizes = [5, 20].filter { 2 * $0 <= most } + [most]
    return sizes.count > 1 ? sizes : [max(1, most / 4), most]
  }
}

extension PictureSet {
  /// How many pictures the class has that has the fewest.
  package var fewestOfAClass: Int {
    classNames.indices.map { label in labels.count { $0 == label } }.min() ?? 0
  }
}
