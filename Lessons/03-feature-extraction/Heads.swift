import Notebook
import TransferLearning

/// The heads that are compared, all without a setting that is chosen.
enum Head: String, CaseIterable, StudyKey {
  case logistic, neighbour, centre
  case easyTL = "easytl"

  /// The classifier, before it has learnt.
  var classifier: any FeatureClassifier {
    switch self {
    case .logistic: LogisticRegression()
    case .neighbour: NearestNeighbours()
    case .centre: NearestClassCentre()
    case .easyTL: EasyTL()
    }
  }
}

/// What a head scores, and how long it takes, at the quickest of three times, to learn and to label all test pictures.
struct HeadScore {
  /// The share of test pictures that it classifies rightly, in [0, 1].
  let accuracy: Float
  let milliseconds: Double

  /// A head that learns from the features of so many pictures of each class.
  init(_ head: Head, on features: Features, few count: Int, seed: UInt64) {
    let (training, test) = (features.few(count, seed: seed), features.test)
    let runs = (0..<3).map { _ in timed { head.classifier.fitted(to: training).accuracy(on: test) } }
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
