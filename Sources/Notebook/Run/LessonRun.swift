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
final class LessonRun {
  let lesson: Lesson
  let text: LessonText
  let terminal: Terminal
  let options: RunOptions
  let printer: PagePrinter
  let page: Page
  private let cells: [String: Cell]
  private let output: OutputFolder
  private let display: ProgressDisplay
  private let start: Double
  /// What the pieces of the text have become, one after another, as far as they are made.
  private var blocks: [Report.Block] = []
  private var placedClaims: Set<String> = []
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
    display = ProgressDisplay(terminal: terminal, language: options.language)
    printer = PagePrinter(terminal: terminal, language: options.language)
    page = Page(
      lesson: lesson, language: options.language, seeds: options.seeds,
      readersPicture: lesson.takesPicture ? options.picture : nil, output: output, display: display)
    cells = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    try checkCells(all)
  }

  /// Every cell has one place and a source, and every place of a cell has one, before anything is computed.
  private func checkCells(_ all: [Cell]) throws(NotebookError) {
    for piece in text.pieces {
      guard case .place(let place) = piece.piece, place.kind == .cell, cells[place.id] == nil else { continue }
      throw .unknownPlace(place, at: text.location(line: piece.line))
    }
    let placed = text.places.filter { $0.kind == .cell }.map(\.id)
    if let twice = all.first(where: { cell in all.count(where: { $0.id == cell.id }) > 1 }) {
      throw .usedTwice(twice.id)
    }
    for cell in all {
      guard placed.count(where: { $0 == cell.id }) == 1 else { throw .unplacedCell(cell.id, in: text.file) }
      _ = try lesson.source(ofCell: cell.id)
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

  /// Whether all pieces are made.
  var isComplete: Bool { blocks.count == text.pieces.count }

  /// Writes the reports of a run that is complete, and says how it ended.
  func finish() throws -> LessonResult {
    let seconds = terminal.now - start - secondsPaused
    let report = Report(
      lesson: lesson.id, title: lesson.title(options.language), language: options.language, seeds: page.seeds,
      blocks: blocks, claims: page.claims, seconds: seconds)
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

  /// Prints the piece at `place`; it and those before it are made first, if they are not made yet.
  func show(_ place: Int) throws {
    try make(before: place)
    guard place == blocks.count else { return printer.print(blocks[place]) }
    if case .place(let cell) = text.pieces[place].piece, cell.kind == .cell {
      // The source stands there while the cell runs.
      printer.print(source: try lesson.source(ofCell: cell.id))
      printer.print(secondsOfCell: try make(place))
    } else {
      _ = try make(place)
      printer.print(blocks[place])
    }
  }

  /// Makes what is not made yet of the pieces before `place`, without printing.
  func make(before place: Int) throws {
    while blocks.count < place { _ = try make(blocks.count) }
  }

  /// The cells before `place` that have not been run yet.
  func missingCells(before place: Int) -> [String] {
    guard place > blocks.count else { return [] }
    return text.pieces[blocks.count..<place].compactMap(\.cell)
  }

  /// Makes the next piece, and returns how long its cell took.
  private func make(_ place: Int) throws -> Double {
    let located = text.pieces[place]
    switch located.piece {
    case .prose(let prose):
      let filled = try Template(prose).filled(with: page.measurements, in: options.language) { line in
        text.location(line: located.line + line)
      }
      blocks.append(.prose(filled))
      return 0
    case .place(let place):
      let start = terminal.now
      blocks.append(try block(place, line: located.line))
      return terminal.now - start
    }
  }

  private func block(_ place: LessonText.Place, line: Int) throws(NotebookError) -> Report.Block {
    switch place.kind {
    case .cell:
      let source = try lesson.source(ofCell: place.id)
      if let cell = cells[place.id] { try display.animated { () throws(NotebookError) in try page.run(cell) } }
      return .code(cell: place.id, source: source)
    case .figure:
      guard let figure = page.figures.first(where: { $0.id == place.id }) else {
        throw NotebookError.unknownPlace(place, at: text.location(line: line))
      }
      return .figure(figure, number: 1 + blocks.count(where: \.isFigure))
    case .claim:
      let claims = page.claims.filter { $0.id == place.id }
      guard !claims.isEmpty else { throw NotebookError.unknownPlace(place, at: text.location(line: line)) }
      return placed(claims)
    case .claims:
      let claims = page.claims.filter { !placedClaims.contains($0.id) }
      guard !claims.isEmpty else { throw NotebookError.noClaims(at: text.location(line: line)) }
      return placed(claims)
    case .exercise:
      return .exercise(place.id)
    }
  }

  private func placed(_ claims: [Claim]) -> Report.Block {
    placedClaims.formUnion(claims.map(\.id))
    return .claims(claims)
  }

  private func pause() {
    guard options.pauses else { return }
    let start = terminal.now
    terminal.pause(options.language == .en ? "  Press Enter to go on " : "  Tekan Enter untuk melanjutkan ")
    secondsPaused += terminal.now - start
  }
}

extension Report.Block {
  fileprivate var isFigure: Bool { if case .figure = self { true } else { false } }
}
