import Autograd
import Foundation

/// Pictures without labels that a network is sure about, each with what it takes it for (Lee, 2013).
///
/// ```swift
/// let labels = PseudoLabels(probabilities, threshold: 0.9, isBalanced: true)
/// labels.places   // [4, 11, 12, …]
/// labels.labels   // [0, 2, 0, …]
/// ```
public struct PseudoLabels: Sendable, Hashable {
  /// Where the chosen pictures stand among all, from first to last.
  public let places: [Int]
  /// The likeliest class of each of them.
  public let labels: [Int]

  /// Chooses of `probabilities` `[N, C]` the rows whose largest is at least `threshold`; of those taken for one class only the
  /// surest: the share `share` of them (rounded up), or, `isBalanced`, at most ⌈share · N / C⌉, so that no class that a network
  /// is fond of drowns the others (Zou et al., 2018).
  ///
  /// Of equally sure ones the first are taken, and of classes that are equally likely the first.
  public init(_ probabilities: Tensor, threshold: Float = 0, share: Float = 1, isBalanced: Bool = false) {
    precondition(probabilities.shape.count == 2, "probabilities are rows of classes, not \(probabilities.shape)")
    precondition(share >= 0 && share <= 1, "a share is from 0 to 1, not \(share)")
    let (count, classes) = (probabilities.shape[0], probabilities.shape[1])
    let likeliest = probabilities.indicesOfLargest()
    let values = probabilities.values
    func sureness(_ row: Int) -> Float { values[row * classes + likeliest[row]] }
    let most = Int((share * Float(count) / Float(classes)).rounded(.up))
    let chosen = (0..<classes).flatMap { label in
      let sure = likeliest.indices.filter { likeliest[$0] == label && sureness($0) >= threshold }
      let kept = isBalanced ? most : Int((share * Float(sure.count)).rounded(.up))
      return sure.sorted { (-sureness($0), $0) < (-sureness($1), $1) }.prefix(kept)
    }
    places = chosen.sorted()
    labels = places.map { likeliest[$0] }
  }

  /// The share of them that are right, in [0, 1]; 0 of none.
  ///
  /// For lessons that look behind the curtain: a method never may.
  public func accuracy(for labels: [Int]) -> Float {
    Float(zip(places, self.labels).count { labels[$0] == $1 }) / Float(max(1, places.count))
  }
}
