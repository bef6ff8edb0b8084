import Datasets
import NeuralNetworks
import Notebook

/// A new task, for which a network of the shelf is wanted.
enum ShelfTarget: String, CaseIterable, StudyKey {
  case farm
  case catsVersusDogs = "cats-vs-dogs"
  case drinks

  var task: ClassificationTask {
    switch self {
    case .farm: .farm
    case .catsVersusDogs: .catsVersusDogs
    case .drinks: .drinks
    }
  }
}

/// Pictures of a target: to learn from, to choose by, and to score once.
struct TargetPictures {
  let seed: UInt64
  let training: TrainingSet
  let validation: ValidationSet
  let test: TestSet

  init(_ task: ClassificationTask, count: Int, validation: Int, test: Int, seed: UInt64) {
    // No scene of it is one of the shelf's.
    let world = Menagerie(task, seed: seed &+ 1_000)
    self.seed = seed
    training = world.trainingSet(count: count, size: Shelf.size)
    self.validation = world.validationSet(count: validation, size: Shelf.size)
    self.test = world.testSet(count: test, size: Shelf.size)
  }
}
