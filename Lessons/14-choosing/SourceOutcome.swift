import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// What a source can be ranked by before anything is trained on the target.
enum SourceScore: String, CaseIterable, StudyKey {
  case leep
  case logME = "logme"
  case hScore = "h-score"
  /// How good the network is at its own task.
  case own
}

/// What one network of the shelf is worth for a target: by its scores, and by what fine-tuning makes of it.
struct SourceOutcome {
  /// Epochs of fine-tuning.
  static let epochs = 4

  private let scores: TransferabilityScores
  private let own: Float
  /// The share of the target's validation pictures that it gets right after fine-tuning.
  let validation: Float
  /// Which of the target's test pictures it gets right.
  let rights: [Bool]
  /// How long the scores and the fine-tuning took.
  let scoring, tuning: Double

  init(_ source: Network, own: Float, to target: TargetPictures) throws {
    let start = ContinuousClock.now
    scores = TransferabilityScores(of: source, on: target.training)
    let scored = ContinuousClock.now
    self.own = own
    let tuned = try FewPictures(target.training, seed: target.seed, for: source).withFittedHead()
    tuned.unfreeze()
    try FineTuning(epochs: Self.epochs, batchSize: 16).train(tuned, on: target.training, seed: target.seed)
    (scoring, tuning) = (start.duration(to: scored) / .seconds(1), scored.duration(to: .now) / .seconds(1))
    validation = tuned.score(on: target.validation).accuracy
    rights = zip(tuned.logits(of: target.test).indicesOfLargest(), target.test.labels).map { $0 == $1 }
  }

  /// The share of all test pictures that it gets right after fine-tuning.
  var accuracy: Float { rights.share { $0 } }

  /// One of the scores.
  subscript(score: SourceScore) -> Float {
    switch score {
    case .leep: Float(scores.leep)
    case .logME: Float(scores.logME)
    case .hScore: Float(scores.hScore)
    case .own: own
    }
  }
}
