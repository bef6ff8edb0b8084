import Autograd

/// Gives a picture the class that most of its k nearest training pictures have (Cover and Hart, 1967).
///
/// Of classes with equally many votes, that of the nearest picture wins.
public struct NearestNeighbours: FeatureClassifier {
  /// How many neighbours vote; fewer where there are not so many.
  public let k: Int
  private var memory: (features: Tensor, labels: [Int])?

  /// A classifier by `k` > 0 neighbours.
  public init(k: Int = 1) {
    precondition(k > 0, "at least one neighbour votes, not \(k)")
    self.k = k
  }

  /// Keeps the features `[n, d]` and their labels; nothing else is learnt.
  public mutating func fit(_ features: Tensor, _ labels: [Int]) {
    _ = classCount(of: labels, for: features)
    memory = (features.detached(), labels)
  }

  /// The class with most votes among the `k` nearest by Euclidean distance, for each row of features `[m, d]`.
  public func predict(_ features: Tensor) -> [Int] {
    guard let memory else { preconditionFailure("nearest neighbours must be fitted before they predict") }
    let count = memory.labels.count
    return squaredDistances(from: features, to: memory.features).withValues { distances in
      (0..<features.shape[0]).map { row in
        let order = (0..<count).sorted { (distances[row * count + $0], $0) < (distances[row * count + $1], $1) }
        return winner(of: order.prefix(k).map { memory.labels[$0] })
      }
    }
  }

  /// The label with most votes; `votes` begin with the nearest.
  private func winner(of votes: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for vote in votes { counts[vote, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return votes.first { counts[$0] == most } ?? 0
  }
}
