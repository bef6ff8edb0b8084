/// The name of a class, or another short text, in both languages.
public struct ClassName: Codable, Sendable, Hashable {
  public let english: String
  public let indonesian: String

  /// A name in both languages; the English one stands for both if there is no other.
  public init(_ english: String, indonesian: String? = nil) {
    self.english = english
    self.indonesian = indonesian ?? english
  }
}
