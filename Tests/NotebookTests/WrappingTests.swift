import Testing

@testable import Notebook

@Suite("Wrapping")
struct WrappingTests {
  static let texts = [
    "The accuracy of a network that was trained from scratch on ten pictures a class is low.",
    "Kerugian variasi menghaluskan gambar — ε = 8/255 cukup untuk θ* yang tidak tangguh.",
    "漢字かな交じり文は一文字で二桁を取る。全角文字の折り返しを確かめる。",
    "e\u{301}le\u{301}ment 👩‍👩‍👧‍👦 👍🏽 ✓ ✗ naïve café",
    "aVeryLongIdentifierThatNoLineOfThatWidthCanTakeWithoutBeingCut and more",
    "",
  ]

  @Test("no line is wider than asked and no character is lost", arguments: texts, [1, 2, 3, 5, 17, 40, 80])
  func widths(text: String, width: Int) {
    let lines = wrap([Span(text)], width: width)
    for line in lines where line.text.count > 1 { #expect(line.columns <= width, "\(line.text)") }
    #expect(lines.map(\.text).joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test("lines break at spaces, and what goes before them counts")
  func margins() {
    let lines = wrap([Span("one two three")], width: 9, first: [Span("• ")], rest: [Span("  ")])
    #expect(lines.map(\.text) == ["• one two", "  three"])
  }

  @Test("a word keeps its styles and a no-break space keeps a line together")
  func styles() {
    let spans = [Span("a "), Span("83.5", .strong), Span("\u{A0}% b")]
    #expect(wrap(spans, width: 8).map(\.text) == ["a 83.5\u{A0}%", "b"])
    #expect(wrap(spans, width: 7).map(\.text) == ["a", "83.5\u{A0}%", "b"])
    #expect(wrap(spans, width: 8)[0].contains(Span("83.5", .strong)))
  }

  @Test("a line for a narrow window goes on further in and breaks no word", arguments: [24, 40, 60, 80])
  func narrowWindow(width: Int) {
    let line = "  ✓  3  feature-extraction  Features: what does a light classifier on frozen features do?"
    let lines = line.wrapped(to: width).split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.columns <= width } && lines.dropFirst().allSatisfy { $0.hasPrefix("    ") })
    #expect(lines.flatMap { $0.split(separator: " ") } == line.split(separator: " "))
    #expect("short\n\nlines".wrapped(to: width) == "short\n\nlines")
  }

  @Test(
    "a character takes the columns that a terminal gives it",
    arguments: [("a", 1), ("é", 1), ("e\u{301}", 1), ("漢", 2), ("ｆ", 2), ("✓", 1), ("━", 1), ("👍🏽", 2), ("\u{200B}", 0)])
  func columns(text: String, columns: Int) {
    #expect(text.columns == columns)
  }
}
