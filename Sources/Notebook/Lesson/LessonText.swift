import Foundation

/// A lesson's text: prose, and the places for what the lesson computes, in order.
package struct LessonText: Sendable {
  /// A place: a line that is nothing but `<!-- cell: ID -->` or the like.
  package struct Place: Hashable, Sendable {
    /// What stands there.
    package enum Kind: String, CaseIterable, Sendable {
      case cell, figure, claim, claims, exercise

      /// The word for it in a message.
      func name(_ language: Language) -> String {
        guard language == .id else { return rawValue }
        return switch self {
        case .cell: "sel"
        case .figure: "gambar"
        case .claim, .claims: "klaim"
        case .exercise: "latihan"
        }
      }
    }

    package let kind: Kind
    /// The id of what stands there; empty for `claims`, which is all claims since the last such place.
    package let id: String
  }

  package enum Piece: Sendable {
    case prose(String)
    case place(Place)
  }

  /// A piece with the line of the file where it begins, from 1.
  package struct Located: Sendable {
    package let piece: Piece
    package let line: Int

    /// The id of the cell that has its place here, or nil.
    package var cell: String? {
      if case .place(let place) = piece, place.kind == .cell { place.id } else { nil }
    }

    /// Whether a section of the lesson, `## …`, begins here.
    package var opensSection: Bool {
      if case .prose(let text) = piece { text.hasPrefix("## ") } else { false }
    }
  }

  /// The name of the file, for messages.
  package let file: String
  /// Prose and places in order; prose is cut at each `## ` heading.
  package let pieces: [Located]

  /// The places in order.
  package var places: [Place] {
    pieces.compactMap { if case .place(let place) = $0.piece { place } else { nil } }
  }

  /// The text of a file named `file`.
  package init(_ markdown: String, file: String) {
    self.file = file
    var pieces: [Located] = []
    var prose: [Substring] = []
    var start = 1
    var fence: Fence?

    func endProse(at line: Int) {
      let first = prose.firstIndex { !$0.allSatisfy(\.isWhitespace) }
      if let first {
        pieces.append(Located(piece: .prose(prose[first...].joined(separator: "\n")), line: start + first))
      }
      prose = []
      start = line
    }

    for (index, line) in markdown.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let trimmed = String(line).trimmed
      if let open = fence {
        if open.isClosed(by: trimmed) { fence = nil }
      } else if let place = Self.place(trimmed) {
        endProse(at: index + 2)
        pieces.append(Located(piece: .place(place), line: index + 1))
        continue
      } else if line.hasPrefix("## ") {
        endProse(at: index + 1)
      } else {
        fence = Fence(trimmed)
      }
      prose.append(line)
    }
    endProse(at: 0)
    self.pieces = pieces
  }

  /// Where a line is, in words for a message.
  package func location(line: Int) -> String { "\(file):\(line)" }

  /// The place that a trimmed line marks, or nil.
  private static func place(_ line: String) -> Place? {
    guard line.hasPrefix("<!--"), line.hasSuffix("-->"), line.count >= 7 else { return nil }
    let parts = line.dropFirst(4).dropLast(3).split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    guard let kind = parts.first.flatMap(Place.Kind.init(rawValue:)) else { return nil }
    if kind == .claims { return parts.count == 1 ? Place(kind: kind, id: "") : nil }
    guard parts.count == 2, !parts[1].isEmpty, !parts[1].contains(" ") else { return nil }
    return Place(kind: kind, id: parts[1])
  }
}
