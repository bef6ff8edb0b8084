import Foundation

extension Lesson {
  /// Goes through the lesson one cell at a time: Enter runs the next one, `s` skips it, `v` shows its source, `b` goes back,
  /// `q` quits.
  ///
  /// What was run stays: a cell that is gone back to is shown again, not run again. A cell that was skipped, or that lies
  /// before the place at which the reader goes on, is run without being shown as soon as another one needs its result.
  /// - Parameters:
  ///   - cell: The cell to go on at; the beginning, if it is nil or no cell of the lesson.
  ///   - moved: Is told the cell that comes next, whenever that changes; nil at the end.
  /// - Returns: Whether the end was reached, and the result if every cell was run.
  public func step(
    on terminal: Terminal, from cell: String?, options: RunOptions = RunOptions(), moved: (String?) -> Void
  ) throws -> (isFinished: Bool, result: LessonResult?) {
    let cells = try makeCells()
    let output = try OutputFolder(options.output.appendingPathComponent(folderName))
    let steps = LessonSteps(try LessonRun(self, cells, output: output, terminal: terminal, options: options))
    guard options.handlesInterrupt else { return try steps.go(from: cell, moved: moved) }
    return try Interrupt.handled(output: output, language: options.language, terminal: terminal) {
      try steps.go(from: cell, moved: moved)
    }
  }
}

/// A lesson cut into steps, each a cell with what follows it up to the next one.
private struct LessonSteps {
  private let run: LessonRun
  /// The places of the cells in the text.
  private let places: [Int]
  private var language: Language { run.options.language }

  init(_ run: LessonRun) {
    self.run = run
    places = run.text.pieces.indices.filter { run.text.pieces[$0].cell != nil }
  }

  func go(from cell: String?, moved: (String?) -> Void) throws -> (isFinished: Bool, result: LessonResult?) {
    var next = cell.flatMap { id in places.firstIndex { run.text.pieces[$0].cell == id } } ?? 0
    if next == 0 { try show(0..<(places.first ?? run.text.pieces.count)) } else { sayWhereItGoesOn(next) }
    while next < places.count {
      switch ask(next) {
      case "\n":
        try show(next)
        next += 1
      case "s", "S": next += 1
      case "b", "B":
        if next == 0 { say("This is the first cell.", "Ini sel yang pertama.") }
        next = max(next - 1, 0)
      case "v", "V": run.printer.print(source: try run.source.source(ofCell: name(next)))
      case nil, "q", "Q":
        moved(name(next))
        sayHowToGoOn(next)
        return (false, nil)
      default: say("Enter, s, v, b or q.", "Enter, s, v, b, atau q.")
      }
      moved(next < places.count ? name(next) : nil)
    }
    guard run.isComplete else {
      say(
        "That was the last cell. Some were skipped, so there is no report; \(command(" with the same options")) writes one.",
        "Itu sel terakhir. Ada sel yang dilewati, maka tidak ada laporan; \(command(" dengan opsi yang sama")) menulisnya."
      )
      return (true, nil)
    }
    return (true, try run.finish())
  }

  /// The command that runs the lesson, with words on what else it needs on a reader's own material.
  private func command(_ options: String) -> String {
    "alih run \(run.lesson.id)" + (run.lesson.isOnOwnMaterial ? options : "")
  }

  private func name(_ step: Int) -> String { run.text.pieces[places[step]].cell ?? "" }

  private func show(_ step: Int) throws {
    let missing = run.requirements(ofCell: name(step))
    if !missing.isEmpty {
      let names = missing.joined(separator: ", ")
      say(
        "Running first, since their results are needed: \(names)",
        "Dijalankan dulu karena hasilnya diperlukan: \(names)")
    }
    let end = step + 1 < places.count ? places[step + 1] : run.text.pieces.count
    try show(places[step]..<end)
  }

  private func show(_ pieces: Range<Int>) throws {
    for place in pieces { try run.show(place) }
  }

  /// Asks what to do with a cell.
  private func ask(_ step: Int) -> Character? {
    let start = run.terminal.now
    defer { run.secondsPaused += run.terminal.now - start }
    let isDone = run.hasRun(name(step))
    let (count, name) = ("\(step + 1)/\(places.count)", name(step))
    let prompt =
      language == .en
      ? "  [\(count)] \(name): Enter \(isDone ? "shows it again" : "runs it"), s skip, v source, b back, q quit > "
      : "  [\(count)] \(name): Enter \(isDone ? "menampilkannya lagi" : "menjalankannya"), s lewati, v kode, "
        + "b kembali, q keluar > "
    return run.terminal.key(prompt)
  }

  private func say(_ english: String, _ indonesian: String) {
    run.terminal.print("  " + (language == .en ? english : indonesian) + "\n")
  }

  private func sayWhereItGoesOn(_ step: Int) {
    say(
      "You were at cell \(step + 1) of \(places.count), \(name(step)). Cells before it will run again when they are "
        + "needed. b goes back.",
      "Anda tadi di sel \(step + 1) dari \(places.count), \(name(step)). Sel-sel sebelumnya akan dijalankan lagi bila "
        + "diperlukan. b untuk kembali.")
  }

  private func sayHowToGoOn(_ step: Int) {
    guard !run.lesson.isOnOwnMaterial else {
      return say(
        "Stopped before \(name(step)). The same command begins at the beginning again.",
        "Berhenti sebelum \(name(step)). Perintah yang sama memulai lagi dari awal.")
    }
    say(
      "Stopped before \(name(step)). alih step \(run.lesson.id) goes on here.",
      "Berhenti sebelum \(name(step)). alih step \(run.lesson.id) melanjutkan dari sini.")
  }
}
