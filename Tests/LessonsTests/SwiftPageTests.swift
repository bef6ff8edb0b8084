import Foundation
import Lessons
import Testing

/// The page in Lessons with the Swift that exercises need, beside the Python that says the same, in both languages.
@Suite struct SwiftPageTests {
  @Test("both languages have the same code, and each piece of Swift its piece of Python")
  func sameInBothLanguages() throws {
    let (english, indonesian) = (try SwiftPage("en"), try SwiftPage("id"))
    #expect(english.swift == indonesian.swift && english.python == indonesian.python)
    #expect(english.swift.count >= 10 && english.swift.count == english.python.count)
  }

  @Test("the Swift on the page compiles, and prints what stands beside it")
  func output() throws {
    let page = try SwiftPage("en")
    let folder = FileManager.default.temporaryDirectory.appending(path: "alih-page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let functions = page.swift.enumerated().map { "func piece\($0)() throws {\n\($1)}\n" }
    let calls = page.swift.indices.map { "try piece\($0)()\n" }
    let source = folder.appending(path: "page.swift"), program = folder.appending(path: "page").path
    try ("import Foundation\n" + functions.joined() + calls.joined()).write(
      to: source, atomically: true, encoding: .utf8)
    #expect(try run("swiftc", "-Onone", source.path, "-o", program).status == 0)
    #expect(try run(program).output == page.printed)
  }

  @Test("the Python that stands beside it prints the same", .enabled(if: SwiftPageTests.hasPython))
  func python() throws {
    let page = try SwiftPage("en")
    let output = try run("python3", "-c", page.python.joined(separator: "\n")).output
    #expect(output.map { $0.replacing("True", with: "true").replacing("False", with: "false") } == page.printed)
  }

  private static let hasPython = (try? run("python3", "--version").status) == 0
}

/// What a command prints, line by line, and its status.
private func run(_ words: String...) throws -> (status: Int32, output: [String]) {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = words
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  return (process.terminationStatus, lines)
}

/// The pieces of code of the page.
private struct SwiftPage {
  let swift, python: [String]

  init(_ language: String) throws {
    let lessons = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Lessons")
    let text = try String(contentsOf: lessons.appending(path: "swift-for-python.\(language).md"), encoding: .utf8)
    func pieces(in language: String) -> [String] {
      text.components(separatedBy: "```\(language)\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    }
    // A program imports at its head what its functions need.
    swift = pieces(in: "swift").map { $0.replacing("import Foundation\n", with: "") }
    python = pieces(in: "python")
  }

  /// What comments say that the Swift prints, line by line.
  var printed: [String] {
    swift.flatMap { piece in
      piece.split(separator: "\n").compactMap { $0.components(separatedBy: "// ").dropFirst().first }
        .flatMap { $0.components(separatedBy: ", then ") }
    }
  }
}
