/// A value that a cell measured, with the name by which the lesson's text refers to it.
public struct MeasuredValue: Sendable, Hashable {
  /// What was measured.
  public enum Quantity: Sendable, Hashable {
    /// One number.
    case number(Double)
    /// Mean and standard deviation of several numbers, as over seeds.
    case spread(mean: Double, deviation: Double)
    /// The smallest and the largest of several numbers.
    case range(from: Double, to: Double)
    /// Words in Markdown, such as a table.
    case text(Phrase)
    /// A name that comes from elsewhere, such as that of the class that came first: it is shown as it is.
    case name(Phrase)
  }

  /// The full name, `CELL.NAME`.
  public let name: String
  /// The id of the cell that measured it.
  public let cell: String
  /// What was measured.
  public let quantity: Quantity
  /// How it is written unless the text asks for another format.
  public let format: ValueFormat

  /// The value as a reader of `language` writes it, in `format` or else in its own.
  public func text(in language: Language, as format: ValueFormat? = nil) -> String {
    let format = format ?? self.format
    return switch quantity {
    case .number(let value): format.text(value, in: language)
    case .spread(let mean, let deviation): format.text(mean: mean, spread: deviation, in: language)
    case .range(let lower, let upper): format.text(from: lower, to: upper, in: language)
    case .text(let phrase), .name(let phrase): phrase(language)
    }
  }

  /// The same as a piece of Markdown.
  func markdown(in language: Language, as format: ValueFormat? = nil) -> String {
    let text = text(in: language, as: format)
    return if case .name = quantity { text.inMarkdown } else { text }
  }
}
