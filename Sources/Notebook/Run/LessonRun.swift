import Foundation

extension Lesson {
  /// Runs the lesson: prints its text, shows and runs its cells, checks its claims, and writes figures and reports.
  ///
  /// Throws one line: a text or source that can't be read, a place or value that doesn't exist, a folder that can't be
  /// written, or what went wrong in a cell, with the names of lesson and cell. A claim that doesn't hold isn't an
  /// error; it is in the result.
  @discardableResult
  public func run(on terminal: Terminal, options: RunOptions = RunOptions()) throws -> LessonResult {
    let output = try OutputFolder(options.output.appendingPathComponent(folderName))
    let run = try LessonRun(self, output: output, terminal: terminal, options: options)
    guard options.handlesInterrupt else { return try run() }
    return try Interrupt.handled(output: output, language: options.language, terminal: terminal) { try run() }
  }
}

/// One run of a lesson: the text is read in order, and what it places is made, printed and kept for the report.
private final class LessonRun {
  private let lesson: Lesson
  private let text: LessonText
  private let cells: [String: Cell]
  private let page: Page
  private let printer: PagePrinter
  private let output: OutputFolder
  private let terminal: Terminal
  private let options: RunOptions
  private let display: ProgressDisplay
  private var blocks: [Report.Block] = []
  private var placedFigures = 0
  private var placedClaims: Set<String> = []
  private var secondsPaused = 0.0

  init(_ lesson: Lesson, output: OutputFolder, terminal: Terminal, options: RunOptions) throws {
    self.lesson = lesson
    self.output = output
    self.terminal = terminal
    self.options = options
    text = try lesson.text(options.language)
    display = ProgressDisplay(terminal: terminal)
    printer = PagePrinter(terminal: terminal, language: options.language)
    page = Page(
      lesson: lesson, language: options.language, seeds: options.seeds,
      readersPicture: lesson.takesPicture ? options.picture : nil, output: output, display: display)
    let all = try lesson.makeCells()
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

  func callAsFunction() throws -> LessonResult {
    let start = terminal.now
    defer { display.endAll() }
    for located in text.pieces {
      switch located.piece {
      case .prose(let prose): try show(prose, at: located)
      case .place(let place): try show(place, line: located.line)
      }
    }
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

  private func show(_ prose: String, at located: LessonText.Located) throws(NotebookError) {
    let filled = try Template(prose).filled(with: page.measurements, in: options.language) { line in
      text.location(line: located.line + line)
    }
    if located.opensSection && !blocks.isEmpty { pause() }
    printer.print(markdown: filled)
    blocks.append(.prose(filled))
  }

  private func show(_ place: LessonText.Place, line: Int) throws {
    switch place.kind {
    case .cell:
      try runCell(place.id)
    case .figure:
      guard let figure = page.figures.first(where: { $0.id == place.id }) else {
        throw NotebookError.unknownPlace(place, at: text.location(line: line))
      }
      placedFigures += 1
      printer.print(figure, number: placedFigures)
      blocks.append(.figure(figure, number: placedFigures))
    case .claim:
      let claims = page.claims.filter { $0.id == place.id }
      guard !claims.isEmpty else { throw NotebookError.unknownPlace(place, at: text.location(line: line)) }
      show(claims)
    case .claims:
      let claims = page.claims.filter { !placedClaims.contains($0.id) }
      guard !claims.isEmpty else { throw NotebookError.noClaims(at: text.location(line: line)) }
      show(claims)
    case .exercise:
      printer.print(exercise: place.id)
      blocks.append(.exercise(place.id))
    }
  }

  private func show(_ claims: [Claim]) {
    placedClaims.formUnion(claims.map(\.id))
    printer.print(claims)
    blocks.append(.claims(claims))
  }

  private func runCell(_ id: String) throws(NotebookError) {
    guard let cell = cells[id] else { return }
    let source = try lesson.source(ofCell: id)
    printer.print(source: source)
    blocks.append(.code(cell: id, source: source))
    let start = terminal.now
    try display.animated { () throws(NotebookError) in try page.run(cell) }
    printer.print(secondsOfCell: terminal.now - start)
  }

  private func pause() {
    guard options.pauses else { return }
    let start = terminal.now
    terminal.pause(options.language == .en ? "  Press Enter to go on " : "  Tekan Enter untuk melanjutkan ")
    secondsPaused += terminal.now - start
  }
}
