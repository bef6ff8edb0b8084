/// A block of Markdown, as far as a lesson's text uses it.
indirect enum MarkdownBlock {
  case heading(level: Int, text: String)
  case paragraph(String)
  /// Text to be shown as it is: a code block, or a formula between `$$`.
  case verbatim(language: String, lines: [String])
  case quote([MarkdownBlock])
  /// Items with the marker that is shown before each.
  case list([(marker: String, blocks: [MarkdownBlock])], isTight: Bool)
  case table(header: [String], alignments: [Alignment], rows: [[String]])
  case rule

  enum Alignment {
    case left, center, right
  }
}
