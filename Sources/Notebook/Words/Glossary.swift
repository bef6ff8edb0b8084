import Foundation

/// The words of the course in one language, each with what it means: `glossary.en.md` and `glossary.id.md`.
///
/// A line of it is ``- `test-accuracy` **test accuracy**: what it means.``
public struct Glossary: Sendable {
  /// A word of the course.
  public struct Entry: Sendable, Hashable {
    /// The name that is the same in every language, such as `test-accuracy`.
    public let id: String
    /// The word as figures show it.
    public let label: String
    /// What it means; empty where the word says it all.
    public let meaning: String
  }

  /// The entries in the order of the page.
  public let entries: [Entry]
  /// The page as it stands.
  public let markdown: String

  /// Reads a page.
  public init(_ markdown: String) {
    self.markdown = markdown
    entries = markdown.split(separator: "\n").compactMap { Self.entry(String($0)) }
  }

  /// Reads the page of a folder in a language.
  /// - Throws: one line if it can't be read.
  public init(in folder: URL, _ language: Language) throws(NotebookError) {
    self.init(try readText(folder.appending(path: "glossary.\(language.rawValue).md")))
  }

  /// The entries that a reader may mean by a word: of that name or label, else all that have it in name or label.
  public func entries(matching word: String) -> [Entry] {
    let wanted = word.lowercased()
    let exact = entries.filter { $0.id == wanted || $0.label.lowercased() == wanted }
    return exact.isEmpty
      ? entries.filter { $0.id.contains(wanted) || $0.label.lowercased().contains(wanted) } : exact
  }

  private static func entry(_ line: String) -> Entry? {
    guard line.hasPrefix("- `"), let idEnd = line.dropFirst(3).firstIndex(of: "`") else { return nil }
    let rest = String(line[line.index(after: idEnd)...]).trimmed
    guard rest.hasPrefix("**"), let labelEnd = rest.dropFirst(2).range(of: "**") else { return nil }
    return Entry(
      id: String(line.dropFirst(3)[..<idEnd]), label: String(rest.dropFirst(2)[..<labelEnd.lowerBound]),
      meaning: String(rest[labelEnd.upperBound...].drop { $0 == ":" || $0 == " " }))
  }
}

/// The text of a file.
func readText(_ file: URL) throws(NotebookError) -> String {
  do {
    return try String(contentsOf: file, encoding: .utf8).replacing("\r\n", with: "\n")
  } catch {
    let exists = FileManager.default.fileExists(atPath: file.path)
    throw .unreadable(file, because: exists ? "it is not UTF-8 text" : "there is no such file")
  }
}
