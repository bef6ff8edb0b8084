import NeuralNetworks
import Notebook

/// How a network of the bench is trained.
struct TrickRecipe: Hashable {
  /// How weights that nothing was learnt into are drawn; nil for the narrow uniform ones that a framework draws untold.
  var start: WeightStart?
  var isNormed = true
  var momentum: Float = 0
  var rate: Float = 0.03
  var findsRate = false
  var schedule = Schedule.constant
  var dropout: Float = 0
  var mixup: Double?
  var smoothing: Float = 0
  var clipping: Float?

  /// How the networks that are fine-tuned have learnt their ten classes.
  static let source = TrickRecipe(start: .he, momentum: 0.9, schedule: .oneCycle, clipping: 1)
}

/// How the rate goes.
enum Schedule: String, CaseIterable, StudyKey {
  case constant, stepwise, cosine
  case oneCycle = "one-cycle"

  var schedule: LearningRateSchedule {
    switch self {
    case .constant: .constant
    case .stepwise: .steps(3)
    case .cosine: .cosine
    case .oneCycle: .oneCycle()
    }
  }
}

/// One thing that is done differently, or all of them.
enum Trick: String, CaseIterable, StudyKey {
  case plain
  case noNorm = "without-norm"
  case he, momentum
  case found = "found-rate"
  case oneCycle = "one-cycle"
  case clipping
  case dropout = "dropout"
  case mixup
  case smoothing = "label-smoothing"
  case together

  /// The plain recipe with this trick alone.
  var recipe: TrickRecipe {
    var recipe = TrickRecipe()
    switch self {
    case .plain: break
    case .he: recipe.start = .he
    case .noNorm: recipe.isNormed = false
    case .momentum: (recipe.momentum, recipe.rate) = (0.9, 0.01)
    case .found: recipe.findsRate = true
    case .oneCycle: recipe.schedule = .oneCycle
    case .clipping: recipe.clipping = 1
    case .dropout: recipe.dropout = 0.2
    case .mixup: recipe.mixup = 0.2
    case .smoothing: recipe.smoothing = 0.1
    case .together:
      (recipe.start, recipe.momentum, recipe.schedule, recipe.findsRate) = (.he, 0.9, .oneCycle, true)
      (recipe.clipping, recipe.dropout, recipe.mixup, recipe.smoothing) = (1, 0.2, 0.2, 0.1)
    }
    return recipe
  }
}

/// What a network knows before it learns the animals.
enum StartingPlace: String, CaseIterable, StudyKey {
  case scratch = "from-scratch"
  case tuned = "fine-tuned"
}
