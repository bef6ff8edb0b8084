import Foundation
import Testing

@testable import Notebook

@Suite("Page for a browser")
struct HTMLReportTests {
  /// The page of a toy, with what is told in the place of its own.
  private func page(
    _ language: Language = .en, _ change: (ToyLesson) throws -> Void = { _ in }
  ) throws -> (
    html: String, folder: URL, remove: () -> Void
  ) {
    let toy = try ToyLesson()
    try change(toy)
    let folder = try toy.run(language).result.folder
    return (try String(contentsOf: folder.appending(path: "report.html"), encoding: .utf8), folder, toy.remove)
  }

  @Test(
    "it has prose, coloured source, the figure's own bytes, claims by word and what the run was, and fetches nothing")
  func content() throws {
    let (html, folder, remove) = try page(.id)
    defer { remove() }
    let png = try Data(contentsOf: folder.appending(path: "grey.png")).base64EncodedString()
    for piece in [
      "<html lang=\"id\">", "<title>Mainan · alih</title>", "<h1 id=\"mainan\">Mainan</h1>",
      "<h2 id=\"mengukur\">Mengukur</h2>", "<li><a href=\"#mengukur\">Mengukur</a></li>",
      "<span class=\"keyword\">func</span> measure(", "<strong>83,5%</strong>",
      "src=\"data:image/png;base64,\(png)\" alt=\"Abu-abu pada 83,5% [yakin]\" width=\"3\" height=\"2\"",
      "<strong>Gambar 1. Abu-abu.</strong> Semua piksel sama.", "<strong class=\"holds\">✓\u{A0}terbukti</strong>",
      "<strong class=\"fails\">✗\u{A0}terbantah</strong>", "Tinggi | yakin",
      "<th scope=\"row\">Pelajaran</th><td>toy</td>",
    ] {
      #expect(html.contains(piece), "\(piece)")
    }
    #expect(!html.contains("<script") && !html.contains("http") && !html.contains("{{"))
  }

  @Test("every tag is closed, in the order in which it was opened")
  func tags() throws {
    let (html, _, remove) = try page { try Self.giveQuizAndExercise(to: $0) }
    defer { remove() }
    let alone: Set<Substring> = ["meta", "img", "input", "br", "hr", "!doctype"]
    var open: [Substring] = []
    for match in html.matches(of: /<(\/?)([a-z!][a-z0-9]*)[^>]*>/) where !alone.contains(match.2) {
      if match.1.isEmpty {
        open.append(match.2)
      } else {
        #expect(open.popLast() == match.2)
      }
    }
    #expect(open.isEmpty)
  }

  @Test("a question says why as soon as an answer is chosen; an exercise and its hints are folded")
  func folded() throws {
    let (html, _, remove) = try page { try Self.giveQuizAndExercise(to: $0) }
    defer { remove() }
    for piece in [
      "<summary>Questions before you read: 1</summary>", "<legend>What is grey?</legend>",
      "<p class=\"why\"><strong class=\"holds\">✓ Right.</strong> Half of white.</p>",
      "<p class=\"why\"><strong class=\"fails\">✗ Not quite.</strong> A sound.</p>",
      "<details class=\"exercise\">", "Paint <em>grey</em> <code>paint</code></summary>",
      "<summary>Hint 3</summary>\n<p>Write 0.5.</p>",
    ] {
      #expect(html.contains(piece), "\(piece)")
    }
    #expect(html.matches(of: /<input type="radio" name="grey" id="grey-[12]">/).count == 2)
    #expect(!html.contains("checked>") && html.contains("input:checked ~ .why { display: block; }"))
  }

  private static func giveQuizAndExercise(to toy: ToyLesson) throws {
    func write(_ text: String, to name: String) throws {
      try text.write(to: toy.folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    try write(
      """
      {"before": [{"id": "grey", "question": {"en": "What is grey?", "id": "Apa itu abu-abu?"}, "options": [
        {"en": "Half", "id": "Setengah", "right": true, "explanation": {"en": "Half of white.", "id": "Setengah putih."}},
        {"en": "A note", "id": "Nada", "explanation": {"en": "A sound.", "id": "Bunyi."}}]}], "after": []}
      """, to: "quiz.json")
    for language in Language.allCases {
      try write(
        "<!-- exercise: paint -->\n## Paint *grey*\n\nDo it.\n"
          + ["Think.", "Here.", "Write 0.5."].map { "\n<!-- hint\n\($0)\n-->\n" }.joined(),
        to: "exercises.\(language.rawValue).md")
      try write(ToyLesson.text(language) + "\n<!-- exercise: paint -->\n", to: "lesson.\(language.rawValue).md")
    }
  }

  @Test("names out of files stay text: no tag, attribute or link comes of them")
  func evilNames() {
    let name = "<img src=x onerror=alert(1)>\" onclick=\"x [a](javascript:alert(1)) `<b>`"
    var blocks = HTMLBlocks()
    let html = blocks.html("# \(name.inMarkdown)\n\n| a | b |\n|---|---|\n| \(name.inMarkdown) | 1 |")
    #expect(!html.contains("<img") && !html.contains("href") && !html.contains("<b>"))
    #expect(
      blocks.html("[a](javascript:alert(1)) [b](../secret) [c](https://example.org/\"x)")
        == "<p>a b <a href=\"https://example.org/&quot;x\">c</a></p>")
  }

  @Test("headings of one name have places of their own, and of no letters too")
  func anchors() {
    var blocks = HTMLBlocks()
    _ = blocks.html("## What it says\n\n## What it says\n\n## ?\n\n## What it `says`")
    #expect(blocks.headings.map(\.anchor) == ["what-it-says", "what-it-says--2", "section", "what-it-says--3"])
  }

  @Test("lists, quotes, formulas and code are what they were in Markdown")
  func blocks() {
    var blocks = HTMLBlocks()
    #expect(blocks.html("3. a\n4. *b*") == "<ol start=\"3\">\n<li>a</li>\n<li><em>b</em></li>\n</ol>")
    #expect(blocks.html("- a\n\n- b") == "<ul>\n<li><p>a</p></li>\n<li><p>b</p></li>\n</ul>")
    #expect(blocks.html("> a & b") == "<blockquote>\n<p>a &amp; b</p>\n</blockquote>")
    #expect(blocks.html("$$\nx < 1\n$$") == "<p class=\"formula\">x &lt; 1</p>")
    #expect(blocks.html("```sh\na | b\n```") == "<pre tabindex=\"0\"><code>a | b</code></pre>")
  }

  @Test("text of every colour differs from what is behind it by 4.5 : 1, by day and night")
  func contrast() throws {
    let themes = HTMLStyle.sheet.split(separator: "@media (prefers-color-scheme: dark)", maxSplits: 1)
    try #require(themes.count == 2)
    for theme in themes {
      let colours = Dictionary(
        theme.matches(of: /--([a-z]+): #([0-9a-f]{6})/).map { (String($0.1), Self.luminance($0.2)) }
      ) { first, _ in first }
      try #require(colours.count == 13)
      for (name, text) in colours where !["page", "panel", "line"].contains(name) {
        for ground in ["page", "panel"] {
          let back = try #require(colours[ground])
          #expect((max(text, back) + 0.05) / (min(text, back) + 0.05) >= 4.5, "\(name) on \(ground)")
        }
      }
    }
  }

  /// The relative luminance of a colour (WCAG 2.2).
  private static func luminance(_ hex: Substring) -> Double {
    let value = Int(hex, radix: 16) ?? 0
    let channels = [16, 8, 0].map { shift -> Double in
      let level = Double(value >> shift & 255) / 255
      return level <= 0.04045 ? level / 12.92 : pow((level + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}
