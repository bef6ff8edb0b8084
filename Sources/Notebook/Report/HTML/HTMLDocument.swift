import Foundation

/// A file for a browser: what stands around a page's own text.
struct HTMLDocument {
  /// A link to another page, relative to this one.
  struct Link {
    let text: String
    let address: String
    /// The language of the page that it leads to, where it is another.
    var language: Language?
  }

  let title: String
  let language: Language
  var links: [Link] = []
  /// What is seen below the links, with an element `<main id="text">`.
  let body: String

  /// The file in UTF-8.
  var data: Data {
    Data(
      """
      <!doctype html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="\(Release.software.inHTML)">
      <title>\(title.inHTML) · alih</title>
      <style>
      \(HTMLStyle.sheet)
      </style>
      </head>
      <body>
      <header>
      <a class="skip" href="#text">\(language == .en ? "Skip to the text" : "Langsung ke teks")</a>
      \(links.map(\.html).joined(separator: "\n"))
      </header>
      \(body)
      </body>
      </html>

      """.utf8)
  }
}

extension HTMLDocument.Link {
  fileprivate var html: String {
    let other = language.map { " lang=\"\($0.rawValue)\" hreflang=\"\($0.rawValue)\"" } ?? ""
    return "<a href=\"\(address.inHTML)\"\(other)>\(text.inHTML)</a>"
  }
}
