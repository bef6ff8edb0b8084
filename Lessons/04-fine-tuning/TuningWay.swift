import Notebook

/// A way to learn from a few pictures: where it starts, and how fast it goes.
enum TuningWay: String, CaseIterable, StudyKey {
  case scratch = "from-scratch"
  case allAtOnce = "all-at-once"
  case headFirst = "head-first"
  case tooFast = "too-fast"
}

/// Validation accuracy over a training.
struct LearningCurve {
  /// Before learning.
  let before: Float
  /// After each epoch.
  let epochs: [Float]

  /// All of them, the first before learning.
  var accuracies: [Float] { [before] + epochs }
  var afterOne: Float { epochs.first ?? before }
  var end: Float { epochs.last ?? before }
}
