/// A piece of the inside of a paragraph.
indirect enum Inline: Equatable {
  case text(String)
  case code(String)
  /// A formula, as it was written between dollar signs.
  case formula(String)
  case emphasis([Inline])
  case strong([Inline])
  case link([Inline], address: String)
  /// A picture's alternative text.
  case image(String)
  case lineBreak
}

extension Inline {
  /// The last character that is seen, if there is one.
  var last: Character? {
    switch self {
    case .text(let text), .code(let text), .formula(let text): text.last
    case .image: "]"
    case .emphasis(let pieces), .strong(let pieces), .link(let pieces, _): pieces.last?.last
    case .lineBreak: "\n"
    }
  }
}

extension [Inline] {
  /// The pieces as a terminal shows them; where styles can't be shown, code keeps its backticks.
  func spans(hasStyles: Bool, style: TextStyle = []) -> [Span] {
    flatMap { $0.spans(hasStyles: hasStyles, style: style) }.joiningEqualStyles
  }
}

extension Inline {
  fileprivate func spans(hasStyles: Bool, style: TextStyle) -> [Span] {
    switch self {
    case .text(let text), .formula(let text): return [Span(text, style)]
    case .code(let text): return [Span(hasStyles ? text : "`\(text)`", style.union(.code))]
    case .emphasis(let pieces): return pieces.spans(hasStyles: hasStyles, style: style.union(.emphasis))
    case .strong(let pieces): return pieces.spans(hasStyles: hasStyles, style: style.union(.strong))
    case .image(let text): return [Span("[\(text)]", style)]
    case .lineBreak: return [Span("\n", style)]
    case .link(let pieces, let address):
      let label = pieces.spans(hasStyles: hasStyles, style: style.union(.underline))
      let isShown = address.contains("://") && address != label.text
      return label + (isShown ? [Span(" (\(address))", style.union(.quiet))] : [])
    }
  }
}

extension [Span] {
  /// Neighbours of one style as one span.
  fileprivate var joiningEqualStyles: [Span] {
    reduce(into: []) { spans, span in
      if let last = spans.indices.last, spans[last].style == span.style {
        spans[last].text += span.text
      } else {
        spans.append(span)
      }
    }
  }
}
