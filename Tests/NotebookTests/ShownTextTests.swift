import Foundation
import Testing

@testable import Notebook

/// Names as nobody should give them, and as somebody does.
@Suite struct ShownTextTests {
  static let evil = [
    "\u{1B}[31mred\u{1B}[0m", "a\nb", "a\r\nb", "a\u{85}b", "a\u{2028}b\u{2029}c", "\u{202E}gnp.cat\u{202C}",
    "\u{2066}a\u{2069}", "\u{200E}\u{200F}\u{61C}", "\u{7}\u{8}\u{7F}\u{9B}31m", "\u{FEFF}\u{200B}\u{E0041}", "a\tb",
    "\0",
  ]

  @Test("no name makes a second line, or says anything to a terminal", arguments: evil)
  func onOneLine(name: String) {
    let shown = name.onOneLine
    #expect(!shown.unicodeScalars.contains { $0.commands } && !shown.contains { $0.isNewline })
    #expect(!name.printable.unicodeScalars.contains { $0.commands && $0 != "\n" && $0 != "\t" })
  }

  @Test("what is harmless stays as it is: accents, joiners, emoji of several parts, right-to-left letters")
  func harmless() {
    for name in ["Égyptian Mau", "می‌خواهم", "👩‍🔬", "חתול", "क्‍ष", "a\u{A0}b", "猫", "x − y"] {
      #expect(name.onOneLine == name && name.printable == name)
    }
    #expect(" a \n\n  b\u{2028}c ".onOneLine == "a b c" && "\u{1B}[2J".onOneLine == "\u{FFFD}[2J")
  }

  @Test("JSON that is made printable is the same JSON", arguments: evil)
  func json(name: String) throws {
    let text = String(decoding: try JSONEncoder().encode([name, "\u{10FFFF}\u{E0041}"]), as: UTF8.self).printable
    #expect(!text.unicodeScalars.contains { $0.commands })
    #expect(try JSONDecoder().decode([String].self, from: Data(text.utf8)) == [name, "\u{10FFFF}\u{E0041}"])
  }

  @Test(
    "in Markdown a name is text: no tag, link, picture, formula, address, emphasis or end of a cell comes of it",
    arguments: [
      "<img src=x onerror=alert(1)>", "![p](http://x.org/y.png)", "[a](javascript:b)", "a | b", "`a`", "**a**", "__a__",
      "~~a~~", "$x$", "&lt;", "\\", "https://x.org", "www.x.org", "_a_", "<!-- a -->", "<https://x.org>",
      "{{cell.name}}",
    ])
  func markdown(name: String) {
    let spans = InlineParser.pieces(of: "before \(name.inMarkdown) after").spans(hasStyles: true)
    #expect(spans == [Span("before \(name) after")], "\(name.inMarkdown)")
    #expect(!name.inMarkdown.contains("://") && !name.inMarkdown.contains(/(^|[^\\])[<>|`\[\]]/))
  }

  @Test("a plain name is left as it is in Markdown, and between backticks nothing ends them")
  func plain() {
    for name in ["golden retriever", "mobilenet_v2-1.4", "a/b.png", "3 − 4 (old)", "it's"] {
      #expect(name.inMarkdown == name && name.inMarkdownCode == "`\(name)`")
    }
    #expect("a`b\n|c".inMarkdownCode == "`a'b ¦c`")
  }

  @Test("a file's name is at most 180 bytes of plain letters, and not one that Windows keeps", arguments: evil)
  func fileName(name: String) throws {
    let names = [
      name, String(repeating: name, count: 500), "../\(name)", "-rf \(name)", ".\(name)", "con", "COM1.x", "a/b", "",
    ]
    for name in names.map(\.fileName) {
      #expect(name.utf8.count <= 180 && !name.isEmpty && !name.hasPrefix(".") && !name.hasPrefix("-"))
      #expect(!name.unicodeScalars.contains { $0.commands } && !name.contains { "/\\:*?\"<>|\n`$".contains($0) })
      #expect(name.lowercased() != "con" && !name.lowercased().hasPrefix("com1"))
    }
  }

  @Test("two names never become one file, and a plain name is its own")
  func differentFiles() {
    let names = [
      "a/b", "a-b", "a\\b", "a:b", "a\nb", "a\u{1B}b", " a-b", "a-b ", "a-b.", ".a-b", "", "-", "/", ".", "..", "nul",
      "NUL",
      "name", String(repeating: "x", count: 300), String(repeating: "x", count: 301), "a/b".fileName, "e\u{301}/", "é/",
    ]
    #expect(Set(names.map(\.fileName)).count == names.count)
    for name in ["zebra", "golden retriever", "crane (134)", "kucing", "猫", "e.g", "x_1"] {
      #expect(name.fileName == name)
    }
  }
}
