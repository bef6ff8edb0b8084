import Autograd
import Datasets
import Imaging
import NeuralNetworks
import Notebook

/// What a lesson on own material takes of its pictures.
extension DataSource {
  /// The fewest pictures that a class must have.
  package static let fewest = 6

  /// Refuses what no lesson can be run on.
  /// - Throws: one line if there are too few classes or pictures.
  package func checkForLesson() throws {
    guard classNames.count > 1 else {
      throw NotebookError(
        en:
          "\(argument): one class only, \(classNames[0].english), and nothing to tell it from; a lesson needs two or "
          + "more",
        id:
          "\(argument): hanya satu kelas, \(classNames[0].english), tanpa pembanding; pelajaran perlu dua kelas atau "
          + "lebih")
    }
    guard case .photos(let photos) = pictures else { return }
    for (className, files) in zip(classNames, photos.photos) where files.count < DataSource.fewest {
      let (count, fewest) = (files.count, DataSource.fewest)
      throw NotebookError(
        en: "\(argument): too few pictures of \(className.english), \(count); a class needs \(fewest) or more",
        id:
          "\(argument): gambar \(className.english) terlalu sedikit, \(count); satu kelas perlu paling sedikit "
          + "\(fewest)")
    }
    if photos.testPhotos?.contains(where: \.isEmpty) == true {
      throw NotebookError(
        en: "\(argument): train and test have different classes; give both the same sub-folders",
        id: "\(argument): kelas di train dan test berbeda; beri keduanya subfolder yang sama")
    }
  }

  /// Pictures to learn from, brought to size by `preprocessing`, and others to score by: of each class at most `most` to
  /// learn from, and half as many to score, or ten.
  ///
  /// Where a data set keeps pictures for a test, those are scored; so are those of the sub-folder `test` of a folder that has
  /// it beside `train`, each with one folder for each class. Of any other folder a third is kept back.
  /// - Throws: one line if a class has no picture that can be read.
  package func trainingAndTest(_ preprocessing: Preprocessing, perClass most: Int) throws -> DataSplit<Scoring> {
    let tests = max(10, most / 2)
    let (training, test) = try sets(preprocessing, most, tests)
    return DataSplit(source: self, training: training.perClass(most), heldOut: test.perClass(tests))
  }

  private func sets(_ preprocessing: Preprocessing, _ most: Int, _ tests: Int) throws -> (TrainingSet, TestSet) {
    switch pictures {
    case .world(let world):
      let (size, turns) = (preprocessing.side, world.task.classes.map(\.share).reduce(0, +))
      return (world.trainingSet(count: most * turns, size: size), world.testSet(count: tests * turns, size: size))
    case .photos(let photos) where photos.testPhotos != nil:
      var random = RandomSource(seed: seed)
      let drawn = try photos.sample(preprocessing, perClass: most, using: &random).pictures
      return (drawn.given(to: Learning.self), try photos.testSet(preprocessing, perClass: tests))
    case .photos(let photos):
      let areMany = photos.photos.allSatisfy { $0.count >= most + tests }
      let share = areMany ? Double(tests) / Double(most + tests) : 1 / 3
      let (training, kept) = try photos.split(
        preprocessing, validationShare: share, perClass: most + tests, seed: seed)
      return (training, kept.given(to: Scoring.self))
    }
  }
}
