import Experiments
import Foundation
import Lessons
import Notebook
import Testing

/// The page in Lessons that lists which lesson and cell answers what, in both languages.
@Suite struct TopicsPageTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Lessons")

  /// The lessons and cells of each row of the page: what stands in the last column, "`lesson` › `cell`, `cell`; `lesson`".
  private func references(_ language: String) throws -> [[(lesson: String, cells: [String])]] {
    let text = try String(contentsOf: Self.folder.appending(path: "topics.\(language).md"), encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.contains("`") }
    return rows.map { row in
      let last = row.split(separator: "|").last.map(String.init) ?? ""
      return last.split(separator: ";").map { part in
        let names = part.matches(of: /`([^`]+)`/).map { String($0.1) }
        return (names[0], Array(names.dropFirst()))
      }
    }
  }

  @Test("every lesson on the page that is there has the cells that the page names", arguments: ["en", "id"])
  func cells(language: String) throws {
    let rows = try references(language)
    #expect(rows.count >= 40)
    for (lesson, cells) in rows.joined() {
      guard let found = allLessons.first(where: { $0.id == lesson })?.lesson else { continue }
      let text = try String(contentsOf: found.folder.appending(path: "lesson.\(language).md"), encoding: .utf8)
      for cell in cells { #expect(text.contains("<!-- cell: \(cell) -->"), "\(lesson) has no cell \(cell)") }
    }
  }

  @Test("every lesson answers something on the page, and both languages name the same")
  func lessons() throws {
    let (english, indonesian) = (try references("en"), try references("id"))
    #expect(english.map { $0.map(\.lesson) } == indonesian.map { $0.map(\.lesson) })
    #expect(english.map { $0.map(\.cells) } == indonesian.map { $0.map(\.cells) })
    let named = Set(english.joined().map(\.lesson))
    for lesson in allLessons { #expect(named.contains(lesson.id), "\(lesson.id) is not on the page") }
  }
}
