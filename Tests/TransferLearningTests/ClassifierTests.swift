import Autograd
import NeuralNetworks
import Testing
import TransferLearning

/// Twelve points in three dimensions, four of each of three classes.
private let points = Tensor(
  [
    0.5, 1.25, -0.75, 1.5, 0.25, 0.5, 0, 2, -1, 1, 1, 0.25, -1, 0.5, 1.5, -0.5, -0.25, 2, -1.5, 1, 0.75, 0.25, -0.5, 1,
    1, -1.5, -0.5, 2, -0.75, 0.25, 0.5, -1, -1.25, 1.25, 0.75, -0.25,
  ], shape: [12, 3])
private let pointLabels = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]

/// The largest difference; infinite where one is not a number, or where there are more of one than of the other.
private func largestDifference(_ a: Tensor, _ b: [Float]) -> Float {
  let differences = zip(a.values, b).map { abs($0 - $1) }
  return a.count == b.count && differences.allSatisfy(\.isFinite) ? differences.max() ?? .infinity : .infinity
}

@Suite struct LogisticRegressionTests {
  /// `LogisticRegression(C=1/λ, tol=1e-10)` of scikit-learn on the same points.
  private static let reference: [(penalty: Float, weight: [Float], bias: [Float])] = [
    (
      1, [0.33588, 0.84029, -0.17021, -0.89793, -0.21259, 0.81729, 0.56205, -0.6277, -0.64707],
      [-0.162, 0.20465, -0.04266]
    ),
    (
      10, [0.09999, 0.25738, -0.11078, -0.28552, -0.02956, 0.28418, 0.18553, -0.22782, -0.1734],
      [-0.04922, 0.04431, 0.0049]
    ),
  ]

  @Test("weights and biases are those that scikit-learn finds", arguments: [0, 1])
  func agrees(index: Int) throws {
    let (penalty, weight, bias) = LogisticRegressionTests.reference[index]
    var classifier = LogisticRegression(penalty: penalty)
    classifier.fit(points, pointLabels)
    let head = try #require(classifier.head)
    #expect(largestDifference(head.weight, weight) < 2e-4)
    #expect(largestDifference(head.bias, bias) < 2e-4)
  }

  @Test(
    "of two classes, weights and bias of one against the other are those that scikit-learn finds",
    arguments: [(1, [-0.98333, -0.58841, 0.84323], -0.00342), (10, [-0.23116, -0.14377, 0.23627], -0.02353)])
  func agreesOnTwo(penalty: Float, weight: [Float], bias: Float) throws {
    var classifier = LogisticRegression(penalty: penalty)
    classifier.fit(points.slice(0..<8, along: 0), Array(pointLabels.prefix(8)))
    let head = try #require(classifier.head)
    let (rows, biases) = (head.weight.values, head.bias.values)
    #expect(zip(zip(rows[3...], rows), weight).allSatisfy { abs($0.0 - $0.1 - $1) < 4e-4 })
    #expect(abs(biases[1] - biases[0] - bias) < 4e-4)
  }

  @Test("a feature far from zero moves the bias and no weight")
  func offset() throws {
    var classifier = LogisticRegression()
    classifier.fit(points + Tensor([100, -50, 25]), pointLabels)
    let head = try #require(classifier.head)
    #expect(largestDifference(head.weight, LogisticRegressionTests.reference[0].weight) < 1e-3)
    #expect(classifier.predict(points + Tensor([100, -50, 25])) == LogisticRegression().predictions(of: points))
  }
}

extension LogisticRegression {
  fileprivate func predictions(of points: Tensor) -> [Int] {
    fitted(to: FeatureSet<Learning>(features: points, labels: pointLabels)).predict(points)
  }
}

@Suite struct NeighbourTests {
  private let line = FeatureSet<Learning>(
    features: Tensor([0, 1, 2, 10, 11], shape: [5, 1]), labels: [0, 0, 1, 1, 1])

  @Test("one neighbour decides alone, three vote, and a tie goes to the nearest")
  func votes() {
    let query = Tensor([1.6, 2.4, -5], shape: [3, 1])
    #expect(NearestNeighbours().fitted(to: line).predict(query) == [1, 1, 0])
    #expect(NearestNeighbours(k: 3).fitted(to: line).predict(query) == [0, 0, 0])
    // Two of four each: 2 is nearer than 1 to both points in the middle, 0 is nearest to the last.
    #expect(NearestNeighbours(k: 4).fitted(to: line).predict(query) == [1, 1, 0])
    #expect(NearestNeighbours(k: 100).fitted(to: line).predict(query) == [1, 1, 1])
  }

  @Test("the nearest class centre is the mean of its class")
  func centres() {
    let classifier = NearestClassCentre().fitted(to: line)
    #expect(classifier.centres?.values.map { ($0 * 10).rounded() / 10 } == [0.5, 7.7])
    #expect(classifier.predict(Tensor([4, 4.2], shape: [2, 1])) == [0, 1])
    #expect(classifier.accuracy(on: line) == 0.8)
  }

  @Test("distances keep their digits far from zero")
  func distances() {
    let a = Tensor([1000, 1000, 1001, 1000], shape: [2, 2])
    let b = Tensor([1000, 1000.5, 1003, 1004], shape: [2, 2])
    #expect(squaredDistances(from: a, to: b).values == [0.25, 25, 1.25, 20])
  }

  @Test("distances from differences are those of the matrix product, 0 on the diagonal, and have the right gradient")
  func distancesAmong() {
    var random = RandomSource(seed: 3)
    let rows = Tensor.normal(shape: [5, 3], random: &random)
    let among = squaredDistances(among: rows)
    #expect(((among - squaredDistances(from: rows, to: rows)).abs().values.max() ?? 1) < 1e-5)
    #expect((0..<5).allSatisfy { among.values[$0 * 6] == 0 })
    let error = gradientError(at: [rows], random: &random) {
      (squaredDistances(among: $0[0]) * Tensor([1, 2, 3, 4, 5])).square().sum()
    }
    #expect(error < 5e-3)
  }

  @Test("neighbours agree where classes lie apart, and never where they alternate")
  func agreement() {
    #expect(neighbourAgreement(in: line) == 0.8)
    let alternating = FeatureSet<Learning>(features: Tensor([0, 1, 2, 3], shape: [4, 1]), labels: [0, 1, 0, 1])
    #expect(neighbourAgreement(in: alternating) == 0)
  }
}
