import Foundation
import Testing

@Suite struct ChooseTests {
  private let folder: TrialFolder
  private let report: String

  init() throws {
    folder = try TrialFolder()
    report = folder.url.appending(path: "report").path
  }

  private func choose(_ arguments: String...) throws -> Command {
    try Command(arguments: ["choose", "--report", report, "--seconds", "0.01"] + arguments)
  }

  @Test(
    "a folder of pictures: scores of the networks, three ways tried, one recommended, with a report and its figures")
  func pictures() throws {
    let data = folder.url.appending(path: "farm").path
    #expect(try Command("menagerie", "write", data, "--task", "farm", "--count", "45", "--size", "32").status == 0)
    let result = try choose("--data", data, "--network", "mini-vgg-32", "--network", "mini-vgg")
    #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.count { $0.contains(": LogME ") } == 2)
    for way in ["head: ", "fine-tune: ", "scratch: "] { #expect(lines.contains { $0.hasPrefix(way) }) }
    #expect(lines.contains { $0.hasPrefix("Recommended: m") && $0.contains("validation pictures.") })
    #expect(lines.suffix(3) == ["scores.png", "ways.png", "report.md"].map { "\(report)/\($0)" })
    let text = try String(contentsOfFile: "\(report)/report.md", encoding: .utf8)
    #expect(text.hasPrefix("# A network for farm\n\nRecommended: m") && text.contains("proxy A-distance"))
    #expect(text.contains("alih train --data \(data) --strategy ") && text.contains("±"))
  }

  @Test("a task of the Menagerie and one network, in Indonesian, the same way each time")
  func world() throws {
    func run() throws -> String {
      let result = try choose(
        "--data", "farm:night", "--count", "10", "--network", "mini-vgg-32", "--classes", "cow,pig", "--language", "id")
      #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
      return result.output.replacing(/[0-9,]+\s(s|detik)\b/, with: "")
    }
    let first = try run()
    #expect(first.contains("Disarankan: mini-vgg-32 dengan ") && !first.contains("scores.png"))
    let text = try String(contentsOfFile: "\(report)/report.md", encoding: .utf8)
    #expect(text.contains("--data 'farm:night' --classes 'cow,pig' --strategy "))
    #expect(try run() == first)
  }

  @Test("what cannot be done is refused in one line")
  func refusals() throws {
    #expect(try choose("--data", "moon").refused(saying: "moon is neither a folder nor a task"))
    #expect(try choose("--data", "farm", "--network", "magic").refused(saying: "no network is called magic"))
    #expect(try choose("--data", "farm", "--count", "4").refused(saying: "--count 4"))
    #expect(try choose("--data", "farm", "--classes", "cow", "--network", "mini-vgg-32").refused(saying: "one class"))
    #expect(try choose("--data", "farm", "--mean", "0,0,0").refused(saying: "--network"))
    let two = ["--network", "mini-vgg-32", "--network", "mini-vgg"]
    #expect(
      try Command(arguments: ["choose", "--data", "farm", "--resize", "40"] + two).refused(saying: "one --network"))
    #expect(try Command("choose", "--data", "farm", "--seconds", "0").refused(saying: "--seconds 0"))
    let empty = folder.url.appending(path: "empty").path
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
    #expect(try choose("--data", empty).refused(saying: empty))
  }
}
