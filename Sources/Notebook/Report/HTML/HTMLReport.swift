import Foundation

/// Writes a report as one page for a browser: its pictures are in it, nothing is fetched, and it needs no script.
///
/// Figures have their alternative text and are shown in full size by a click; exercises and their hints are folded; a question
/// of the quiz says why as soon as an answer is chosen, by mouse or keyboard.
public struct HTMLReport: ReportFormat {
  /// Where else a reader can go from here.
  private let links: [HTMLDocument.Link]

  /// A page by itself.
  public init() { self.init(links: []) }

  /// A page among others.
  init(links: [HTMLDocument.Link]) { self.links = links }

  /// `report.html`.
  public var fileName: String { "report.html" }

  /// The page in UTF-8.
  /// - Throws: if a figure can't be read.
  public func data(for report: Report, folder: URL) throws -> Data {
    var page = HTMLPage(report)
    return HTMLDocument(title: report.title, language: report.language, links: links, body: try page.body()).data
  }
}

/// A page while it is made.
private struct HTMLPage {
  private let report: Report
  private let language: Language
  private var text = HTMLBlocks()

  init(_ report: Report) {
    self.report = report
    language = report.language
  }

  mutating func body() throws -> String {
    let quiz = report.quiz.map { HTMLQuiz($0, lesson: report.lesson, language: language) }
    // The questions before the lesson stand below its first words.
    var main = try report.blocks.map { try block($0) }
    if let quiz { main.insert(quiz.html(.before), at: min(1, main.count)) }
    if let quiz { main.append(quiz.html(.after)) }
    return """
      \(contents)
      <main id="text">
      \(main.joined(separator: "\n"))
      </main>
      \(footer)
      """
  }

  private mutating func block(_ block: Report.Block) throws -> String {
    switch block {
    case .prose(let markdown): text.html(markdown)
    case .code(_, let source): HTMLBlocks.listing(source, language: "swift")
    case .figure(let figure, let number): try HTMLFigure(figure, number: number, language: language).html()
    case .claims(let claims): HTMLClaims.table(claims, language)
    case .exercise(let id): exercise(id)
    }
  }

  private mutating func exercise(_ id: String) -> String {
    guard let exercise = report.exercises.first(where: { $0.id == id }) else {
      return "<p><strong>\(language.html("Exercise", "Latihan"))</strong> <code>\(id.inHTML)</code></p>"
    }
    // Its own heading is what unfolds it.
    let task = exercise.task.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("## ") }
    var inside = HTMLBlocks()
    let hints = exercise.hints.enumerated().map { place, hint in
      "<details><summary>\(language.html("Hint \(place + 1)", "Petunjuk \(place + 1)"))</summary>\n\(inside.html(hint))\n</details>"
    }
    return """
      <details class="exercise">
      <summary><strong>\(language.html("Exercise", "Latihan"))</strong> \(exercise.title.inlineHTML) <code>\(id.inHTML)</code></summary>
      \(inside.html(task.joined(separator: "\n")))
      \(hints.joined(separator: "\n"))
      </details>
      """
  }

  private var contents: String {
    let items = text.headings.filter { $0.level == 2 }.map { "<li><a href=\"#\($0.anchor)\">\($0.html)</a></li>" }
    guard !items.isEmpty else { return "" }
    return """
      <nav aria-label="\(language.html("Contents", "Daftar isi"))">
      <details>
      <summary>\(language.html("Contents", "Daftar isi"))</summary>
      <ol>
      \(items.joined(separator: "\n"))
      </ol>
      </details>
      </nav>
      """
  }

  private var footer: String {
    let rows = report.summary.map { "<tr><th scope=\"row\">\($0.name.inHTML)</th><td>\($0.value.inHTML)</td></tr>" }
    return """
      <footer>
      <table>
      <caption>\(language.html("This run", "Eksekusi ini"))</caption>
      \(rows.joined(separator: "\n"))
      </table>
      </footer>
      """
  }
}
