/// Text and pieces of paragraphs as HTML.
extension String {
  /// The text as HTML shows it: no tag, entity or end of an attribute comes of it.
  var inHTML: String {
    reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }

  /// Markdown's inside of a paragraph as HTML.
  var inlineHTML: String { InlineParser.pieces(of: self).html }

  /// The text as the name of a place in a page: small letters and digits with hyphens between them, such as `what-it-says`.
  var anchor: String {
    lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}

extension [Inline] {
  /// The pieces as HTML.
  var html: String { map(\.html).joined() }

  /// The pieces without their marks.
  var text: String { spans(hasStyles: true).text }
}

extension Inline {
  /// The piece as HTML; a link leads to a web page or stays text, since what lies beside the lesson's text does not lie here.
  fileprivate var html: String {
    switch self {
    case .text(let text): text.inHTML
    case .code(let text): "<code>\(text.inHTML)</code>"
    case .formula(let text): "<span class=\"formula\">\(text.inHTML)</span>"
    case .emphasis(let pieces): "<em>\(pieces.html)</em>"
    case .strong(let pieces): "<strong>\(pieces.html)</strong>"
    case .image(let text): "[\(text.inHTML)]"
    case .lineBreak: "<br>"
    case .link(let pieces, let address):
      ["https://", "http://", "#"].contains(where: address.hasPrefix)
        ? "<a href=\"\(address.inHTML)\">\(pieces.html)</a>" : pieces.html
    }
  }
}

extension Language {
  /// One of two texts, the one in this language, as HTML.
  func html(_ english: String, _ indonesian: String) -> String { Phrase(en: english, id: indonesian)(self).inHTML }
}
