import Foundation
import Graders
import Grading

/// coral: ‖Cₛ − Cₜ‖² / (4 d²), with the covariances C of two sets of features of d values.
public func coralLoss(source: [[Float]], target: [[Float]]) throws -> Float {
  let features = source[0].count
  func covariance(_ rows: [[Float]]) -> [[Float]] {
    let count = Float(rows.count)
    let mean = (0..<features).map { column in rows.map { $0[column] }.reduce(0, +) / count }
    return (0..<features).map { i in
      (0..<features).map { j in
        rows.map { ($0[i] - mean[i]) * ($0[j] - mean[j]) }.reduce(0, +) / (count - 1)
      }
    }
  }
  let (ofSource, ofTarget) = (covariance(source).joined(), covariance(target).joined())
  let squares = zip(ofSource, ofTarget).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
  return squares / Float(4 * features * features)
}

/// gradient-reversal: the weight of the feature and that of the discriminator after one adversarial step.
public func adversarialStep(
  weight: Float, discriminator: Float, samples: [(x: Float, isSource: Bool)], progress: Float, rate: Float
) throws -> (weight: Float, discriminator: Float) {
  let strength = 2 / (1 + exp(-10 * progress)) - 1
  var (ofWeight, ofDiscriminator): (Float, Float) = (0, 0)
  for (x, isSource) in samples {
    let feature = weight * x
    let answer = 1 / (1 + exp(-discriminator * feature))
    let slope = (answer - (isSource ? 1 : 0)) / Float(samples.count)
    ofDiscriminator += slope * feature
    ofWeight += slope * discriminator * x
  }
  // The gradient comes to the weight through the reversal, −λ times as large, so that a step against it goes up.
  return (weight + rate * strength * ofWeight, discriminator - rate * ofDiscriminator)
}

/// pseudo-labels: what a network may learn from its own answers, in the order of the pictures.
public func pseudoLabels(
  _ probabilities: [[Float]], threshold: Float, atMost limit: Int
) throws -> [(place: Int, label: Int)] {
  var sure: [(place: Int, label: Int, probability: Float)] = []
  for (place, row) in probabilities.enumerated() {
    let largest = row.max() ?? 0
    if largest >= threshold, let label = row.firstIndex(of: largest) { sure.append((place, label, largest)) }
  }
  var taken: [Int: Int] = [:]
  let chosen = sure.sorted { ($1.probability, $0.place) < ($0.probability, $1.place) }.filter { candidate in
    taken[candidate.label, default: 0] += 1
    return taken[candidate.label, default: 0] <= limit
  }
  return chosen.sorted { $0.place < $1.place }.map { ($0.place, $0.label) }
}

/// honest-epoch: the accuracy on the target that may be reported, of an epoch chosen without a label of the target.
public func reportedAccuracy(of epochs: [WatchedEpoch]) throws -> Float {
  func entropy(_ shares: [Float]) -> Float {
    shares.map { $0 > 0 ? -$0 * log($0) : 0 }.reduce(0, +)
  }
  func score(_ epoch: WatchedEpoch) -> Float {
    let information = (entropy(epoch.meanAnswer) - epoch.meanEntropy) / log(Float(epoch.meanAnswer.count))
    return (epoch.sourceValidation + information) / 2
  }
  var best = epochs[0]
  for epoch in epochs where score(epoch) > score(best) {
    best = epoch
  }
  return best.targetTest
}
