import Autograd
import Datasets
import Foundation
import Imaging
import Notebook

/// Where the pictures of a lesson on own material lie, before they are read.
///
/// Where a data set keeps pictures for a test, those are scored; so are those of the sub-folder `test` of a folder that has it
/// beside `train`, each with one folder for each class. Of any other folder a third is kept back.
package struct OwnPictureSource {
  /// What a reader calls them.
  package let name: String
  /// The names of all classes that are there.
  package let allClassNames: [ClassName]
  /// The names of those that are wanted.
  package let classNames: [ClassName]
  /// Whether they are painted.
  package let isPainted: Bool
  /// Whether the reader named two classes, of which the first may be meant to become the second.
  package let hasChosenPair: Bool
  private let learning: PictureSource
  private let scoring: PictureSource?

  /// The fewest pictures that a class must have.
  package static let fewest = 6

  /// Finds out what a name stands for.
  /// - Throws: one line if there are no such pictures or classes, or too few.
  package init(named name: String, classes: [String]) throws {
    let folder = URL(filePath: name, directoryHint: .isDirectory)
    let parts = ["train", "test"].map { folder.appending(path: $0, directoryHint: .isDirectory).path }
    let isParted = parts.allSatisfy { FileManager.default.fileExists(atPath: $0) }
    let place = isParted ? parts[0] : name
    allClassNames = try PictureSource(named: place, seed: 1).classNames
    learning = try PictureSource(named: place, classes: classes, seed: 1)
    scoring = isParted ? try PictureSource(named: parts[1], classes: classes, seed: 1) : nil
    classNames = learning.classNames
    hasChosenPair = classes.count == 2
    if case .world = learning { isPainted = true } else { isPainted = false }
    self.name = isPainted ? name : folder.standardizedFileURL.lastPathComponent
    try check(name)
  }

  /// Refuses what no classes can be learnt from.
  private func check(_ name: String) throws {
    guard classNames.count > 1 else {
      throw NotebookError(
        en:
          "\(name): one class only, \(classNames[0].english), and nothing to tell it from; a lesson needs two or more",
        id:
          "\(name): hanya satu kelas, \(classNames[0].english), tanpa pembanding; pelajaran perlu dua kelas atau lebih")
    }
    guard case .photos(let photos) = learning else { return }
    for (className, files) in zip(classNames, photos.photos) where files.count < OwnPictureSource.fewest {
      let (count, fewest) = (files.count, OwnPictureSource.fewest)
      throw NotebookError(
        en: "\(name): too few pictures of \(className.english), \(count); a class needs \(fewest) or more",
        id: "\(name): gambar \(className.english) terlalu sedikit, \(count); satu kelas perlu paling sedikit \(fewest)")
    }
    if let scoring, scoring.classNames != classNames {
      throw NotebookError(
        en: "\(name): train and test have different classes; give both the same sub-folders",
        id: "\(name): kelas di train dan test berbeda; beri keduanya subfolder yang sama")
    }
  }

  /// Reads the pictures as a network takes them: of each class at most so many to learn from, and half as many to score, or
  /// ten.
  package func read(_ preprocessing: Preprocessing, perClass most: Int) throws -> OwnPictures {
    let tests = max(10, most / 2)
    let (learning, test) = try sets(preprocessing, most, tests)
    return OwnPictures(
      name: name, learning: learning.perClass(most), test: test.perClass(tests), isPainted: isPainted)
  }

  private func sets(_ preprocessing: Preprocessing, _ most: Int, _ tests: Int) throws -> (TrainingSet, TestSet) {
    switch (learning, scoring) {
    case (.world(let world), _):
      let (size, turns) = (preprocessing.side, world.task.classes.map(\.share).reduce(0, +))
      return (world.trainingSet(count: most * turns, size: size), world.testSet(count: tests * turns, size: size))
    case (.photos(let photos), .photos(let others)?):
      return (try photos.drawn(most, preprocessing), try others.testSet(preprocessing, perClass: tests))
    case (.photos(let photos), _) where photos.testPhotos != nil:
      return (try photos.drawn(most, preprocessing), try photos.testSet(preprocessing, perClass: tests))
    case (.photos(let photos), _):
      let areMany = photos.photos.allSatisfy { $0.count >= most + tests }
      let share = areMany ? Double(tests) / Double(most + tests) : 1 / 3
      let (learning, kept) = try photos.split(preprocessing, validationShare: share, perClass: most + tests, seed: 1)
      return (learning, kept.given(to: Scoring.self))
    }
  }
}

extension PhotoCollection {
  /// Pictures of each class to learn from, drawn by chance out of those that no test is kept for.
  fileprivate func drawn(_ count: Int, _ preprocessing: Preprocessing) throws -> TrainingSet {
    var random = RandomSource(seed: 1)
    return try sample(preprocessing, perClass: count, using: &random).pictures.given(to: Learning.self)
  }
}

extension PictureSource {
  /// The names of the classes.
  fileprivate var classNames: [ClassName] {
    switch self {
    case .world(let world): world.task.classNames
    case .photos(let photos): photos.classNames
    }
  }
}
