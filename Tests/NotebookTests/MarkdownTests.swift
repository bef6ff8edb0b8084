import Testing

@testable import Notebook

@Suite("Markdown at the terminal")
struct MarkdownTests {
  private func plain(_ markdown: String, width: Int = 40) -> [String] {
    var lines = MarkdownRenderer(width: width, hasStyles: false).lines(markdown).map(\.text)
    while lines.last?.isEmpty == true { lines.removeLast() }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    return lines
  }

  private func spans(_ text: String) -> [Span] {
    InlineParser.pieces(of: text).spans(hasStyles: true)
  }

  @Test("headings are underlined where there are no styles")
  func headings() {
    #expect(
      plain("# One *two*\n\n## Three ##\n### Four") == ["One two", "=======", "", "", "Three", "-----", "", "", "Four"])
  }

  @Test("a paragraph is filled and a hard break is kept")
  func paragraphs() {
    #expect(plain("one\ntwo  \nthree\\\nfour\n\nfive") == ["  one two", "  three", "  four", "", "  five"])
  }

  static let inline: [(text: String, expected: [Span])] = [
    ("a *b* c", [Span("a "), Span("b", .emphasis), Span(" c")]),
    ("__b__ _c_", [Span("b", .strong), Span(" "), Span("c", .emphasis)]),
    ("***b***", [Span("b", [.strong, .emphasis])]),
    ("**a *b* c**", [Span("a ", .strong), Span("b", [.strong, .emphasis]), Span(" c", .strong)]),
    (
      "θ* = argmin_θ L(θ | θ₀, D), snake_case_name, 2 * 3 * 4",
      [Span("θ* = argmin_θ L(θ | θ₀, D), snake_case_name, 2 * 3 * 4")]
    ),
    ("`a*b*` and ``c`d``", [Span("a*b*", .code), Span(" and "), Span("c`d", .code)]),
    ("$w_c^{m,n} * x_i$ costs $5 or $6", [Span("w_c^{m,n} * x_i costs $5 or $6")]),
    ("\\*a\\* \\` b\\c", [Span("*a* ` b\\c")]),
    ("a<!-- no -->b<br>c <sub>2</sub> x < y > z", [Span("abc 2 x < y > z")]),
    ("[text](lesson.md)", [Span("text", .underline)]),
    ("[t](https://a.b/c_d)", [Span("t", .underline), Span(" (https://a.b/c_d)", .quiet)]),
    ("<https://a.b>", [Span("https://a.b", .underline)]),
    ("![two cats](cats.png)!", [Span("[two cats]!")]),
    ("[a] b] (c)", [Span("[a] b] (c)")]),
    ("1&nbsp;% &lt;&amp;& x", [Span("1\u{A0}% <&& x")]),
    ("*a and `b", [Span("*a and `b")]),
  ]

  @Test("emphasis, code, formulas, links and escapes are read", arguments: inline.indices)
  func inlineText(row: Int) {
    #expect(spans(Self.inline[row].text) == Self.inline[row].expected)
  }

  @Test("lists nest, wrap under their text and number as written")
  func lists() {
    let text = "- one that is longer than a line\n- two\n  - inner `code`\n\n9. nine\n10. ten\n\n    more\n"
    #expect(
      plain(text, width: 20) == [
        "  • one that is", "    longer than a", "    line", "  • two", "    • inner `code`", "", "   9. nine", "",
        "  10. ten", "", "      more",
      ])
  }

  @Test("a number at the start of a line of running text opens no list")
  func numberInText() {
    #expect(plain("In the year\n1986. It was") == ["  In the year 1986. It was"])
  }

  @Test("code is shown as it is, and comments are left out, except in code")
  func verbatim() {
    let text = "a\n\n```text\nx  <!-- y --> *z*\n```\n\n<!-- gone\nthis too -->\n\n$$\nL_{tv} = \\sum_i\n$$"
    #expect(plain(text) == ["  a", "", "    x  <!-- y --> *z*", "", "    L_{tv} = \\sum_i"])
  }

  @Test("quotes have a bar")
  func quotes() {
    #expect(plain("> one\n> two\n>\n> - three") == ["  > one two", "  >", "  > • three"])
  }

  @Test("tables are set in columns, aligned, and wrapped when too wide")
  func tables() {
    let text = "| Head | ms |\n|:-----|---:|\n| knn \\| a | 1.5 |\n| `x` | 12 |"
    #expect(plain(text) == ["  Head       ms", "  ───────   ───", "  knn | a   1.5", "  `x`        12"])
    let wide = "| A | B |\n|---|---|\n| one two three four | five six seven eight |"
    for line in plain(wide, width: 24) { #expect(line.columns <= 24, "\(line)") }
    #expect(plain(wide, width: 24).count == 5)
  }

  @Test(
    "a table breaks no word: where it does not fit, each row becomes lines of its own", arguments: [20, 40, 60, 80])
  func tablesKeepWords(width: Int) {
    let cells = [
      ["as it is, answers renamed", "nothing", "52.4\u{A0}± 3.1\u{A0}%", "53.0\u{A0}± 2.2\u{A0}%"],
      ["fine-tuned, everything", "1,148,832", "71.7\u{A0}± 6.3\u{A0}%", "83.9\u{A0}± 1.9\u{A0}%"],
    ]
    let rows = cells.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    let lines = plain("| way | what learns | 5 pictures a class | 20 |\n|---|---|---|---|\n\(rows)", width: width)
    for line in lines { #expect(line.columns <= width, "\(line)") }
    let words = lines.flatMap { $0.split(separator: " ").map(String.init) }
    for word in cells.joined().flatMap({ $0.split(separator: " ").map(String.init) }) { #expect(words.contains(word)) }
    #expect(lines.contains { $0.contains("───") } == (width >= 60))
    #expect(lines.contains("  what learns: nothing") == (width == 40))
  }

  @Test("a comment that is broken goes on with its slashes, so that what is copied compiles", arguments: [40, 60])
  func comments(width: Int) {
    func listing(_ code: String) -> [String] { plain("```swift\n\(code)\n```", width: width) }
    let whole = listing(
      "  // Of all that lie in a tenth of the scale, the share of each, as it was counted in the café.")
    #expect(whole.count > 1 && whole.allSatisfy { $0.hasPrefix("      // ") && $0.columns <= width })
    let words = listing("/// A sentence of documentation that is longer than the line that it stands on, by far.")
    #expect(words.count > 1 && words.allSatisfy { $0.hasPrefix("    /// ") && $0.columns <= width })
    let behind = listing("let size = 3  // 2. configure what the network takes, which is one number here, and no other")
    #expect(behind.count > 1 && behind.allSatisfy { $0.contains("//") && $0.columns <= width })
    let none = listing(
      "let text = \"https://example.org/a and a long text that has slashes in it and no comment at all\"")
    #expect(none.count > 1 && none.dropFirst().allSatisfy { !$0.contains("//") })
  }

  @Test("no line of prose is wider than asked", arguments: [20, 33, 80])
  func widths(width: Int) {
    let text = WrappingTests.texts.map {
      "> 1. \($0)\n\n- \($0)\n\n## \($0)\n\n\($0)\n\n| a | b |\n|---|---|\n| \($0) | \($0) |"
    }
    for line in plain(text.joined(separator: "\n\n"), width: width) { #expect(line.columns <= width, "\(line)") }
  }

  @Test(
    "anything is rendered without a trap",
    arguments: ["|", "|\n|-", "```", "- ", "1.", ">", "#", "####### x", "<!--", "$$", "*", "[](", "![", "\\"])
  func oddities(text: String) {
    for prefix in ["", "> ", "- ", "a\n"] {
      let lines = plain(prefix + text + "\n\n# end")
      // What is open goes on to the end, but not out of a quote or a list.
      let swallowsTheEnd = ["```", "<!--", "$$"].contains(text) && !["> ", "- "].contains(prefix)
      #expect(lines.contains("end") != swallowsTheEnd, "\(prefix)\(text)")
    }
  }
}
