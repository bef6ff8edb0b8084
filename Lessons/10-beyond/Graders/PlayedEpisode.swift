/// One episode of a few-shot test as it was played.
public struct PlayedEpisode: Sendable, Hashable {
  /// The places, in the pool of pictures, of those that were learnt from.
  public let support: [Int]
  /// The places of the pictures that were to be named.
  public let queries: [Int]
  /// Whether each of them was named rightly.
  public let isRight: [Bool]

  /// An episode from its parts.
  public init(support: [Int], queries: [Int], isRight: [Bool]) {
    (self.support, self.queries, self.isRight) = (support, queries, isRight)
  }
}
