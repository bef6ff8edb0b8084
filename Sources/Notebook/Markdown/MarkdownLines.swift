import Foundation

/// The line that opens a block of code, and what closes it.
struct Fence {
  let language: String
  private let mark: Character
  private let count: Int

  /// The fence that a trimmed line opens, or nil.
  init?(_ line: String) {
    guard let mark = line.first, mark == "`" || mark == "~" else { return nil }
    count = line.prefix { $0 == mark }.count
    let rest = line.dropFirst(count)
    guard count >= 3, mark == "~" || !rest.contains("`") else { return nil }
    self.mark = mark
    language = rest.trimmingCharacters(in: .whitespaces)
  }

  /// The `$$` before a formula.
  init(formula: Void) {
    mark = "$"
    count = 2
    language = "formula"
  }

  /// Whether a trimmed line closes the block.
  func isClosed(by line: String) -> Bool {
    line.count >= count && line.allSatisfy { $0 == mark }
  }
}

/// What stands before an item of a list.
struct ListMarker {
  let isOrdered: Bool
  /// Columns up to the item's text.
  let width: Int
  /// What is shown for it.
  let shown: String

  /// The marker that a line begins with, or nil.
  init?(_ line: String) {
    let content = line.dropFirst(line.indent)
    let digits = content.prefix(9).prefix { $0.isASCII && $0.isNumber }
    let sign = content.dropFirst(digits.count).first
    isOrdered = !digits.isEmpty
    guard let sign, (isOrdered ? ".)" : "-*+").contains(sign) else { return nil }
    let rest = content.dropFirst(digits.count + 1)
    guard rest.first == " " || rest.isEmpty else { return nil }
    let spaces = rest.prefix { $0 == " " }.count
    width = line.indent + digits.count + 1 + (1...4 ~= spaces ? spaces : 1)
    shown = isOrdered ? "\(digits)." : "•"
  }

  /// Whether a list may start here without a blank line before it: any but one that a number in running text suggests.
  var interrupts: Bool { !isOrdered || shown == "1." }
}

/// A row of a table.
enum TableRow {
  /// The cells of a line; `\|` is a bar within a cell.
  static func cells(_ line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.trimmed {
      if character == "|" && !isEscaped {
        cells.append(cell.trimmed)
        cell = ""
      } else if character == "|" {
        cell.removeLast()
        cell.append(character)
      } else {
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    cells.append(cell.trimmed)
    if cells.first?.isEmpty == true { cells.removeFirst() }
    if cells.last?.isEmpty == true { cells.removeLast() }
    return cells
  }

  /// The alignments that a table's second line gives, or nil if it is no such line.
  static func alignments(_ line: String) -> [MarkdownBlock.Alignment]? {
    guard line.contains("-"), line.allSatisfy({ "|-: ".contains($0) }) else { return nil }
    return cells(line).map { cell in
      guard cell.hasSuffix(":") else { return .left }
      return cell.hasPrefix(":") ? .center : .right
    }
  }
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
  var trimmed: String { trimmingCharacters(in: .whitespaces) }
  var trimmedAtStart: String { String(drop { $0 == " " || $0 == "\t" }) }
  /// How many spaces the line begins with.
  var indent: Int { prefix { $0 == " " }.count }
}
