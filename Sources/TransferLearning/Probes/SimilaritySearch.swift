import Autograd

/// The vectors of a collection that point most nearly in the same direction as a query.
///
/// Closeness is the cosine of the angle, ⟨a, b⟩ / (‖a‖ ‖b‖), which does not mind how strongly a picture drives the
/// channels, only in what proportion.
///
/// ```swift
/// let neighbours = SimilaritySearch(among: features.features)
/// neighbours(of: query, count: 5)[0].map(\.index)   // the five nearest to the first query
/// ```
public struct SimilaritySearch {
  /// A vector of the collection.
  public struct Neighbour: Sendable, Hashable {
    /// Its row in the collection.
    public let index: Int
    /// The cosine of the angle to the query, from −1 to 1.
    public let similarity: Float
  }

  private let rows: Tensor

  /// A collection of vectors `[n, …]`, one a row.
  public init(among vectors: Tensor) {
    rows = vectors.detached().flattened().withUnitRows()
  }

  /// The `count` nearest to each of the queries `[m, …]`, the nearest first.
  public func callAsFunction(of queries: Tensor, count: Int) -> [[Neighbour]] {
    let similarities = queries.detached().flattened().withUnitRows().linear(weight: rows).values
    let total = rows.shape[0]
    return (0..<queries.shape[0]).map { query in
      let own = similarities[query * total..<(query + 1) * total]
      return own.enumerated().map { Neighbour(index: $0.offset, similarity: $0.element) }
        .sorted { ($1.similarity, $0.index) < ($0.similarity, $1.index) }.prefix(count).map { $0 }
    }
  }
}
