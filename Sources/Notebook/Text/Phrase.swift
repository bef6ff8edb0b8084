/// A text in both languages of the course.
public struct Phrase: Sendable, Hashable, Codable {
  public let en: String
  public let id: String

  /// A text from its two versions.
  public init(en: String, id: String) {
    self.en = en
    self.id = id
  }

  /// A text that is the same in both languages, such as a name or a formula.
  public init(_ same: String) {
    self.init(en: same, id: same)
  }

  /// The text in `language`.
  public func callAsFunction(_ language: Language) -> String {
    self[language]
  }

  /// A name from elsewhere as a piece of Markdown that shows it as it is, such as a cell of a table.
  package var inMarkdown: Phrase { Phrase(en: en.inMarkdown, id: id.inMarkdown) }

  /// The text in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .en: en
    case .id: id
    }
  }
}
