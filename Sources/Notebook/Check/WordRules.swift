import Foundation

/// Which word stands for what in Indonesian texts, as `glossary.id.md` decides in two comments.
///
/// ```
/// <!-- words
/// probabilitas: peluang
/// antarbenih: antar-
/// -->
/// <!-- italics
/// batch, softmax
/// -->
/// ```
/// A line of `words` is the word to use and, after the colon, what it replaces: whole words with or without -nya, or what words
/// begin with, where it ends in a hyphen. Words of `italics` are foreign and stand in italics in prose.
struct WordRules {
  /// What to say of a phrase in small letters that is not to be written.
  private var forbidden: [String: String] = [:]
  /// What to say of a foreign phrase in small letters.
  private var foreign: [String: String] = [:]

  /// The rules in the text of the glossary.
  init(_ glossary: String) {
    var kind = ""
    for line in glossary.split(separator: "\n", omittingEmptySubsequences: false).map({ String($0).trimmed }) {
      switch line {
      case "<!-- words", "<!-- italics": kind = line
      case "-->": kind = ""
      default:
        if kind == "<!-- words", let colon = line.range(of: ": ") {
          let right = line[..<colon.lowerBound]
          for wrong in Self.list(line[colon.upperBound...]) { forbidden[wrong] = "\(wrong) is written \(right)" }
        } else if kind == "<!-- italics" {
          for word in Self.list(line[...]) { foreign[word] = "\(word) stands without italics" }
        }
      }
    }
  }

  private static func list(_ words: Substring) -> [String] {
    words.split(separator: ",").map { String($0).trimmed.lowercased() }.filter { !$0.isEmpty }
  }

  /// What is wrong in texts, one line each with file and line.
  func problems(in texts: [IndonesianText]) -> [String] {
    let (forbiddenWords, foreignWords) = (Self.pattern(forbidden.keys), Self.pattern(foreign.keys))
    let percent = try? NSRegularExpression(pattern: #"[0-9][ \x{A0}\x{202F}]%"#)
    return texts.flatMap { text in
      let found =
        Self.places(of: forbiddenWords, in: text.words).map { ($0.line, forbidden[$0.phrase] ?? $0.phrase) }
        + Self.places(of: foreignWords, in: text.prose).map { ($0.line, foreign[$0.phrase] ?? $0.phrase) }
        + Self.places(of: percent, in: text.words).map { ($0.line, "% stands behind a space") }
      return found.sorted { $0.0 < $1.0 }.map { "\(text.file):\($0): \($1)" }
    }
  }

  /// Finds the phrases as whole words, also over the end of a line; nil if there are none.
  private static func pattern(_ phrases: some Collection<String>) -> NSRegularExpression? {
    let alternatives = phrases.sorted { $0.count > $1.count }.map { phrase in
      phrase.split(separator: " ").map { NSRegularExpression.escapedPattern(for: String($0)) }.joined(separator: "\\s+")
        + (phrase.hasSuffix("-") ? "" : "(?=(?:nya)?(?![\\p{L}-]))")
    }
    guard !alternatives.isEmpty else { return nil }
    return try? NSRegularExpression(
      pattern: "(?<![\\p{L}-])(?:\(alternatives.joined(separator: "|")))", options: .caseInsensitive)
  }

  /// Where a pattern is found: the line, from 1, and the phrase in small letters with single spaces.
  private static func places(of pattern: NSRegularExpression?, in text: String) -> [(line: Int, phrase: String)] {
    pattern?.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap { match in
      guard let range = Range(match.range, in: text) else { return nil }
      let phrase = text[range].lowercased().split { $0.isWhitespace }.joined(separator: " ")
      return (text[..<range.lowerBound].count { $0 == "\n" } + 1, phrase)
    } ?? []
  }
}

extension Glossary {
  /// Where Indonesian texts in a folder, its sub-folders and their quizzes write a word that `glossary.id.md` gives another for,
  /// a foreign word without italics, or a space before a percent sign; one line each, with file and line.
  /// - Throws: one line if a text can't be read.
  public static func wordProblems(in folder: URL) throws(NotebookError) -> [String] {
    let rules = WordRules(try readText(folder.appending(path: "glossary.id.md")))
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    var texts: [IndonesianText] = []
    for name in names.sorted() where name.hasSuffix(".id.md") || name.hasSuffix("quiz.json") {
      let text = try readText(folder.appending(path: name))
      texts.append(name.hasSuffix(".json") ? IndonesianText(quiz: text, file: name) : IndonesianText(text, file: name))
    }
    return rules.problems(in: texts)
  }
}
