/// What the pieces of a text become in a run.
extension LessonRun {
  /// Prose with its values filled in; it begins at a line of the text.
  func prose(_ prose: String, line: Int) throws(NotebookError) -> Report.Block {
    let filled = try Template(prose).filled(with: page.measurements, in: options.language) {
      text.location(line: line + $0)
    }
    return .prose(filled)
  }

  /// What stands in a place, which is made first if a cell makes it.
  func block(
    _ place: LessonText.Place, _ words: LessonText.Block, line: Int
  ) throws(NotebookError) -> Report.Block {
    switch place.kind {
    case .cell:
      try run(place.id)
      return .code(cell: place.id, source: try source.source(ofCell: place.id))
    case .figure:
      guard let figure = page.figures.first(where: { $0.id == place.id }) else {
        throw .unknownPlace(place, at: text.location(line: line))
      }
      let figures = text.places.filter { $0.kind == .figure }
      return .figure(figure, number: 1 + (figures.firstIndex(of: place) ?? 0))
    case .claim:
      let claims = page.claims.filter { $0.id == place.id }
      guard !claims.isEmpty else { throw .unknownPlace(place, at: text.location(line: line)) }
      return .claims(claims)
    case .when:
      guard let condition = place.condition, let claim = page.claims.first(where: { $0.id == condition.claim }) else {
        throw .unknownPlace(place, at: text.location(line: line))
      }
      return claim.verdict == condition.verdict ? try prose(words.text, line: line + 1) : .nothing
    case .exercise:
      return .exercise(place.id)
    }
  }
}

extension Report.Block {
  /// Words for what a claim did not come to.
  static let nothing = Report.Block.prose("")
  /// Whether nothing is to be shown.
  var isEmpty: Bool { if case .prose("") = self { true } else { false } }
}

extension [Report.Block] {
  /// The same blocks without empty ones, claims that follow one another in one table.
  var groupingClaims: [Report.Block] {
    filter { !$0.isEmpty }.reduce(into: []) { blocks, block in
      if case .claims(let claims) = block, case .claims(let before)? = blocks.last {
        blocks[blocks.count - 1] = .claims(before + claims)
      } else {
        blocks.append(block)
      }
    }
  }
}
