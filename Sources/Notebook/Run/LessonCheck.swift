extension Lesson {
  /// What is wrong with the lesson's texts, judged by a run, one line each; tests want the list to be empty.
  ///
  /// Both languages place the same cells, figures, claims and exercises in the same order; every value, figure and
  /// claim that a text shows was made by a cell placed before; and everything that the run made has a place in both.
  public func problems(after result: LessonResult) throws -> [String] {
    let texts = try Language.allCases.map { try text($0) }
    var problems: [String] = []
    for (one, other) in zip(texts, texts.dropFirst()) where one.places != other.places {
      let pairs = zip(one.places, other.places)
      let first = pairs.first { $0 != $1 }.map { "\($0.words) against \($1.words)" }
      problems.append("\(one.file) and \(other.file) differ in their places: \(first ?? "one has more than the other")")
    }
    for text in texts { problems += self.problems(in: text, after: result) }
    return problems
  }

  private func problems(in text: LessonText, after result: LessonResult) -> [String] {
    var check = TextCheck(text: text, result: result)
    return check.problems()
  }
}

extension LessonText.Place {
  fileprivate var words: String { id.isEmpty ? kind.rawValue : "\(kind.rawValue): \(id)" }
}

/// Walks through a text and notes what it shows.
private struct TextCheck {
  let text: LessonText
  let result: LessonResult
  private var found: [String] = []
  private var cells: Set<String> = []
  private var figures: [String] = []
  private var claims: [String] = []

  init(text: LessonText, result: LessonResult) {
    self.text = text
    self.result = result
  }

  mutating func problems() -> [String] {
    for located in text.pieces {
      switch located.piece {
      case .prose(let prose): check(prose, line: located.line)
      case .place(let place): check(place, line: located.line)
      }
    }
    for figure in result.figures where !figures.contains(figure.id) {
      found.append("\(text.file): figure \(figure.id) has no place")
    }
    for claim in result.claims where !claims.contains(claim.id) {
      found.append("\(text.file): claim \(claim.id) has no place")
    }
    return found
  }

  private mutating func check(_ prose: String, line: Int) {
    let known = result.measurements.filter { cells.contains($0.value.cell) }
    let template = Template(prose)
    for place in template.places {
      let location = text.location(line: line + place.line)
      if known[place.name] == nil {
        found.append(NotebookError.unknownValue(place.name, at: location, known: Array(known.keys)).description)
      }
      if let format = place.format, ValueFormat(named: format) == nil {
        found.append(NotebookError.unknownFormat(String(format), at: location).description)
      }
    }
  }

  private mutating func check(_ place: LessonText.Place, line: Int) {
    let location = text.location(line: line)
    switch place.kind {
    case .cell:
      if !cells.insert(place.id).inserted { found.append("\(location): cell \(place.id) has two places") }
    case .figure:
      let isMade = result.figures.contains { $0.id == place.id && cells.contains($0.cell) }
      if !isMade { found.append(NotebookError.unknownPlace(place, at: location).description) }
      if figures.contains(place.id) { found.append("\(location): figure \(place.id) has two places") }
      figures.append(place.id)
    case .claim:
      let isMade = result.claims.contains { $0.id == place.id && cells.contains($0.cell) }
      if !isMade { found.append(NotebookError.unknownPlace(place, at: location).description) }
      claims.append(place.id)
    case .claims:
      claims += result.claims.filter { cells.contains($0.cell) }.map(\.id)
    case .exercise:
      break
    }
  }
}
