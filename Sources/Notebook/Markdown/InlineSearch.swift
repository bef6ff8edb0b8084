/// Searches in the characters of a paragraph.
extension [Character] {
  /// Where `text` stands, from `start` on; `exactly` leaves out places where its character goes on.
  func find(_ text: String, from start: Int, exactly: Bool = false) -> Int? {
    var index = start
    while index + text.count <= count {
      if self[index...].starts(with: text) {
        let run = exactly ? self[index...].prefix { $0 == text.first }.count : text.count
        if run == text.count { return index }
        index += run
      } else {
        index += 1
      }
    }
    return nil
  }

  /// Where the bracket that opens at `start` closes.
  func matching(_ open: Character, _ close: Character, from start: Int) -> Int? {
    var depth = 0
    for index in start..<count {
      if index > start && self[index - 1] == "\\" { continue }
      if self[index] == open { depth += 1 }
      if self[index] == close {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// Where the emphasis that `wanted` marks opened before `start` closes: outside code, after other than a space.
  func closing(_ mark: Character, run wanted: Int, from start: Int) -> Int? {
    var index = start
    while index < count {
      let character = self[index]
      if character == "`", let end = find("`", from: index + 1) {
        index = end + 1
      } else if character == "\\" {
        index += 2
      } else if character == mark {
        let run = self[index...].prefix { $0 == mark }.count
        let after = index + run < count ? self[index + run] : " "
        let mayClose = !self[index - 1].isWhitespace && (mark == "*" || !(after.isLetter || after.isNumber))
        if run == wanted && mayClose { return index }
        index += run
      } else {
        index += 1
      }
    }
    return nil
  }
}
