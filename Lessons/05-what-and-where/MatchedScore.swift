import Datasets
import Experiments
import ModelZoo
import NeuralNetworks

/// What came of a small network's learning.
struct MatchedScore {
  let target: HeldTarget
  /// The share of test pictures that are classified rightly, and the time of training in seconds.
  let accuracy: Float
  let seconds: Double

  /// Trains by `learn`, by the clock, and scores on test pictures.
  init(on test: TestSet, learning learn: () throws -> HeldTarget) rethrows {
    let start = ContinuousClock.now
    target = try learn()
    seconds = (ContinuousClock.now - start) / .seconds(1)
    accuracy = target.network.score(on: test).accuracy
  }
}

/// What came of one way to use the pictures.
struct RivalScore {
  let accuracy: Float
  let seconds: Double

  init(_ score: MatchedScore) { (accuracy, seconds) = (score.accuracy, score.seconds) }

  /// Trains by `learn`, by the clock, and scores on test pictures.
  init(on test: TestSet, learning learn: () throws -> Network) rethrows {
    let start = ContinuousClock.now
    let network = try learn()
    seconds = (ContinuousClock.now - start) / .seconds(1)
    accuracy = network.score(on: test).accuracy
  }
}
