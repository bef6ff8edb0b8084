import Foundation
import Testing

@testable import Notebook

@Suite("Site of the course")
struct SiteTests {
  /// A site of a toy lesson with a glossary.
  private func site(_ languages: [Language] = Language.allCases) throws -> (CourseSite, ToyLesson) {
    let toy = try ToyLesson(glossary: "# Words\n\n- `grey` **grey**: neither.\n") {
      [Cell("measure", ToyLesson.measure), Cell("draw", ToyLesson.draw)]
    }
    let folder = toy.course.appending(path: "site")
    return (CourseSite([toy.lesson], texts: toy.course, folder: folder, languages: languages), toy)
  }

  private func finish(_ site: CourseSite) throws {
    try site.writePages()
    for (lesson, options) in site.missingRuns(seed: 1) {
      try lesson.run(on: Capture().terminal, options: options)
    }
  }

  @Test("only lessons without a page are run")
  func missing() throws {
    let (site, toy) = try site()
    defer { toy.remove() }
    #expect(site.missingRuns(seed: 7).map(\.options.seed) == [7, 7])
    try finish(site)
    #expect(site.missingRuns(seed: 1).isEmpty)
    try FileManager.default.removeItem(at: site.folder.appending(path: "id/03-toy"))
    #expect(site.missingRuns(seed: 1).map(\.options.language) == [.id])
  }

  @Test("every link leads to a page that is there, and to a place in it", arguments: [Language.allCases, [.id]])
  func links(languages: [Language]) throws {
    let (site, toy) = try site(languages)
    defer { toy.remove() }
    try finish(site)
    let names = try FileManager.default.subpathsOfDirectory(atPath: site.folder.path).filter { $0.hasSuffix(".html") }
    #expect(names.count == 1 + languages.count * 4)
    for name in names {
      let file = site.folder.appending(path: name)
      let html = try String(contentsOf: file, encoding: .utf8)
      let links = html.matches(of: /<a [^>]*href="([^"]*)"/).map { String($0.1) }
      #expect(!links.isEmpty)
      for link in links {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let target = parts[0].isEmpty ? file : file.deletingLastPathComponent().appending(path: parts[0])
        let text = try String(contentsOf: target.standardizedFileURL, encoding: .utf8)
        if parts.count == 2 { #expect(text.contains(" id=\"\(parts[1])\""), "\(name): \(link)") }
      }
    }
  }

  @Test("each page leads to the same page in the other language, where that is written")
  func otherLanguage() throws {
    let (site, toy) = try site()
    defer { toy.remove() }
    try finish(site)
    let lesson = try String(contentsOf: site.folder.appending(path: "en/03-toy/report.html"), encoding: .utf8)
    #expect(lesson.contains("<a href=\"../../id/03-toy/report.html\" lang=\"id\" hreflang=\"id\">Bahasa Indonesia</a>"))
    let (alone, other) = try self.site([.en])
    defer { other.remove() }
    try finish(alone)
    let page = try String(contentsOf: alone.folder.appending(path: "en/index.html"), encoding: .utf8)
    #expect(!page.contains("hreflang"))
  }

  @Test("the search has each section with its words, and shows all of them without a script")
  func search() throws {
    let (site, toy) = try site([.en])
    defer { toy.remove() }
    try finish(site)
    let html = try String(contentsOf: site.folder.appending(path: "en/search.html"), encoding: .utf8)
    #expect(html.contains("<a href=\"03-toy/report.html#measuring\">Measuring</a> (A toy)"))
    #expect(html.contains("The accuracy is of .</span>") && !html.contains("{{"))
    #expect(html.contains("<div id=\"form\" hidden>") && !html.contains("<li hidden"))
  }
}
