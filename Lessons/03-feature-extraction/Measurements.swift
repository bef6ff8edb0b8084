import Autograd
import Datasets
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

  init(sizes: [Int], measure: (_ picturesPerClass: Int) -> Accuracies) {
    self.sizes = sizes
    accuracies = Dictionary(uniqueKeysWithValues: sizes.map { ($0, measure($0)) })
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
func timed<Result>(_ body: () -> Result) -> (Result, seconds: Double) {
  let start = ContinuousClock.now
  let result = body()
  return (result, start.duration(to: .now) / .seconds(1))
}

/// What a classifier takes test pictures for.
struct Predictions {
  /// A picture that is classified wrongly.
  struct Mistake {
    let index, label, prediction: Int
    /// The probability of the prediction.
    let probability: Float
  }

  /// The names of the classes.
  let classNames: [ClassName]
  /// `counts[t][p]`: how many pictures of class t were taken for class p.
  let counts: [[Int]]
  /// The mistakes, the surest first.
  let wrong: [Mistake]

  init(_ probabilities: Tensor, of test: TestSet) {
    let classes = test.classNames.count
    var counts = [[Int]](repeating: [Int](repeating: 0, count: classes), count: classes)
    var wrong: [Mistake] = []
    let values = probabilities.values
    for (index, prediction) in probabilities.indicesOfLargest().enumerated() {
      let label = test.labels[index]
      counts[label][prediction] += 1
      if prediction == label { continue }
      let probability = values[index * classes + prediction]
      wrong.append(Mistake(index: index, label: label, prediction: prediction, probability: probability))
    }
    classNames = test.classNames
    self.counts = counts
    self.wrong = wrong.sorted { ($1.probability, $0.index) < ($0.probability, $1.index) }
  }

  /// The class that was most often taken for another one, which, and how often.
  var mostCommonConfusion: (label: Int, prediction: Int, count: Int) {
    let all = counts.indices.flatMap { label in
      counts.indices.filter { $0 != label }.map { (label: label, prediction: $0, count: counts[label][$0]) }
    }
    return all.max { $0.count < $1.count } ?? (0, 0, 0)
  }
}
