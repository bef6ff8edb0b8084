import Foundation

/// The words of an Indonesian text as a check of words needs them: without code, places for values, addresses and quotes.
///
/// Both texts keep the lines of the file.
struct IndonesianText {
  let file: String
  /// All words, those in the blocks of figures, claims and terms among them; a 0 stands for a value.
  let words: String
  /// The words in running prose that are neither in italics nor bold.
  let prose: String

  /// The words of a text in Markdown.
  init(_ markdown: String, file: String) {
    self.file = file
    let (all, prose) = Self.lines(of: markdown)
    words = Self.masked(all.joined(separator: "\n"), Self.noWords)
    self.prose = Self.masked(
      Self.masked(prose.joined(separator: "\n"), Self.noWords),
      #"\*{3}[^*]+\*{3}|\*\*(?:(?!\n\n)[^*]|\*(?!\*))+\*{2,3}|\*[^*]+\*"#)
  }

  /// The Indonesian words of a quiz, which has a string a line.
  init(quiz json: String, file: String) {
    self.file = file
    let lines = json.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard let start = line.range(of: "\"id\": \""), let end = line.lastIndex(of: "\""), start.upperBound < end
      else { return "" }
      return String(line[start.upperBound..<end]).replacing("\\\"", with: "\"")
    }
    words = Self.masked(lines.joined(separator: "\n"), Self.noWords)
    prose = ""
  }

  /// Code, places for values, addresses, foreign words in brackets and italics, and quotes.
  private static let noWords =
    #"`[^`]*`|\{\{[^}]*\}\}|\]\([^)]*\)|\(\*[^*]*\*\)|"(?:(?!\n\n)[^"])*"|https?://\S+"#

  /// The lines of a text, empty where they have no words for a reader; and the same for running prose.
  private static func lines(of markdown: String) -> (all: [Substring], prose: [Substring]) {
    var (all, prose): ([Substring], [Substring]) = ([], [])
    var (comment, fence, matter): (Substring?, Bool, Bool) = (nil, false, false)
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let start = line.drop { $0 == " " }
      let inComment = comment.map { $0 == "<!-- hint" || $0.hasPrefix("<!-- when:") }
      var (words, isProse) = (line, inComment ?? !start.hasPrefix("#"))
      if start.hasPrefix("```") {
        fence.toggle()
        words = ""
      } else if fence {
        words = ""
      } else if start.hasPrefix("<!--") {
        comment = start.hasSuffix("-->") ? nil : start
        words = ""
      } else if start.hasSuffix("-->") {
        comment = nil
        words = ""
      } else if comment == "<!-- words" || comment == "<!-- italics" {
        words = ""
      } else if comment == "<!-- terms" {
        words = line.drop { $0 != ":" }
      } else if start == "---" {
        matter = all.isEmpty
      }
      all.append(words)
      prose.append(isProse && !matter ? words : "")
    }
    return (all, prose)
  }

  /// A text with what a pattern finds replaced: by a 0 a place for a value, else by a full stop.
  private static func masked(_ text: String, _ pattern: String) -> String {
    guard let pattern = try? NSRegularExpression(pattern: pattern) else { return text }
    var (masked, end) = ("", text.startIndex)
    for match in pattern.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
      guard let range = Range(match.range, in: text) else { continue }
      masked += text[end..<range.lowerBound] + (text[range].hasPrefix("{{") ? "0" : ".")
      masked += text[range].filter { $0 == "\n" }
      end = range.upperBound
    }
    return masked + text[end...]
  }
}
