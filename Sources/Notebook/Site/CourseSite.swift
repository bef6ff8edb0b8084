import Foundation

/// The whole course as files that any web server can serve, or a browser open where they lie: `en/` and `id/` with an index, the
/// lessons as they ran, the glossary, the pages beside the lessons and a search, and an index of the languages above them.
///
/// ```swift
/// let site = CourseSite(lessons, texts: folderOfTheLessons, folder: URL(filePath: "site"), languages: [.en, .id])
/// for (lesson, options) in site.missingRuns(seed: 1) { try lesson.run(on: terminal, options: options) }
/// try site.writePages()
/// ```
public struct CourseSite {
  let lessons: [Lesson]
  /// Where glossary and pages lie.
  let texts: URL
  let folder: URL
  let languages: [Language]

  /// A site in a folder, which is made when something is written.
  public init(_ lessons: [Lesson], texts: URL, folder: URL, languages: [Language]) {
    self.lessons = lessons
    self.texts = texts
    self.folder = folder
    self.languages = languages
  }

  /// The runs whose pages are not there yet, with the options that write them.
  public func missingRuns(seed: UInt64) -> [(lesson: Lesson, options: RunOptions)] {
    languages.flatMap { language in
      lessons.filter { !FileManager.default.fileExists(atPath: page(of: $0, language).path) }.map { lesson in
        let links = links(language, from: "../", to: "\(lesson.folderName)/report.html")
        let options = RunOptions(
          language: language, seed: seed, output: folder.appending(path: language.rawValue), pauses: false,
          handlesInterrupt: true, reports: [HTMLReport(links: links)])
        return (lesson, options)
      }
    }
  }

  /// Writes everything but the lessons, which are taken to be there.
  /// - Throws: one line if a text can't be read or a file not be written.
  public func writePages() throws {
    let output = try OutputFolder(folder)
    for language in languages {
      func write(_ name: String, _ title: String, _ main: String) throws {
        let document = HTMLDocument(
          title: title, language: language, links: links(language, from: "", to: "\(name).html"),
          body: "<main id=\"text\">\n\(main)\n</main>")
        _ = try output.write(document.data, to: "\(language.rawValue)/\(name).html")
      }
      try write("index", Self.name(of: language).course, try index(language))
      try write("search", Self.name(of: language).search, try SiteSearch(lessons, language).html())
      for page in try pages(language) {
        var blocks = HTMLBlocks()
        let html = blocks.html(page.markdown)
        try write(page.name, blocks.headings.first?.text ?? page.name, html)
      }
    }
    _ = try output.write(languagesPage.data, to: "index.html")
  }

  private func page(of lesson: Lesson, _ language: Language) -> URL {
    folder.appending(path: "\(language.rawValue)/\(lesson.folderName)/report.html")
  }

  /// Links from a page: to the index, the search, the glossary, and to the same page in the other language.
  private func links(_ language: Language, from above: String, to page: String) -> [HTMLDocument.Link] {
    let name = Self.name(of: language)
    let own = [("index", name.course), ("search", name.search), ("glossary", name.glossary)].map {
      HTMLDocument.Link(text: $0.1, address: "\(above)\($0.0).html")
    }
    return own
      + languages.filter { $0 != language }.map {
        HTMLDocument.Link(
          text: Self.name(of: $0).language, address: "\(above)../\($0.rawValue)/\(page)", language: $0)
      }
  }

  private static func name(
    of language: Language
  ) -> (language: String, course: String, search: String, glossary: String) {
    switch language {
    case .en: ("English", "Course", "Search", "Glossary")
    case .id: ("Bahasa Indonesia", "Kursus", "Cari", "Glosarium")
    }
  }

  /// The Markdown beside the lessons, the glossary among it, by name without its language.
  private func pages(_ language: Language) throws(NotebookError) -> [(name: String, markdown: String)] {
    let ending = ".\(language.rawValue).md"
    let files = ((try? FileManager.default.contentsOfDirectory(atPath: texts.path)) ?? []).sorted()
    var pages: [(String, String)] = []
    for file in files where file.hasSuffix(ending) {
      pages.append((String(file.dropLast(ending.count)), try readText(texts.appending(path: file))))
    }
    return pages
  }

  /// The lessons with their summaries, and the pages beside them.
  private func index(_ language: Language) throws(NotebookError) -> String {
    var items: [String] = []
    for lesson in lessons {
      let matter = try lesson.matter(language)
      items.append(
        "<li><a href=\"\(lesson.folderName)/report.html\">\(matter.title.inlineHTML)</a>: \(matter.summary.inlineHTML)</li>"
      )
    }
    var others: [String] = []
    for page in try pages(language) {
      var blocks = HTMLBlocks()
      _ = blocks.html(page.markdown)
      others.append("<li><a href=\"\(page.name).html\">\(blocks.headings.first?.html ?? page.name.inHTML)</a></li>")
    }
    let lesson = Phrase(en: "Lessons", id: "Pelajaran")(language)
    let beside = Phrase(en: "Pages", id: "Halaman")(language)
    return """
      <h1>alih: \(Phrase(en: "transfer learning that runs", id: "pembelajaran transfer yang berjalan")(language))</h1>
      <h2>\(lesson)</h2>
      <ul>
      \(items.joined(separator: "\n"))
      </ul>
      <h2>\(beside)</h2>
      <ul>
      \(others.joined(separator: "\n"))
      </ul>
      """
  }

  /// The page above the languages.
  private var languagesPage: HTMLDocument {
    let items = languages.map { language in
      let name = Self.name(of: language).language
      return "<li><a href=\"\(language.rawValue)/index.html\" lang=\"\(language.rawValue)\">\(name)</a></li>"
    }
    return HTMLDocument(
      title: "alih", language: languages.first ?? .en,
      body: "<main id=\"text\">\n<h1>alih</h1>\n<ul>\n\(items.joined(separator: "\n"))\n</ul>\n</main>")
  }
}
