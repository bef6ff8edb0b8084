import Foundation
import Testing

@testable import Notebook

@Suite("Exercises that had another id") struct FormerIDTests {
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

  private func facts() throws -> [String] {
    try String(contentsOf: file.url, encoding: .utf8).split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("#") }
  }

  @Test(
    "what was done under a former id of an exercise counts for it, here and in a file that is imported; the better score stays"
  )
  func renamed() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for (former, now) in CourseProgress.renamedExercises {
      #expect(CourseProgress.renamedExercises[now] == nil)
      try write(
        "exercise \(former) 10/10 2026-01-01\nhint \(former) 2\nsolution \(former) 2026-01-02\nrun \(former) 2026-01-03\n"
      )
      let progress = try file.load().progress
      #expect(progress.score(.exercise, now)?.isFull == true && progress.score(.exercise, former) == nil)
      #expect(progress.hintsShown(of: now) == 2 && progress.value(.solution, now) == "2026-01-02")
      #expect(progress.has(.run, former))
      for (old, new, best) in [(3, 8, 8), (8, 3, 8)] {
        try write("exercise \(now) \(new)/10 2026-02-01\nexercise \(former) \(old)/10 2026-01-01\n")
        #expect(try file.load().progress.score(.exercise, now) == .init(best, of: 10))
      }
      let moved = folder.appending(path: "moved")
      try Data("exercise \(former) 10/10 2026-01-01\n".utf8).write(to: moved)
      #expect(try file.merge(moved) == 0)
      #expect(try facts() == ["exercise \(now) 10/10 2026-01-01"])
    }
  }
}
