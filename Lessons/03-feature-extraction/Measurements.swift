import Autograd
import Experiments
import TransferLearning

/// What one seed's pictures are worth, the more of them there are.
struct LearningCurve {
  /// Shares of test pictures that are classified rightly, in [0, 1].
  struct Accuracies {
    let frozen, handMade: Float
    /// Nil where nothing was trained from scratch.
    let scratch: Float?
    /// Of the pictures that it was trained on.
    let scratchOnItsOwn: Float?
  }

  let sizes: [Int]
  private let accuracies: [Int: Accuracies]

  init(sizes: [Int], measure: (_ picturesPerClass: Int) throws -> Accuracies) rethrows {
    self.sizes = sizes
    accuracies = try Dictionary(uniqueKeysWithValues: sizes.map { ($0, try measure($0)) })
  }

  subscript(size: Int) -> Accuracies {
    guard let found = accuracies[size] else { preconditionFailure("no \(size) pictures a class among \(sizes)") }
    return found
  }
}

/// What a head scores, and how long it takes, at the quickest of three times, to learn and to label all test pictures.
struct HeadScore {
  let accuracy: Float
  let milliseconds: Double

  init(_ head: any FeatureClassifier, learnsFrom training: TrainingFeatures, isScoredOn test: TestFeatures) {
    let runs = (0..<3).map { _ in timed { head.fitted(to: training).accuracy(on: test) } }
    accuracy = runs[0].0
    milliseconds = 1000 * (runs.map(\.seconds).min() ?? 0)
  }
}

/// What `body` gives, and the seconds that it takes.
func timed<Result>(_ body: () throws -> Result) rethrows -> (Result, seconds: Double) {
  let start = ContinuousClock.now
  let result = try body()
  return (result, start.duration(to: .now) / .seconds(1))
}
