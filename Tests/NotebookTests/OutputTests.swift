import Foundation
import Imaging
import Testing

@testable import Notebook

@Suite("Files of a run")
struct OutputTests {
  @Test("a figure's file carries title, alternative text, lesson, seed and version")
  func metadata() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    let figure = try #require(try toy.run(.id) { $0.seed = 9 }.result.figures.first)
    let text = try Image.text(of: figure.file)
    #expect(text.map(\.key) == ["Title", "Description", "Lesson", "Seed", "Software"])
    #expect(text.map(\.value) == ["Abu-abu", "Abu-abu pada 83,5% [yakin]", "toy", "9", Release.software])
    #expect(try Image(contentsOf: figure.file).width == 3)
  }

  @Test("the same run gives the same bytes")
  func repeatable() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    let first = try Data(contentsOf: toy.run().result.figures[0].file)
    let second = try Data(contentsOf: toy.run().result.figures[0].file)
    #expect(first == second)
  }

  @Test("a picture comes back as its file has it, in eight bits")
  func picture() throws {
    let toy = try ToyLesson { page in
      let read = try page.picture("own", Image(width: 2, height: 1, filledWith: 0.3))
      #expect(read.pixels == [Float](repeating: 77.0 / 255, count: 6))
      try ToyLesson.draw(page)
    }
    defer { toy.remove() }
    let folder = try toy.run().result.folder
    #expect(try Image.text(of: folder.appendingPathComponent("pictures/own.png")).map(\.value).contains("toy"))
  }

  @Test("a folder that can't be made is refused with one line before anything runs")
  func unwritable() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    try Data().write(to: toy.output)
    let capture = Capture()
    let error = #expect(throws: NotebookError.self) { try toy.run(on: capture) }
    let line = "can't write \(toy.output.path): not a directory; choose a folder that can be written"
    #expect(error?.description == line)
    #expect(capture.text == "")
  }

  @Test("a file that can't take its place leaves the old one and nothing beside it")
  func renameFails() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    let folder = toy.output.appendingPathComponent("03-toy")
    let taken = folder.appendingPathComponent("grey.png/inside")
    try FileManager.default.createDirectory(at: taken, withIntermediateDirectories: true)
    let error = #expect(throws: NotebookError.self) { try toy.run() }
    #expect(error?.description.hasPrefix("lesson toy, cell draw: can't write ") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["grey.png"])
  }

  @Test("Ctrl-C keeps whole files, says so in one line and ends with status 130")
  func interrupt() async throws {
    let folder = ToyLesson.newFolder()
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let result = await #expect(processExitsWith: .exitCode(130), observing: [\.standardErrorContent]) {
      [folder = folder as URL] in
      let toy = try ToyLesson(folder: folder) { page in
        try ToyLesson.draw(page)
        kill(getpid(), SIGINT)
        while true { pause() }
      }
      _ = try toy.lesson.run(
        on: .standard(environment: [:]), options: RunOptions(output: toy.output, handlesInterrupt: true))
    }
    let line = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(line.contains("Interrupted; kept 1 whole file in ") && line.contains("03-toy: grey.png\n"))
  }

  @Test("the line about an interruption names the first files only")
  func interruptMessage() {
    let folder = URL(fileURLWithPath: "output/03-toy")
    let message = Interrupt.message(files: ["a", "b", "c", "d", "e"], folder: folder)
    #expect(message.en == "Interrupted; kept 5 whole files in output/03-toy: a, b, c, d, …")
    #expect(Interrupt.message(files: [], folder: folder).id.contains("belum ada yang ditulis"))
  }
}
