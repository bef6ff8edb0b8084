import Foundation

extension Glossary {
  /// What is wrong with the pages of a folder, one line each: both languages have the same words in the same order, each once,
  /// with the same places for numbers.
  /// - Throws: one line if a page can't be read.
  public static func problems(in folder: URL) throws(NotebookError) -> [String] {
    let english = try Glossary(in: folder, .en), indonesian = try Glossary(in: folder, .id)
    var problems: [String] = []
    for (this, that, file) in [(english, indonesian, "glossary.id.md"), (indonesian, english, "glossary.en.md")] {
      let missing = Set(this.entries.map(\.id)).subtracting(that.entries.map(\.id))
      problems += missing.sorted().map { "\(file): \($0) is not there, but in the other language" }
    }
    for (page, file) in [(english, "glossary.en.md"), (indonesian, "glossary.id.md")] {
      problems += Dictionary(grouping: page.entries, by: \.id).filter { $1.count > 1 }.keys.sorted()
        .map { "\(file): \($0) is there twice" }
      problems += page.malformed.map { "\(file): \($0) is no entry: - `name` **label**: meaning" }
    }
    guard problems.isEmpty else { return problems }
    for (one, other) in zip(english.entries, indonesian.entries) {
      if one.id != other.id { return ["glossary.id.md: \(other.id) stands where glossary.en.md has \(one.id)"] }
      if one.places != other.places {
        problems.append("glossary.id.md: \(one.id) has not the places of the English label")
      }
    }
    return problems
  }

  /// Lines that begin like an entry and are none.
  private var malformed: [String] {
    markdown.split(separator: "\n").map(String.init).filter { $0.hasPrefix("- ") && Glossary($0).entries.isEmpty }
  }
}

extension Glossary.Entry {
  /// The places for numbers in its label.
  fileprivate var places: Set<String> { Set(label.matches(of: /\{[a-z]+\}/).map { String($0.output) }) }
}
