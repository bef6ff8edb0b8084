import Foundation
import Graders
import Grading
import TransferLearning

/// transfer-condition: in what the target differs from the source.
public func transferConditions(
  source: DescribedDomain, target: DescribedDomain
) throws -> Set<DomainComparison.Condition> {
  var conditions: Set<DomainComparison.Condition> = []
  if source.space != target.space { conditions.insert(.featureSpace) }
  if Set(source.classes) != Set(target.classes) { conditions.insert(.labelSpace) }
  guard conditions.isEmpty else { return conditions }

  // The target's column for each class of the source.
  let columns = source.classes.compactMap { target.classes.firstIndex(of: $0) }
  for (sourceRow, targetRow) in zip(source.distribution, target.distribution) {
    for (probability, column) in zip(sourceRow, columns) where abs(probability - targetRow[column]) > 0.001 {
      return [.distribution]
    }
  }
  return []
}

/// mmd: the squared maximum mean discrepancy of two samples, with the kernel exp(−‖a − b‖² / bandwidth).
public func maximumMeanDiscrepancy(source: [[Float]], target: [[Float]], bandwidth: Float) throws -> Float {
  func kernel(_ a: [Float], _ b: [Float]) -> Float {
    let squaredDistance = zip(a, b).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
    return exp(-squaredDistance / bandwidth)
  }
  func mean(_ one: [[Float]], _ other: [[Float]]) -> Float {
    let sum = one.map { a in other.map { b in kernel(a, b) }.reduce(0, +) }.reduce(0, +)
    return sum / Float(one.count * other.count)
  }
  return mean(source, source) + mean(target, target) - 2 * mean(source, target)
}

/// class-prior: P(y), and P(y | bin) for `bins` bins of equal width from 0 to 1; an empty list for an empty bin.
public func classShares(
  of samples: [(brightness: Float, label: Int)], classes: Int, bins: Int
) throws -> (prior: [Float], inBin: [[Float]]) {
  func shares(_ labels: [Int]) -> [Float] {
    guard !labels.isEmpty else { return [] }
    return (0..<classes).map { label in Float(labels.count { $0 == label }) / Float(labels.count) }
  }
  var labels = [[Int]](repeating: [], count: bins)
  for sample in samples {
    let bin = min(Int(sample.brightness * Float(bins)), bins - 1)
    labels[bin].append(sample.label)
  }
  return (prior: shares(samples.map(\.label)), inBin: labels.map(shares))
}
