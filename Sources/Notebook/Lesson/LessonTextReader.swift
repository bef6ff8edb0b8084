import Foundation

/// Reads a text line by line: prose, comments that mark places, and code, in which nothing is a place.
struct LessonTextReader {
  private let lines: ArraySlice<Substring>
  private var position: Int
  private var prose: [Substring] = []
  /// The line where the prose began.
  private var start: Int
  private var fence: Fence?
  private(set) var pieces: [LessonText.Located] = []
  private(set) var terms: [String: String] = [:]

  init(_ lines: ArraySlice<Substring>) {
    self.lines = lines
    position = lines.startIndex
    start = position
  }

  mutating func read() {
    while position < lines.endIndex {
      let line = lines[position]
      let trimmed = String(line).trimmed
      if let open = fence {
        if open.isClosed(by: trimmed) { fence = nil }
      } else if trimmed.hasPrefix("<!--"), let comment = comment() {
        if take(comment.lines, upTo: comment.end) { continue }
      } else if line.hasPrefix("## ") {
        endProse(before: position)
      } else {
        fence = Fence(trimmed)
      }
      prose.append(line)
      position += 1
    }
    endProse(before: position)
  }

  /// The lines inside of the comment that begins here, and where its last line is; nil if it does not end a line.
  private func comment() -> (lines: [Substring], end: Int)? {
    guard let end = lines[position...].firstIndex(where: { $0.contains("-->") }),
      String(lines[end]).trimmed.hasSuffix("-->")
    else { return nil }
    var inside = Array(lines[position...end])
    inside[0] = Substring(String(inside[0]).trimmed.dropFirst(4))
    if let mark = inside[inside.count - 1].range(of: "-->") {
      inside[inside.count - 1] = inside[inside.count - 1][..<mark.lowerBound]
    }
    return (inside, end)
  }

  /// Takes a comment that marks a place or has terms; false if it is a remark.
  private mutating func take(_ inside: [Substring], upTo end: Int) -> Bool {
    let head = String(inside[0]).trimmed
    if head == "terms" {
      terms.merge(Fields(inside.dropFirst()).values) { _, new in new }
      endProse(before: position)
      (position, start) = (end + 1, end + 1)
      return true
    }
    let parts = head.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    guard parts.count == 2, let kind = LessonText.Place.Kind(rawValue: parts[0]), !parts[1].isEmpty,
      !parts[1].contains(" ") || kind == .when
    else { return false }
    let words = inside.dropFirst()
    let lines = words.map { String($0).trimmed }
    let block = LessonText.Block(
      fields: kind == .figure ? Fields(words).values : [:],
      text: kind == .when
        ? lines.joined(separator: "\n").trimmingCharacters(in: .newlines)
        : lines.filter { !$0.isEmpty }.joined(separator: " "))
    endProse(before: position)
    pieces.append(
      .init(piece: .place(.init(kind: kind, id: parts[1]), block), line: position + 1))
    (position, start) = (end + 1, end + 1)
    return true
  }

  private mutating func endProse(before next: Int) {
    let first = prose.firstIndex { !$0.allSatisfy(\.isWhitespace) }
    if let first {
      pieces.append(.init(piece: .prose(prose[first...].joined(separator: "\n")), line: start + first + 1))
    }
    prose = []
    start = next
  }
}
