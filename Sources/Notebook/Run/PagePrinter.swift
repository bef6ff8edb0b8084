import Foundation

/// Prints what a lesson shows.
struct PagePrinter {
  let terminal: Terminal
  let language: Language

  private let margin = [Span(String(repeating: " ", count: MarkdownRenderer.margin))]
  private var indent: [Span] { margin + [Span("  ")] }

  init(terminal: Terminal, language: Language) {
    self.terminal = terminal
    self.language = language
  }

  private var renderer: MarkdownRenderer {
    MarkdownRenderer(width: terminal.measure, codeWidth: terminal.width, hasStyles: terminal.usesColour)
  }

  /// Prints what a piece of the text has become.
  func print(_ block: Report.Block) {
    switch block {
    case .prose(let text): print(markdown: text)
    case .code(_, let source): print(source: source)
    case .figure(let figure, let number): print(figure, number: number)
    case .claims(let claims): print(claims)
    case .exercise(let id): print(exercise: id)
    }
  }

  func print(markdown: String) {
    terminal.print(markdown: markdown)
  }

  func print(source: String) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let listing = CodeListing(language: "swift", lines: lines)
    terminal.print(listing.lines(width: terminal.width, margin: margin, hasStyles: terminal.usesColour) + [[]])
  }

  /// How long a cell took, if a reader had to wait for it.
  func print(secondsOfCell seconds: Double) {
    guard seconds >= 1 else { return }
    terminal.print([margin + [Span(ValueFormat.seconds.text(seconds, in: language), .quiet)], []])
  }

  func print(_ figure: Figure, number: Int) {
    let name = (language == .en ? "Figure" : "Gambar") + " \(number)"
    var lines = wrapped([Span(name, .heading), Span("  "), Span(figure.title, .strong)], first: margin, rest: indent)
    lines += wrapped(renderer.inline(figure.alternative), first: indent, rest: indent)
    if let caption = figure.caption { lines += wrapped(renderer.inline(caption), first: indent, rest: indent) }
    lines.append(indent + [Span(figure.file.relativePath.onOneLine, [.quiet, .underline])])
    terminal.print(lines + [[]])
    terminal.print(picture: figure.file)
  }

  func print(_ claims: [Claim]) {
    terminal.print(claims.flatMap(lines) + [[]])
  }

  private func lines(_ claim: Claim) -> [[Span]] {
    let verdict = claim.verdict
    var terms = (language == .en ? "wanted: " : "syarat: ") + claim.wanted(in: language)
    if let interval = claim.interval(in: language) {
      terms += language == .en ? ", 95\u{A0}% interval \(interval)" : ", selang 95% \(interval)"
      terms += language == .en ? ", \(claim.values.count)\u{A0}seeds" : ", \(claim.values.count)\u{A0}benih acak"
    }
    return wrapped(
      [Span(verdict.mark, verdict.style), Span(" ")] + renderer.inline(claim.statement(language)), first: margin,
      rest: indent)
      + wrapped(
        [
          Span(claim.measured(in: language), .strong), Span("  "), Span(verdict.word(language), verdict.style),
          Span("  \(terms)", .quiet),
        ], first: indent, rest: indent)
  }

  func print(exercise id: String) {
    let name = Span(language == .en ? "Exercise " : "Latihan ", .heading)
    terminal.print([margin + [name, Span(id, .strong), Span("  alih exercise \(id)", .quiet)], []])
  }

  func print(_ ending: Ending) {
    let ruler = String(repeating: terminal.usesColour ? "━" : "-", count: terminal.measure)
    let lines = ending.lines(language).flatMap { wrapped($0, first: margin, rest: margin) }
    terminal.print([[Span(ruler, .quiet)]] + lines + [[]])
  }

  private func wrapped(_ spans: [Span], first: [Span], rest: [Span]) -> [[Span]] {
    wrap(spans, width: terminal.measure, first: first, rest: rest)
  }
}

extension Claim.Verdict {
  /// How it is printed where there are colours.
  fileprivate var style: TextStyle {
    switch self {
    case .holds: .good
    case .fails: .bad
    case .undecided: .strong
    }
  }
}

/// What is said at the end of a run: where things are, which claims hold, how long it took.
struct Ending {
  let folder: URL
  let figures: Int
  let reports: [String]
  let claims: [Claim]
  let seconds: Double

  func lines(_ language: Language) -> [[Span]] {
    let files = Self.list(made(language) + reports, language)
    let place = [Span(files + (language == .en ? " in " : " di ")), Span(folder.relativePath.onOneLine, .underline)]
    let time = [Span(ValueFormat.seconds.text(seconds, in: language), .quiet)]
    guard !claims.isEmpty else { return [place, time] }
    return [[Span("\(claims.verdict.mark) \(claims.summary(language))", claims.verdict.style)], place, time]
  }

  private func made(_ language: Language) -> [String] {
    guard figures > 0 else { return [] }
    return [language == .en ? "\(figures) figure\(figures == 1 ? "" : "s")" : "\(figures) gambar"]
  }

  private static func list(_ items: [String], _ language: Language) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + (language == .en ? " and " : " dan ") + last
  }
}
