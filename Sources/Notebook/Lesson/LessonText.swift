import Foundation

/// A lesson's text: front matter, prose, and the places for what the lesson computes, in order.
package struct LessonText: Sendable {
  /// A place: a comment that begins with `<!-- cell: ID` or the like and has lines of its own.
  package struct Place: Hashable, Sendable {
    /// What stands there.
    package enum Kind: String, CaseIterable, Sendable {
      case cell, figure, claim, when, exercise

      /// The word for it in a message.
      func name(_ language: Language) -> String {
        guard language == .id else { return rawValue }
        return switch self {
        case .cell: "sel"
        case .figure: "gambar"
        case .claim: "klaim"
        case .when: "syarat"
        case .exercise: "latihan"
        }
      }
    }

    package let kind: Kind
    /// The id of what stands there; of words that depend on a claim, its id and a verdict.
    package let id: String
  }

  /// The words in a place: those of a figure by their names, those of a claim as they stand, on one line.
  package struct Block: Sendable {
    /// `title`, `alt` and `caption` of a figure.
    let fields: [String: String]
    /// All words: those that depend on a claim line by line, others on one line.
    let text: String
  }

  package enum Piece: Sendable {
    case prose(String)
    case place(Place, Block)
  }

  /// A piece with the line of the file where it begins, from 1.
  package struct Located: Sendable {
    package let piece: Piece
    package let line: Int

    /// The id of the cell that has its place here, or nil.
    package var cell: String? {
      if case .place(let place, _) = piece, place.kind == .cell { place.id } else { nil }
    }

    /// What stands here, or nil.
    package var place: Place? { if case .place(let place, _) = piece { place } else { nil } }

    /// Whether a section of the lesson, `## …`, begins here.
    package var opensSection: Bool {
      if case .prose(let text) = piece { text.hasPrefix("## ") } else { false }
    }

    /// The words that may have places for values.
    package var words: String {
      switch piece {
      case .prose(let text): text
      case .place(_, let block): block.text
      }
    }
  }

  /// The name of the file, for messages.
  package let file: String
  /// What the text says of itself.
  package let matter: FrontMatter
  /// Prose and places in order; prose is cut at each `## ` heading.
  package let pieces: [Located]
  /// The text's own terms by their names, out of blocks `<!-- terms … -->`.
  package let terms: [String: String]

  /// The places in order.
  package var places: [Place] { pieces.compactMap(\.place) }

  /// The words in the place of that kind and id; nil if there is none.
  func block(_ kind: Place.Kind, _ id: String) -> Block? {
    for located in pieces {
      if case .place(let place, let block) = located.piece, place == Place(kind: kind, id: id) { return block }
    }
    return nil
  }

  /// The text of a file named `file`.
  package init(_ markdown: String, file: String) {
    self.file = file
    let (matter, lines) = FrontMatter.read(markdown)
    self.matter = matter
    var reader = LessonTextReader(lines)
    reader.read()
    pieces = reader.pieces
    terms = reader.terms
  }

  /// Where a line is, in words for a message.
  package func location(line: Int) -> String { "\(file):\(line)" }
}
