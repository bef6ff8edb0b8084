import Foundation
import ModelZoo
import Testing

/// The pages in Lessons about photographs and networks from elsewhere, and about teaching, in both languages.
@Suite struct OwnPhotographsPageTests {
  @Test(
    "every command on the page exists, with every option that the page gives it",
    arguments: [("own-photographs", 21), ("teaching", 2)], ["en", "id"])
  func commands(page: (name: String, least: Int), language: String) throws {
    let lines = try PhotographsPage(language, page.name).commands
    try #require(lines.count >= page.least)
    var helps: [String: String] = [:]
    for line in lines {
      let words = line.split(separator: " ").map(String.init).dropFirst()
      // A word after the command is that of a subcommand where the command's help has it, and else an argument.
      var path = Array(words.prefix(1))
      if try help(path, &helps).contains("SUBCOMMANDS:"), let second = words.dropFirst().first { path.append(second) }
      let help = try help(path, &helps)
      #expect(help.contains("USAGE: alih \(path.joined(separator: " "))"), "there is no such command: \(line)")
      for option in words where option.hasPrefix("--") {
        #expect(help.contains("\n  \(option) "), "\(option) is none of the options: \(line)")
      }
    }
  }

  @Test("both languages give the same commands, addresses and file names")
  func sameInBothLanguages() throws {
    let (english, indonesian) = (try PhotographsPage("en"), try PhotographsPage("id"))
    #expect(english.code == indonesian.code)
    #expect(try PhotographsPage("en", "teaching").code == PhotographsPage("id", "teaching").code)
    #expect(english.addresses == indonesian.addresses)
    #expect(!english.addresses.isEmpty)
  }

  @Test("both languages give the same numbers, for where to get every network for photographs and for what it costs")
  func networks() throws {
    let names = Architecture.all.filter { $0.inputSize == 224 }.map(\.name)
    let (english, indonesian) = (try PhotographsPage("en").rows(of: names), try PhotographsPage("id").rows(of: names))
    #expect(english == indonesian)
    for name in names { #expect(english.count { $0.hasPrefix("| `\(name)` |") } >= 2, "\(name)") }
  }

  @Test("every figure in the tables has been measured", arguments: ["en", "id"])
  func measured(language: String) throws {
    #expect(try PhotographsPage(language).rows.filter { $0.contains("…") } == [])
  }

  private func help(_ path: [String], _ known: inout [String: String]) throws -> String {
    let name = path.joined(separator: " ")
    if let help = known[name] { return help }
    let help = try Command(arguments: path + ["--help"]).output
    known[name] = help
    return help
  }
}

/// The page in one language.
private struct PhotographsPage {
  let text: String

  init(_ language: String, _ name: String = "own-photographs") throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    text = try String(contentsOf: package.appending(path: "Lessons/\(name).\(language).md"), encoding: .utf8)
  }

  /// What the reader is to type, block by block.
  var code: [String] {
    text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 && $0.element.hasPrefix("sh\n") }
      .map(\.element)
  }

  /// The lines that call `alih`, of which each may go over several.
  var commands: [String] {
    code.flatMap { $0.replacing("\\\n", with: " ").split(separator: "\n").map(String.init) }
      .filter { $0.hasPrefix("alih ") }
  }

  /// The rows of all tables.
  var rows: [String] { text.split(separator: "\n").filter { $0.hasPrefix("|") }.map(String.init) }

  /// The rows that are about networks of these names, without what parts the digits of a number, which is a matter of language.
  func rows(of names: [String]) -> [String] {
    rows.filter { row in names.contains { row.hasPrefix("| `\($0)` |") } }
      .map { $0.replacing(/(\d)[.,](?=\d)/) { match in String(match.1) }.replacing(" %", with: "%") }
  }

  /// Where the page sends its reader, in their order.
  var addresses: [Substring] {
    text.matches(of: /https:\/\/[^\s)`"'|>]+/).map(\.0)
  }
}
