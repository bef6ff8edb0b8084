import Autograd
import Datasets
import Foundation
import Imaging
import Notebook

/// The pictures of a lesson on a reader's own material: some to learn from, others to score by, which are never learnt from.
struct OwnPictures {
  /// What a reader calls them: a folder's own name, or a task and a style of the Menagerie.
  let name: String
  /// Pictures to learn from, of which each seed draws its own.
  let learning: TrainingSet
  /// Pictures to score by.
  let test: TestSet
  /// Whether they were painted, so that the names of their classes are known in both languages.
  let isPainted: Bool

  /// The names of the classes.
  var classNames: [ClassName] { learning.classNames }
  /// The names of the classes in both languages.
  var names: [Phrase] { classNames.map { Phrase($0) } }
  /// The fewest pictures to learn from that a class has.
  var perClass: Int { learning.fewestOfAClass }

  /// As many pictures of every class to learn from as are asked for, drawn by the seed; with more of them, the first stay.
  func few(_ count: Int, seed: UInt64) -> TrainingSet {
    learning.subset(order(seed)).perClass(count)
  }

  /// An order of the pictures to learn from, drawn by the seed.
  func order(_ seed: UInt64) -> [Int] {
    var random = RandomSource(seed: seed)
    return learning.labels.indices.shuffled(using: &random)
  }

  /// Numbers of pictures a class to compare, from few to `most`.
  static func sizes(upTo most: Int) -> [Int] {
    let sizes = [5, 20].filter { 2 * $0 <= most } + [most]
    return sizes.count > 1 ? sizes : [max(1, most / 4), most]
  }
}

/// Where the pictures of a lesson on own material lie, before they are read.
///
/// A folder may have its test pictures apart, in the sub-folders `train` and `test`, each with one folder for each class; of
/// any other a third is kept back.
struct OwnPictureSource {
  /// What a reader calls them.
  let name: String
  /// The names of all classes that are there.
  let allClassNames: [ClassName]
  /// The names of those that are wanted.
  var classNames: [ClassName] { kept.map { allClassNames[$0] } }
  private let kept: [Int]
  /// Whether the reader named two classes, of which the first may be meant to become the second.
  let hasChosenPair: Bool
  /// Whether they are painted.
  let isPainted: Bool
  private let learning: PictureSource
  private let scoring: PictureSource?

  /// The fewest pictures that a class must have.
  static let fewest = 6

  /// Finds out what a name stands for.
  /// - Throws: one line if there are no such pictures, or too few of a class.
  init(named name: String, classes: [String]) throws {
    let folder = URL(filePath: name, directoryHint: .isDirectory)
    let parts = ["train", "test"].map { folder.appending(path: $0).path }
    let isParted = parts.allSatisfy { FileManager.default.fileExists(atPath: $0) }
    learning = try PictureSource(named: isParted ? parts[0] : name, seed: 1)
    scoring = isParted ? try PictureSource(named: parts[1], seed: 1) : nil
    switch learning {
    case .world(let world):
      (self.name, isPainted, allClassNames) = (name, true, world.task.classNames)
    case .photos(let photos):
      (self.name, isPainted, allClassNames) = (folder.standardizedFileURL.lastPathComponent, false, photos.classNames)
    }
    hasChosenPair = classes.count == 2
    kept = try OwnPictureSource.places(of: classes, among: allClassNames, in: name)
    try check(name)
  }

  /// The places of the classes that are wanted, all of them where none is named.
  private static func places(of classes: [String], among all: [ClassName], in name: String) throws -> [Int] {
    if classes.isEmpty { return Array(all.indices) }
    return try classes.map { wanted in
      if let place = all.firstIndex(where: { $0.english == wanted }) { return place }
      let known = all.map(\.english).joined(separator: ", ")
      throw NotebookError(
        en: "--classes: \(name) has no class \(wanted); there are \(known)",
        id: "--classes: \(name) tidak memiliki kelas \(wanted); yang ada: \(known)")
    }
  }

  /// Refuses what no classes can be learnt from.
  private func check(_ name: String) throws {
    guard classNames.count > 1 else {
      throw NotebookError(
        en: "\(name): one class only, and nothing to tell it from; a lesson needs two or more, each in a sub-folder of its own",
        id: "\(name): hanya satu kelas, tak ada pembandingnya; pelajaran perlu dua kelas atau lebih, masing-masing satu subfolder")
    }
    guard case .photos(let photos) = learning else { return }
    for place in kept where photos.files[place].count < OwnPictureSource.fewest {
      let (className, count) = (allClassNames[place], photos.files[place].count)
      let fewest = OwnPictureSource.fewest
      throw NotebookError(
        en: "\(name): too few pictures of \(className.english), \(count); a class needs \(fewest) or more",
        id: "\(name): gambar \(className.english) terlalu sedikit, \(count); satu kelas perlu paling sedikit \(fewest)")
    }
    if case .photos(let tests) = scoring, tests.classNames != photos.classNames {
      throw NotebookError(
        en: "\(name): train and test have different classes; give both the same sub-folders",
        id: "\(name): kelas di train dan test berbeda; beri keduanya subfolder yang sama")
    }
  }

  /// Reads the pictures as squares of `size` pixels: of each class at most so many to learn from, and half as many to score.
  func read(size: Int, perClass most: Int) throws -> OwnPictures {
    let tests = max(1, most / 2)
    let (learning, test) = try sets(size, most, tests)
    return OwnPictures(
      name: name, learning: learning.restricted(toLabels: kept),
      test: test.restricted(toLabels: kept).perClass(tests), isPainted: isPainted)
  }

  private func sets(_ size: Int, _ most: Int, _ tests: Int) throws -> (TrainingSet, TestSet) {
    switch (learning, scoring) {
    case (.world(let world), _):
      let turns = world.task.classes.map(\.share).reduce(0, +)
      return (world.trainingSet(count: most * turns, size: size), world.testSet(count: tests * turns, size: size))
    case (.photos(let photos), .photos(let others)?):
      let learning = try photos.testSet(size: size).given(to: Learning.self)
      return (learning.perClass(most), try others.testSet(size: size))
    case (.photos(let photos), _):
      let (learning, kept) = try photos.split(size: size, validationShare: 1 / 3, perClass: most + tests, seed: 1)
      return (learning, kept.given(to: Scoring.self))
    }
  }
}

extension PictureSet {
  /// How many pictures the class has that has the fewest.
  var fewestOfAClass: Int {
    classNames.indices.map { label in labels.count { $0 == label } }.min() ?? 0
  }
}
