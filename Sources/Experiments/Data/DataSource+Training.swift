import Datasets
import Foundation
import Imaging
import NeuralNetworks

extension DataSource {
  /// Pictures to learn from, brought to size by `preprocessing`, and about a fifth of all to choose by; of each class at most
  /// about `limit`.
  ///
  /// A folder is parted by the seed, without what its data set keeps for a test, which is not touched; of a task of the
  /// Menagerie, both sets are those of the seed's world. `report` is told how many files have been looked at.
  /// - Throws: one line if there are not enough pictures to learn classes from.
  public func trainingAndValidation(
    _ preprocessing: Preprocessing, perClass limit: Int, report: (_ done: Int, _ count: Int) -> Void = { _, _ in }
  ) throws -> DataSplit<Choosing> {
    switch pictures {
    case .world(let world):
      let classes = world.task.classes.count
      let count = max(classes, classes * limit / 5)
      return DataSplit(
        source: self, training: world.trainingSet(count: classes * limit - count, size: preprocessing.side),
        heldOut: world.validationSet(count: count, size: preprocessing.side))
    case .photos(let photos):
      try DataSource.checkClasses(of: photos)
      let (training, validation) = try photos.split(preprocessing, perClass: limit, seed: seed, report: report)
      try DataSource.check(validation, of: photos)
      return DataSplit(source: self, training: training, heldOut: validation)
    }
  }

  /// Refuses collections that are of one class.
  private static func checkClasses(of photos: PhotoCollection) throws {
    let names = photos.classNames.map(\.english)
    guard names.count > 1 else {
      throw DataSourceError(
        description: "\(photos.url.path): one class only, \(names[0]), and nothing to tell it from; add another")
    }
  }

  /// Refuses sets in which a class has nothing to choose by.
  private static func check(_ validation: ValidationSet, of photos: PhotoCollection) throws {
    let present = Set(validation.labels)
    for (label, name) in photos.classNames.enumerated() where !present.contains(label) {
      throw DataSourceError(
        description:
          "\(photos.url.path): one picture only of the class \(name.english) that can be read; a class needs "
          + "two or more, one to learn from and one to check by")
    }
  }
}
