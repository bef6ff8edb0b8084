import Foundation

extension Lesson {
  /// Runs the lesson: prints its text, shows and runs its cells, checks its claims, and writes figures and reports.
  ///
  /// Throws one line: a text or source that can't be read, a place or value that doesn't exist, a folder that can't be
  /// written, or what went wrong in a cell, with the names of lesson and cell. A claim that doesn't hold isn't an
  /// error; it is in the result.
  @discardableResult
  public func run(on terminal: Terminal, options: RunOptions = RunOptions()) throws -> LessonResult {
    let cells = try makeCells()
    let output = try OutputFolder(options.output.appendingPathComponent(folderName))
    let run = try LessonRun(self, cells, output: output, terminal: terminal, options: options)
    guard options.handlesInterrupt else { return try run() }
    return try Interrupt.handled(output: output, language: options.language, terminal: terminal) { try run() }
  }
}

/// One run of a lesson: the text is read in order, and what it places is made, printed and kept for the report.
///
/// A cell runs once, after those whose results it needs by type and those whose values are shown up to the next cell.
final class LessonRun {
  let lesson: Lesson
  let text: LessonText
  let terminal: Terminal
  let options: RunOptions
  let printer: PagePrinter
  let page: Page
  let source: LessonSource
  private let cells: [String: Cell]
  private let output: OutputFolder
  private let display: ProgressDisplay
  private let start: Double
  /// What the pieces of the text have become, as far as they are made.
  private var blocks: [Report.Block?]
  private var finished: Set<String> = []
  /// Time in which the reader was waited for.
  var secondsPaused = 0.0

  /// A run of the lesson's cells, which were made before the folder for what they find.
  init(
    _ lesson: Lesson, _ all: [Cell], output: OutputFolder, terminal: Terminal, options: RunOptions
  ) throws(NotebookError) {
    self.lesson = lesson
    self.output = output
    self.terminal = terminal
    self.options = options
    start = terminal.now
    text = try lesson.text(options.language)
    source = try lesson.sources()
    blocks = Array(repeating: nil, count: text.pieces.count)
    display = ProgressDisplay(terminal: terminal, language: options.language)
    printer = PagePrinter(terminal: terminal, language: options.language)
    page = Page(
      lesson: lesson, wording: try lesson.wording(), language: options.language, seeds: options.seeds,
      readersPicture: lesson.takesPicture ? options.picture : nil, output: output, display: display)
    cells = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    if let twice = all.first(where: { cell in all.count(where: { $0.id == cell.id }) > 1 }) {
      throw .usedTwice(twice.id)
    }
    try checkPlaces()
  }

  /// Every place of a cell has one, with a source, and no cell has two places, before anything is computed.
  private func checkPlaces() throws(NotebookError) {
    var placed: Set<String> = []
    for located in text.pieces {
      guard let place = located.place, place.kind == .cell else { continue }
      guard cells[place.id] != nil else { throw .unknownPlace(place, at: text.location(line: located.line)) }
      guard placed.insert(place.id).inserted else { throw .placedTwice(place.id, in: text.file) }
      _ = try source.source(ofCell: place.id)
    }
  }

  /// Runs the lesson from its beginning to its end.
  func callAsFunction() throws -> LessonResult {
    defer { display.endAll() }
    for (place, located) in text.pieces.enumerated() {
      if located.opensSection && place > 0 { pause() }
      try show(place)
    }
    return try finish()
  }

  /// Whether all cells of the text have run.
  var isComplete: Bool { text.pieces.compactMap(\.cell).allSatisfy(finished.contains) }

  /// Whether a cell has run.
  func hasRun(_ cell: String) -> Bool { finished.contains(cell) }

  /// Writes the reports of a run that is complete, and says how it ended.
  func finish() throws -> LessonResult {
    for place in text.pieces.indices { _ = try make(place) }
    let seconds = terminal.now - start - secondsPaused
    let report = Report(
      lesson: lesson.id, title: text.matter.title, language: options.language, seeds: page.seeds,
      blocks: blocks.compactMap(\.self).groupingClaims, claims: page.claims,
      exercises: try lesson.exercises(options.language),
      quiz: lesson.hasQuiz && !lesson.isOnOwnMaterial ? try lesson.quiz() : nil, seconds: seconds)
    for format in options.reports {
      _ = try output.write(format.data(for: report, folder: output.url), to: format.fileName)
    }
    printer.print(
      Ending(
        folder: output.url, figures: page.figures.count, reports: options.reports.map(\.fileName),
        claims: page.claims, seconds: seconds))
    return LessonResult(
      lesson: lesson.id, claims: page.claims, figures: page.figures, measurements: page.measurements,
      seconds: seconds, folder: output.url, report: report)
  }

  /// Prints the piece at `place`, which is made first if it is not made yet, with what it needs.
  func show(_ place: Int) throws {
    guard let cell = text.pieces[place].cell else {
      let block = try make(place)
      return block.isEmpty ? () : printer.print(block)
    }
    if let block = blocks[place] { return printer.print(block) }
    for need in requirements(ofCell: cell) { try run(need) }
    // The source stands there while the cell runs.
    printer.print(source: try source.source(ofCell: cell))
    let start = terminal.now
    _ = try make(place)
    printer.print(secondsOfCell: terminal.now - start)
  }

  /// The cells that have to run before a cell can be shown and have not run yet, in the order in which they run: those whose
  /// results it needs by type, and those whose values are shown up to the next cell.
  func requirements(ofCell id: String) -> [String] {
    var list: [String] = []
    func visit(_ needed: String) {
      guard needed != id, !finished.contains(needed), !list.contains(needed) else { return }
      for need in needs(ofCell: needed) { visit(need) }
      list.append(needed)
    }
    for need in finished.contains(id) ? [] : needs(ofCell: id) { visit(need) }
    for need in cellsNamed(after: id, where: { _ in true }) { visit(need) }
    return list
  }

  /// The cells that a cell needs to run at all: by type, and for the words of its figures.
  private func needs(ofCell id: String) -> [String] {
    (cells[id]?.needs.map(\.id) ?? []) + cellsNamed(after: id) { $0.place?.kind == .figure }
  }

  /// The cells placed before one whose values are named between it and the next, in pieces of some kind.
  private func cellsNamed(after id: String, where isMeant: (LessonText.Located) -> Bool) -> [String] {
    guard let place = text.pieces.firstIndex(where: { $0.cell == id }) else { return [] }
    let after = text.pieces[(place + 1)...].prefix { $0.cell == nil }.filter(isMeant)
    let names = after.flatMap { Template($0.words).places.map(\.name) }
    let before = Set(text.pieces[..<place].compactMap(\.cell))
    return names.compactMap { $0.split(separator: ".").first.map(String.init) }.filter(before.contains)
  }

  /// Runs a cell that has not run, after those that it needs.
  func run(_ id: String) throws(NotebookError) {
    guard !finished.contains(id), let cell = cells[id] else { return }
    for need in needs(ofCell: id) { try run(need) }
    try display.animated { () throws(NotebookError) in try page.run(cell) }
    finished.insert(id)
  }

  /// Makes a piece if it is not made yet.
  private func make(_ place: Int) throws(NotebookError) -> Report.Block {
    if let block = blocks[place] { return block }
    let located = text.pieces[place]
    let block =
      switch located.piece {
      case .prose(let prose): try self.prose(prose, line: located.line)
      case .place(let place, let words): try self.block(place, words, line: located.line)
      }
    blocks[place] = block
    return block
  }

  private func pause() {
    guard options.pauses else { return }
    let start = terminal.now
    terminal.pause(options.language == .en ? "  Press Enter to go on " : "  Tekan Enter untuk melanjutkan ")
    secondsPaused += terminal.now - start
  }
}
