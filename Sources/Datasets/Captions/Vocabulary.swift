import Autograd

/// The words of some texts, each with a number from 1 on; 0 stands for nothing.
///
/// ```swift
/// let words = Vocabulary(of: ["a white horse", "kuda putih"])
/// words.numbers(of: ["a white zebra"])   // [[1, 2, 0]]: what was never read is nothing
/// ```
public struct Vocabulary: Sendable, Hashable {
  /// The words, in the order in which they first come up.
  public let words: [String]
  private let places: [String: Int]

  /// The words of some texts.
  public init(of texts: some Sequence<String>) {
    var (words, places): ([String], [String: Int]) = ([], [:])
    for word in texts.lazy.flatMap(Vocabulary.words) where places[word] == nil {
      words.append(word)
      places[word] = words.count
    }
    (self.words, self.places) = (words, places)
  }

  /// How many numbers there are, that of nothing included.
  public var count: Int { words.count + 1 }

  /// Whether a word is known.
  public func contains(_ word: String) -> Bool { places[word.lowercased()] != nil }

  /// The words of each text as numbers, `[texts.count, longest]`; shorter texts end in zeros.
  public func numbers(of texts: [String]) -> Tensor {
    let rows = texts.map { Vocabulary.words(of: $0).map { Float(places[$0] ?? 0) } }
    let length = max(1, rows.map(\.count).max() ?? 1)
    return Tensor(
      rows.flatMap { $0 + [Float](repeating: 0, count: length - $0.count) }, shape: [texts.count, length])
  }

  /// The words of a text in lower case, without what stands between them.
  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
  }
}
