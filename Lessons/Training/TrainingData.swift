import Datasets
import Foundation

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

  /// Finds the pictures that a reader names, as squares of `size` pixels; of each class, at most about `limit`.
  ///
  /// A folder is parted by the seed; of a task of the Menagerie, both sets are those of the seed's world.
  /// - Throws: one line if there are no such pictures, or not enough to learn classes from.
  public init(named name: String, perClass limit: Int, size: Int, seed: UInt16) throws {
    switch try PictureSource(named: name, seed: seed) {
    case .world(let world):
      let classes = world.task.classes.count
      let count = max(classes, classes * limit / 5)
      self.name = name
      training = world.trainingSet(count: classes * limit - count, size: size)
      validation = world.validationSet(count: count, size: size)
    case .photos(let folder):
      try TrainingData.check(folder)
      self.name = folder.url.standardizedFileURL.lastPathComponent
      (training, validation) = try folder.split(size: size, perClass: limit, seed: UInt64(seed))
    }
  }

  /// Refuses folders that no classes can be learnt from, or whose classes a network's file could not name.
  private static func check(_ folder: PhotoFolder) throws {
    func refuse(_ place: String, _ reason: String) -> PictureSourceError {
      PictureSourceError(description: "\(folder.url.appending(path: place).path): \(reason)")
    }
    let names = folder.classNames.map(\.english)
    guard names.count > 1 else {
      throw refuse(
        "", "one class only, \(names[0]), and nothing to tell it from; add a sub-folder for each other class")
    }
    for (name, files) in zip(names, folder.files) {
      guard files.count > 1 else {
        throw refuse(name, "one picture only; a class needs two or more, one to learn from and one to check by")
      }
      guard !name.contains(",") else {
        throw refuse(name, "a comma in a class's name parts names in a network's file; rename the sub-folder")
      }
    }
  }
}
