import Foundation
import Graders
import Grading

/// leep: the mean logarithm of what a source's answers alone expect of the target's labels.
public func leep(_ probabilities: [[Float]], labels: [Int]) throws -> Float {
  let (targets, sources) = ((labels.max() ?? 0) + 1, probabilities[0].count)
  var joint = [[Float]](repeating: [Float](repeating: 0, count: sources), count: targets)
  for (row, label) in zip(probabilities, labels) {
    for z in 0..<sources { joint[label][z] += row[z] / Float(labels.count) }
  }
  let totals = (0..<sources).map { z in joint.map { $0[z] }.reduce(0, +) }
  var sum: Float = 0
  for (row, label) in zip(probabilities, labels) {
    var expected: Float = 0
    for z in 0..<sources where totals[z] > 0 { expected += joint[label][z] / totals[z] * row[z] }
    sum += log(expected)
  }
  return sum / Float(labels.count)
}

/// negative-transfer: by how much a source is ahead of learning without it, and whether it helps, harms, or these runs
/// cannot tell.
public func transferEffect(
  with: [Float], without: [Float], t: Float
) throws -> (gap: Float, effect: TransferEffect) {
  let differences = zip(with, without).map { $0 - $1 }
  let count = Float(differences.count)
  let gap = differences.reduce(0, +) / count
  let variance = differences.map { ($0 - gap) * ($0 - gap) }.reduce(0, +) / (count - 1)
  let half = t * (variance / count).squareRoot()
  let effect: TransferEffect = gap - half > 0 ? .helps : gap + half < 0 ? .harms : .undecided
  return (gap, effect)
}

/// honest-source: the source that is chosen, and the accuracy that may be reported of it.
public func chosenSource(among sources: [MeasuredSource]) throws -> (name: String, accuracy: Float) {
  var best = sources[0]
  for source in sources where source.validation > best.validation {
    best = source
  }
  return (best.name, best.test)
}
