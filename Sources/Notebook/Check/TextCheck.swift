/// What texts show.
struct Shown {
  var values: Set<String> = []
  var figures: Set<String> = []
  var claims: Set<String> = []
  var conditions: Set<String> = []
  var cells: Set<String> = []
  var exercises: Set<String> = []

  mutating func formUnion(_ other: Shown) {
    values.formUnion(other.values)
    figures.formUnion(other.figures)
    claims.formUnion(other.claims)
    conditions.formUnion(other.conditions)
    cells.formUnion(other.cells)
    exercises.formUnion(other.exercises)
  }
}

/// Walks through a text and notes what it shows and what is wrong with it.
struct TextCheck {
  private let text: LessonText
  private let cells: [String: Cell]
  /// What all sources name, and what the source of each cell names.
  private let names: SourceNames
  private let namesByCell: [String: SourceNames]
  private var found: [String] = []
  private(set) var shown = Shown()

  init(_ text: LessonText, cells: [Cell], names: SourceNames, namesByCell: [String: SourceNames]) {
    self.text = text
    self.cells = Dictionary(cells.map { ($0.id, $0) }) { first, _ in first }
    self.names = names
    self.namesByCell = namesByCell
  }

  mutating func problems() -> [String] {
    checkMatter()
    for located in text.pieces {
      if case .place(let place, let block) = located.piece { check(place, block, line: located.line) }
      checkValues(in: located)
    }
    found += text.problemsOfConditions { shown.claims.contains($0) || isMade($0, \.claims) }
    return found
  }

  private mutating func checkMatter() {
    let matter = text.matter
    if matter.title.isEmpty || matter.summary.isEmpty || matter.minutes == nil {
      found.append("\(text.file): its front matter needs title, summary and minutes")
    }
    found += matter.unknown.map { "\(text.file): its front matter has \($0), which means nothing" }
    let heading = text.pieces.first?.words.split(separator: "\n").first.map(String.init)
    if heading != "# \(matter.title)" { found.append("\(text.file): its heading is not # \(matter.title)") }
  }

  /// Every value was made by a cell placed before, and every format exists.
  private mutating func checkValues(in located: LessonText.Located) {
    for place in Template(located.words).places {
      let location = text.location(line: located.line + place.line)
      shown.values.insert(place.name)
      if !isMade(place.name) {
        found.append(NotebookError.unknownValue(place.name, at: location, known: known).description)
      }
      if let format = place.format, ValueFormat(named: format) == nil {
        found.append(NotebookError.unknownFormat(String(format), at: location).description)
      }
    }
  }

  private func isMade(_ name: String) -> Bool {
    if name == "seeds" { return true }
    guard let dot = name.firstIndex(of: ".") else { return false }
    let (id, rest) = (String(name[..<dot]), String(name[name.index(after: dot)...]))
    guard shown.cells.contains(id), let names = namesByCell[id], let cell = cells[id] else { return false }
    return cell.measured.contains(rest) || names.values.contains { $0.matches(rest, keys: cell.keys) }
  }

  /// The names without keys of the cells placed so far, for a hint.
  private var known: [String] {
    shown.cells.flatMap { id in namesByCell[id]?.values.compactMap(\.name).map { "\(id).\($0)" } ?? [] }
  }

  private mutating func check(_ place: LessonText.Place, _ block: LessonText.Block, line: Int) {
    let location = text.location(line: line)
    let (isNew, isMade) =
      switch place.kind {
      case .cell: (shown.cells.insert(place.id).inserted, cells[place.id] != nil)
      case .figure: (shown.figures.insert(place.id).inserted, isMade(place.id, \.figures))
      case .claim: (shown.claims.insert(place.id).inserted, isMade(place.id, \.claims))
      case .when: (shown.conditions.insert(place.id).inserted, true)
      case .exercise: (shown.exercises.insert(place.id).inserted, true)
      }
    if !isNew { found.append("\(location): \(place.kind.rawValue) \(place.id) has two places") }
    if !isMade { found.append(NotebookError.unknownPlace(place, at: location).description) }
    switch place.kind {
    case .figure:
      let missing = ["title", "alt"].filter { block.fields[$0, default: ""].isEmpty }
      found += missing.map { "\(location): figure \(place.id) has no \($0)" }
      let unknown = block.fields.keys.filter { !["title", "alt", "caption"].contains($0) }.sorted()
      found += unknown.map { "\(location): figure \(place.id) has \($0), which means nothing" }
    case .claim:
      if block.text.isEmpty { found.append("\(location): claim \(place.id) has no statement") }
      if block.text.contains("{{") { found.append("\(location): claim \(place.id) shows a value, which no claim can") }
    case .cell, .when, .exercise: break
    }
  }

  /// Whether the sources, or library code on a cell's behalf, make a figure or claim of that name; if a cell does, it has its
  /// place before.
  private func isMade(_ id: String, _ kind: KeyPath<SourceNames, Set<SourceNames.Pattern>>) -> Bool {
    let keys = Set(cells.values.flatMap(\.keys))
    func isIn(_ names: SourceNames) -> Bool { names[keyPath: kind].contains { $0.matches(id, keys: keys) } }
    let makers = cells.values.filter { $0.measured.contains(id) || namesByCell[$0.id].map(isIn) ?? false }
    return makers.isEmpty ? isIn(names) : makers.contains { shown.cells.contains($0.id) }
  }
}
