/// A layer of the source network and one of the target network, each by its place among those that may be matched, from 0.
public struct LayerPair: Hashable, Sendable {
  /// m, the place of the source's layer.
  public let source: Int
  /// n, the place of the target's layer.
  public let target: Int

  /// A pair (m, n).
  public init(source: Int, target: Int) {
    self.source = source
    self.target = target
  }
}

/// Which layers are matched with which: the set C of pairs (m, n) that the total loss is a sum over (Jang et al., 2019,
/// section 4.1).
///
/// ```swift
/// MatchingStrategy.oneToOne.pairs(source: 4, target: 3)   // (0, 0), (2, 1), (3, 2)
/// ```
public enum MatchingStrategy: String, CaseIterable, Sendable {
  /// The last layer of one with the last layer of the other.
  case single
  /// Each layer of the target with the source's layer at the same share of the depth.
  case oneToOne = "one-to-one"
  /// Each layer of the target with each layer of the source.
  case allToAll = "all-to-all"

  /// The pairs among so many layers of the source and so many of the target, each at least one.
  public func pairs(source: Int, target: Int) -> [LayerPair] {
    precondition(source > 0 && target > 0, "there are no pairs of \(source) and \(target) layers")
    switch self {
    case .single: return [LayerPair(source: source - 1, target: target - 1)]
    case .oneToOne:
      return (0..<target).map { place in
        // The last with the last, the first with the first, and between them along a line, rounded.
        let share = target == 1 ? 1 : Double(place) / Double(target - 1)
        return LayerPair(source: Int((share * Double(source - 1)).rounded()), target: place)
      }
    case .allToAll:
      return (0..<source).flatMap { source in (0..<target).map { LayerPair(source: source, target: $0) } }
    }
  }
}
