import Foundation
import Notebook
import Testing

@testable import Grading

@Suite("What a class hands in") struct ClassTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "class-\(UUID().uuidString)")
  private let names: Set<String> = ["AExercises.swift", "BExercises.swift"]

  private func file(_ path: String, _ text: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  @Test(
    "files are found at any depth; links, large files and what is there twice are said, and what is no exercise is left"
  )
  func folders() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try file("ani/AExercises.swift", "a")
    try file("ani/old/AExercises.swift", "older")
    try file("ani/Other.swift", "other")
    try file("budi/alih/Lessons/02-b/BExercises.swift", "b")
    try file("citra/notes.txt", "nothing")
    try file("dewi/BExercises.swift", String(repeating: " ", count: 1 << 20 + 1))
    try file("secret", "secret")
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "dewi/AExercises.swift"), withDestinationURL: folder.appending(path: "secret"))
    let all = try Submission.all(in: folder, files: names)
    #expect(all.map(\.student) == ["ani", "budi", "citra", "dewi"])
    #expect(all[0].files == ["AExercises.swift": Data("a".utf8)] && all[0].remarks.count == 1)
    #expect(all[0].remarks[0](.en).contains("more than once"))
    #expect(all[1].files == ["BExercises.swift": Data("b".utf8)] && all[1].remarks.isEmpty)
    #expect(all[2].files.isEmpty && all[2].remarks.map { $0(.en) } == ["no file of exercises was handed in"])
    #expect(all[3].files.isEmpty && all[3].remarks.count == 2)
    #expect(throws: NotebookError.self) { try Submission.all(in: folder.appending(path: "citra"), files: names) }
    #expect(throws: NotebookError.self) { try Submission.all(in: folder.appending(path: "none"), files: names) }
  }

  @Test("an archive that is none is said, and stands beside a folder of its name")
  func archives() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try file("eka.zip", "no archive")
    try file("eka/AExercises.swift", "a")
    let all = try Submission.all(in: folder, files: names)
    #expect(all.map(\.student) == ["eka", "eka.zip"] && all[1].files.isEmpty && !all[1].remarks.isEmpty)
  }

  private func marked() throws -> MarkedSubmission {
    try file("=1+1/AExercises.swift", "a")
    let check = Check(
      id: "sum", what: Phrase(en: "the sum", id: "jumlahnya"), passed: false, points: 4,
      expected: Phrase(en: "2", id: "2"), got: Phrase(en: "1", id: "1"), tolerance: 0,
      next: Phrase(en: "add", id: "jumlahkan"))
    return MarkedSubmission(
      submission: try Submission.all(in: folder, files: names)[0],
      grades: [
        Grade(exercise: "x", lesson: "a", outcome: .failed, possible: 4, checks: [check]),
        Grade(exercise: "y", lesson: "a", outcome: .notAttempted, possible: 6),
      ],
      notCompiled: [
        UncompiledLesson(
          lesson: "b",
          errors: [CompilerError(file: "B.swift", line: 3, column: 1, message: "no, \"such\" type", excerpt: [])])
      ])
  }

  @Test(
    "the table has a row for each exercise, each lesson that does not compile, and nothing that a spreadsheet computes")
  func table() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let lines = ClassReport([try marked()], language: .en).table.split(separator: "\n")
    #expect(lines.count == 4 && lines[0] == "student,lesson,exercise,outcome,points,possible,remark")
    #expect(lines[1].hasPrefix("'=1+1,a,x,failed,0,4,✗ sum: "), "\(lines[1])")
    #expect(lines[2] == "'=1+1,a,y,not-attempted,0,6,")
    #expect(lines[3] == "'=1+1,b,,not-compiled,0,,\"B.swift:3:1: error: no, \"\"such\"\" type\"", "\(lines[3])")
  }

  @Test("the result for autograding names every exercise with its points, and what did not compile as an error")
  func autograding() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let json = try JSONEncoder().encode(AutogradingResult(try marked(), .en))
    let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    let tests = try #require(object["tests"] as? [[String: Any]])
    #expect(object["version"] as? Int == 1 && object["status"] as? String == "error")
    #expect(object["max_score"] as? Int == 10)
    #expect(tests.map { $0["status"] as? String } == ["fail", "fail", "error"])
    #expect(tests.map { $0["max_score"] as? Int } == [4, 6, 0] && tests.map { $0["score"] as? Int } == [0, 0, 0])
  }
}
