import Datasets
import Foundation
import Imaging

/// Pictures that a network is trained on: some to learn from, others to choose by.
///
/// Those of a test set are not touched.
public struct TrainingData {
  /// What a reader calls it: a folder's own name, or a task and a style.
  public let name: String
  /// Pictures to learn from.
  public let training: TrainingSet
  /// Pictures to choose by, about a fifth of all.
  public let validation: ValidationSet

  /// The names of the classes.
  public var classNames: [ClassName] { training.classNames }

  /// The files that could not be read and are in neither set.
  public var skipped: [SkippedPhoto] { training.skipped }

  /// Finds the pictures that a reader names, brought to size by `preprocessing`; of each class, at most about `limit`.
  ///
  /// A folder is parted by the seed, without what its data set keeps for a test; of a task of the Menagerie, both sets are
  /// those of the seed's world. Without `classes`, all are taken. `report` is told how many files have been looked at.
  /// - Throws: one line if there are no such pictures, or not enough to learn classes from.
  public init(
    named name: String, classes: [String] = [], perClass limit: Int, _ preprocessing: Preprocessing, seed: UInt16,
    report: (_ done: Int, _ count: Int) -> Void = { _, _ in }
  ) throws {
    switch try PictureSource(named: name, classes: classes, seed: seed) {
    case .world(let world):
      let classes = world.task.classes.count
      let count = max(classes, classes * limit / 5)
      self.name = name
      training = world.trainingSet(count: classes * limit - count, size: preprocessing.side)
      validation = world.validationSet(count: count, size: preprocessing.side)
    case .photos(let photos):
      try TrainingData.checkClasses(of: photos)
      self.name = photos.url.standardizedFileURL.lastPathComponent
      (training, validation) = try photos.split(preprocessing, perClass: limit, seed: UInt64(seed), report: report)
      try TrainingData.check(validation, of: photos)
    }
  }

  /// Refuses collections that are of one class.
  private static func checkClasses(of photos: PhotoCollection) throws {
    let names = photos.classNames.map(\.english)
    guard names.count > 1 else {
      throw PictureSourceError(
        description: "\(photos.url.path): one class only, \(names[0]), and nothing to tell it from; add another")
    }
  }

  /// Refuses sets in which a class has nothing to choose by.
  private static func check(_ validation: ValidationSet, of photos: PhotoCollection) throws {
    let present = Set(validation.labels)
    for (label, name) in photos.classNames.enumerated() where !present.contains(label) {
      throw PictureSourceError(
        description:
          "\(photos.url.path): one picture only of the class \(name.english) that can be read; a class needs "
          + "two or more, one to learn from and one to check by")
    }
  }
}
