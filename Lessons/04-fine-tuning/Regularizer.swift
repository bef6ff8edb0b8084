import Experiments
import Notebook

/// What may keep a network from learning its pictures by heart.
enum Regularizer: String, CaseIterable, StudyKey {
  case none
  case discriminativeRates = "discriminative-rates"
  case l2SP = "l2-sp"
  case augmentation
  case dropout
  case earlyStopping = "early-stopping"
}

/// What came of a training with a regularizer.
struct RegularizedTraining {
  let score: TuningScore
  /// How far each layer group has gone, ‖θ − θ₀‖ / ‖θ₀‖, from the picture to the head.
  let distances: [Float]

  var first: Float { distances[0] }
  var lastBelowHead: Float { distances[distances.count - 2] }
}
