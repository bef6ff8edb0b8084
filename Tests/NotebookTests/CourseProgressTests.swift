import Foundation
import Testing

@testable import Notebook

@Suite("Progress") struct CourseProgressTests {
  private let folder: URL
  private let file: ProgressFile

  init() throws {
    folder = ToyLesson.newFolder()
    file = ProgressFile(folder.appending(path: "alih/progress")) { "2026-11-21" }
  }

  private func write(_ text: String) throws {
    try FileManager.default.createDirectory(at: file.url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file.url)
  }

  private func lines(_ url: URL? = nil) throws -> [String] {
    try String(contentsOf: url ?? file.url, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  private func facts() throws -> [String] { try lines().filter { !$0.hasPrefix("#") } }

  @Test("what is noted is there when the file is read again, a line for each fact")
  func roundTrip() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try file.update { progress, day in
      progress.note(.run, "domains", on: day)
      progress.note(.exercise, "mmd", score: .init(4, of: 10), on: day)
      progress.noteHints(2, of: "mmd")
      progress.noteNextCell("plane", of: "domains")
    }
    #expect(
      try facts() == [
        "run domains 2026-11-21", "exercise mmd 4/10 2026-11-21", "hint mmd 2", "step domains plane",
      ])
    let progress = try file.load().progress
    #expect(progress.has(.run, "domains") && !progress.has(.run, "mmd") && !progress.has(.read, "domains"))
    #expect(progress.score(.exercise, "mmd") == .init(4, of: 10) && progress.hintsShown(of: "mmd") == 2)
    #expect(progress.nextCell(of: "domains") == "plane")
  }

  @Test("the best score stays, the first day stays, and hints are not unseen")
  func best() throws {
    var progress = CourseProgress()
    progress.note(.exercise, "mmd", score: .init(8, of: 10), on: "2026-01-01")
    progress.note(.exercise, "mmd", score: .init(3, of: 10), on: "2026-01-02")
    #expect(progress.score(.exercise, "mmd")?.earned == 8)
    progress.note(.exercise, "mmd", score: .init(10, of: 10), on: "2026-01-03")
    #expect(progress.score(.exercise, "mmd")?.isFull == true)
    progress.note(.run, "domains", on: "2026-01-01")
    progress.note(.run, "domains", on: "2026-01-02")
    #expect(progress.value(.run, "domains") == "2026-01-01")
    progress.noteHints(3, of: "mmd")
    progress.noteHints(1, of: "mmd")
    #expect(progress.hintsShown(of: "mmd") == 3)
    progress.noteNextCell("a", of: "domains")
    progress.noteNextCell(nil, of: "domains")
    #expect(progress.nextCell(of: "domains") == nil)
  }

  @Test("kinds and ids that this version does not know are kept")
  func unknown() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("badge gold 7 of 9\nexercise from-the-future 3/4 2031-01-01\n")
    try file.update { progress, day in progress.note(.run, "domains", on: day) }
    #expect(
      try facts() == [
        "badge gold 7 of 9", "exercise from-the-future 3/4 2031-01-01", "run domains 2026-11-21",
      ])
  }

  @Test(
    "a damaged line is put aside, reported once, and loses nothing else",
    arguments: [
      "run domains", "run domains yesterday", "exercise mmd ten/10 2026-11-21", "exercise mmd 5/10", "hint mmd -2",
      "\u{1}\u{2} x y", "run  domains 2026-11-21", "just words", "step domains two cells",
      "exercise mmd 1/0 2026-11-21", "hint mmd 9223372036854775807", "hint mmd 99999999999999999999",
      "exercise mmd 9223372036854775807/9223372036854775807 2026-11-21", "quiz domains/after 1/2000000 2026-11-21",
      "run domains 2026-13-01", "run domains 2026-01-32", "run domains 2026-1-010", "Run domains 2026-01-01",
      "run -domains 2026-01-01", "run doma\u{00EF}ns 2026-01-01",
    ])
  func damaged(line: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("read domains 2026-11-20\n\(line)\nrun fine-tuning 2026-11-21\n")
    #expect(try file.load().damaged == 1)
    #expect(try file.load().damaged == 0)
    #expect(try facts() == ["read domains 2026-11-20", "run fine-tuning 2026-11-21"])
    #expect(try lines(file.damagedLines) == [line])
  }

  @Test("bytes that are no text are a damaged line, too, and damaged lines add up")
  func bytes() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("run domains 2026-11-21\nfirst\n")
    #expect(try file.load().damaged == 1)
    try (Data(contentsOf: file.url) + Data([0xFF, 0xFE, 0x0A])).write(to: file.url)
    #expect(try file.load().damaged == 1)
    #expect(try Data(contentsOf: file.damagedLines) == Data("first\n".utf8) + Data([0xFF, 0xFE, 0x0A]))
    #expect(try facts() == ["run domains 2026-11-21"])
  }

  @Test("what was exported is taken over elsewhere, and of two scores the better one stays")
  func moving() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let other = ProgressFile(folder.appending(path: "other/progress")) { "2026-12-01" }
    try file.update { progress, day in
      progress.note(.exercise, "mmd", score: .init(9, of: 10), on: day)
      progress.note(.exercise, "class-prior", score: .init(2, of: 10), on: day)
      progress.noteHints(1, of: "mmd")
    }
    try other.update { progress, day in
      progress.note(.exercise, "mmd", score: .init(5, of: 10), on: day)
      progress.note(.exercise, "class-prior", score: .init(10, of: 10), on: day)
      progress.note(.run, "domains", on: day)
    }
    let moved = folder.appending(path: "moved.txt")
    try other.export(to: moved)
    #expect(try file.merge(moved) == 0)
    let progress = try file.load().progress
    #expect(progress.score(.exercise, "mmd")?.earned == 9 && progress.score(.exercise, "class-prior")?.earned == 10)
    #expect(progress.has(.run, "domains") && progress.hintsShown(of: "mmd") == 1)
    try Data("nothing\n".utf8).write(to: moved)
    #expect(throws: NotebookError.self) { try file.merge(moved) }
    #expect(throws: NotebookError.self) { try file.merge(folder.appending(path: "none")) }
    #expect(try file.load().progress == progress)
  }

  @Test("many who write at once lose nothing")
  func concurrent() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    DispatchQueue.concurrentPerform(iterations: 100) { number in
      try? file.update { progress, day in progress.note(.run, "lesson-\(number)", on: day) }
    }
    #expect(try facts().count == 100)
    let left = try FileManager.default.contentsOfDirectory(atPath: file.url.deletingLastPathComponent().path).sorted()
    #expect(left == [".progress.lock", "progress"])
  }

  @Test("the file lies where XDG_STATE_HOME says, else below the home folder")
  func place() {
    func path(_ environment: [String: String]) -> String { ProgressFile.standard(environment: environment).url.path }
    #expect(path(["XDG_STATE_HOME": "/state", "HOME": "/home/me"]) == "/state/alih/progress")
    #expect(path(["XDG_STATE_HOME": "relative", "HOME": "/home/me"]) == "/home/me/.local/state/alih/progress")
    #expect(path(["HOME": "/home/me"]) == "/home/me/.local/state/alih/progress")
  }

  @Test("a folder that cannot be made is refused with one line")
  func unwritable() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data().write(to: folder.appending(path: "alih"))
    let error = #expect(throws: NotebookError.self) {
      try file.update { progress, day in progress.note(.run, "a", on: day) }
    }
    #expect(error?.description.contains("not a directory") == true)
  }

  @Test("twenty thousand lines are taken over in one go, in their order")
  func long() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let lines = (0..<20_000).map { "exercise e\($0) \($0 % 11)/10 2026-11-21" }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let other = folder.appending(path: "long.txt")
    try Data((lines + lines).joined(separator: "\n").utf8).write(to: other)
    let start = ContinuousClock.now
    #expect(try file.merge(other) == 0)
    // Where every line was looked for among all others, this took a minute.
    #expect(start.duration(to: .now) < .seconds(20))
    #expect(try facts() == lines)
  }

  @Test("facts keep their order and their places when one between them goes")
  func forgetting() {
    var progress = CourseProgress()
    for lesson in ["a", "b", "c"] { progress.noteNextCell("x-\(lesson)", of: lesson) }
    progress.noteNextCell(nil, of: "b")
    progress.noteNextCell("last", of: "c")
    progress.noteNextCell("again", of: "b")
    #expect(progress.facts.map(\.line) == ["step a x-a", "step c last", "step b again"])
    #expect(progress.nextCell(of: "a") == "x-a" && progress.nextCell(of: "b") == "again")
  }

  @Test("a folder, a pipe, and what is longer than any progress are refused at once, and nothing is lost")
  func noFile() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("read domains 2026-11-20\n")
    let (pipe, long) = (folder.appending(path: "pipe"), folder.appending(path: "long"))
    #expect(mkfifo(pipe.path, 0o600) == 0)
    #expect(FileManager.default.createFile(atPath: long.path, contents: nil) && truncate(long.path, 1 << 40) == 0)
    for (place, words) in [(folder, "a folder"), (pipe, "a pipe"), (long, "larger than 8 MiB")] {
      let error = try #require(throws: NotebookError.self) { try file.merge(place) }
      #expect(error.description.contains(words), "\(error)")
    }
    // Damaged lines that were put aside before are not written over where they cannot be read.
    try FileManager.default.createDirectory(at: file.damagedLines, withIntermediateDirectories: true)
    try write("read domains 2026-11-20\nnonsense\n")
    #expect(throws: NotebookError.self) { try file.load() }
    #expect(try facts() == ["read domains 2026-11-20", "nonsense"])
  }
}
