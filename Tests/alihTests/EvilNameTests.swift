import Foundation
import Imaging
import Testing

/// One name that commands a terminal, forges a row, ends a table and a string, and would be a picture or a tag elsewhere, given
/// to every command in every place where a name can come from elsewhere; then the bytes of all that comes out are looked at.
@Suite struct EvilNameTests {
  static let name =
    "e\u{1B}]0;v\u{7}\n  ✓ forged 1 of 1\r\u{9B}2J\u{2028}![p](http:x)<img src=q onerror=a()> | \u{202E}gnp'\"\\`$"

  private let folder: TrialFolder
  private var root: String { folder.url.path }

  init() throws { folder = try TrialFolder() }

  /// What is wrong with a text that a terminal or a page is to show; a picture is one at the start of a line of Markdown.
  private static func harm(in text: String, isMarkdown: Bool = false) -> [String] {
    var found: [String] = []
    for scalar in text.unicodeScalars where scalar != "\n" {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .format: found.append("U+\(String(scalar.value, radix: 16))")
      default: continue
      }
    }
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
    return found
      + lines.filter { $0.hasPrefix("✓ forged") || isMarkdown && $0.hasPrefix("![p]") }.map { "forged: \($0)" }
  }

  @discardableResult
  private func run(_ arguments: String..., input: String? = nil) throws -> Command {
    let state = ["XDG_STATE_HOME": "\(root)/state"]
    let result = try Command(arguments: arguments, environment: state, input: input)
    for text in [result.output, result.error] {
      let harm = Self.harm(in: text)
      #expect(harm.isEmpty, "\(arguments.map { $0.debugDescription }) says \(harm) in \(text.debugDescription)")
    }
    return result
  }

  /// Pictures in two class folders that have the name, the first picture called like it as well; the pictures' folder, too.
  private func pictures() throws -> (data: String, picture: String) {
    let data = "\(root)/\(Self.name)"
    #expect(try run("menagerie", "write", data, "--task", "pets", "--count", "64", "--size", "64").status == 0)
    let manager = FileManager.default
    let classes = try manager.contentsOfDirectory(atPath: data).sorted()
    for (place, old) in classes.enumerated() {
      if place > 1 {
        try manager.removeItem(atPath: "\(data)/\(old)")
      } else {
        try manager.moveItem(atPath: "\(data)/\(old)", toPath: "\(data)/\(Self.name)\(place)")
      }
    }
    let first = "\(data)/\(Self.name)0"
    let picture = "\(first)/\(Self.name).png"
    let file = try #require(try manager.contentsOfDirectory(atPath: first).min())
    try manager.moveItem(atPath: "\(first)/\(file)", toPath: picture)
    return (data, picture)
  }

  /// Looks at all files that commands have written below a folder: their names, their texts, the texts in pictures.
  private func lookAtFiles(in folder: String) throws {
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    #expect(!files.isEmpty, "\(folder)")
    for file in files {
      #expect(Self.harm(in: file).isEmpty && !file.contains("\n") && file.utf8.count < 250, "\(file.debugDescription)")
      let url = URL(filePath: "\(folder)/\(file)")
      if file.hasSuffix(".png") {
        for (key, value) in try Image.text(of: url) {
          #expect(Self.harm(in: value).isEmpty, "\(file): \(key): \(value.debugDescription)")
        }
      } else if file.hasSuffix(".md") {
        let text = try String(contentsOf: url, encoding: .utf8)
        let harm = Self.harm(in: text, isMarkdown: true)
        #expect(harm.isEmpty, "\(file): \(harm)")
        // Between backticks, and in a block of code, a tag is text.
        let blocks = text.split(separator: "\n```", omittingEmptySubsequences: false)
        let prose = blocks.enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined(separator: "\n")
        let outside = prose.replacing(/`[^`\n]*`/, with: "")
        #expect(!outside.contains(/(^|[^\\])<img/) && !outside.contains(/[^\\]\]\(http:/), "\(outside)")
      }
    }
  }

  @Test("names of classes, pictures and folders do no harm in any command that works with them")
  func pictureCommands() throws {
    let (data, picture) = try pictures()
    let network = "\(data).safetensors"
    let output = "\(root)/output"
    let trained = try run(
      "train", "--data", data, "--strategy", "head", "--output", network, "--report", "\(output)/train")
    #expect(trained.status == 0, "\(trained.error)")
    #expect(try run("predict", picture, "--network", network).status == 0)
    let json = try run("predict", picture, "--network", network, "--json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(object?["picture"] as? String == picture)
    #expect((object?["classes"] as? [String]) == ["\(Self.name)0", "\(Self.name)1"])
    #expect(try run("evaluate", "--data", data, "--network", network).status == 0)
    #expect(try run("evaluate", "--data", data, "--network", network, "--json").status == 0)
    #expect(
      try run("ideal", "--all", "--network", network, "--steps", "1", "--output", "\(output)/ideal").status == 0)
    #expect(try run("ideal", "--class", "1", "--network", network, "--steps", "1", "--output", output).status == 0)
    let attack = try run("attack", picture, "--network", network, "--steps", "1", "--output", "\(output)/attack")
    #expect(attack.status == 0, "\(attack.error)")
    #expect(try run("features", picture, "--network", network, "--output", "\(output)/features").status == 0)
    let explained = try run(
      "explain", picture, "--network", network, "--class", "1", "--steps", "2", "--output", "\(output)/explain")
    #expect(explained.status == 0 && explained.output.split(separator: "\n").count == 1, "\(explained.error)")
    let maps = try run(
      "explain", picture, "--network", network, "--method", "grad-cam", "--json", "--output", "\(output)/explain")
    let explanation = try JSONSerialization.jsonObject(with: Data(maps.output.utf8)) as? [String: Any]
    #expect(explanation?["picture"] as? String == picture)
    #expect(try run("compare", data, data, "--count", "16", "--permutations", "99").status == 0)
    let adapted = try run(
      "adapt", "--source", data, "--target", data, "--method", "adabn", "--epochs", "1", "--network", "mini-vgg-32",
      "--output", "\(data)-adapted.safetensors", "--report", "\(output)/adapt")
    #expect(adapted.status == 0, "\(adapted.error)")
    #expect(try run("networks", "info", "\(data)-adapted.safetensors").status == 0)
    let chosen = try run(
      "choose", "--data", data, "--network", network, "--network", "mini-vgg-32", "--seconds", "0.01", "--report",
      "\(output)/choose")
    #expect(chosen.status == 0, "\(chosen.error)")
    #expect(try run("networks", "info", network).status == 0)
    let script = try run("networks", "export", network)
    #expect(script.status == 0 && script.output.contains(#"with safe_open("/"#), "\(script.output)")
    #expect(script.output.contains(#"e\x1b]0;v\x07\x0a  ✓ forged 1 of 1\x0d\x9b2J\u2028![p]"#) == true)
    try lookAtFiles(in: output)
    _ = try run("train", "--data", data, "--strategy", "head", "--output", "\(network)x/a.safetensors")
    _ = try run("predict", "\(picture)x", "--network", network)
    _ = try run("predict", picture, "--network", "\(network)x.safetensors")
    _ = try run("evaluate", "--data", "\(data)x")
    _ = try run("evaluate", "--data", data, "--classes", "\(Self.name)2")
    _ = try run("evaluate", "--data", data)
    _ = try run("ideal", "--class", Self.name, "--network", network)
    _ = try run("attack", picture, "--target", Self.name, "--network", network)
    _ = try run("explain", picture, "\(picture)x", "--class", Self.name, "--network", network)
    _ = try run("explain", "\(picture)x", "--network", network, "--output", "\(output)/explain")
    _ = try run("explain", picture, "--layer", Self.name, "--network", network)
  }

  @Test("what a reader types is not handed on raw where it is refused")
  func refusals() throws {
    let name = Self.name
    for arguments in [
      [name], ["run", name], ["exercise", name], ["grade", name], ["hint", name], ["solution", name], ["quiz", name],
      ["step", name], ["glossary", name], ["check", name], ["menagerie", "sheet", "--task", name],
      ["menagerie", "show", "--class", name], ["menagerie", "sheet", "--style", name], ["predict", name],
      ["compare", name, name], ["features", name], ["explain", name],
      ["explain", "a", "--method", name], ["networks", "info", name], ["networks", "export", name],
      ["pretrain", name], ["bench", name], ["progress", "import", name], ["run", "domains", "--image", name],
      ["run", "domains", "--language", name], ["attack", name, "--epsilon", name], ["predict", "a", "--mean", name],
      ["grade", "--runners", name], ["run", "fine-tuning", "--data", name],
      ["train", "--data", name, "--output", name], ["train", "--data", name, "--strategy", "scratch", "--find-rate"],
      ["adapt", "--source", name, "--target", name, "--method", "mmd", "--output", "a.safetensors"],
      ["adapt", "--source", "farm", "--target", name, "--method", name, "--output", name], ["choose", "--data", name],
      ["choose", "--data", "farm", "--network", name],
    ] {
      let result = try Command(arguments: arguments)
      #expect(result.status != 0 && result.output.isEmpty, "\(arguments[0])")
      #expect(Self.harm(in: result.error).isEmpty, "\(arguments[0]): \(result.error.debugDescription)")
    }
  }

  @Test("a reader's name, a runner and a file of progress do no harm in grades, certificates and lists")
  func records() throws {
    // What a program prints is shown line by line, so here the name is on one; in a check's texts it is as it is.
    let line = Self.name.filter { !$0.isNewline && !"\"`$\\'".contains($0) }
    let text = String(decoding: try JSONEncoder().encode(Self.name), as: UTF8.self).replacing("'", with: "’")
    let answer =
      #"{"isAttempted":true,"checks":[{"id":\#(text),"what":{"en":\#(text),"id":\#(text)},"passed":PASSED,"points":10,"#
      + #""expected":{"en":\#(text),"id":\#(text)},"got":{"en":\#(text),"id":\#(text)},"tolerance":0,"#
      + #""next":{"en":\#(text),"id":\#(text)}}]}"#
    let (right, wrong) = (answer.replacing("PASSED", with: "true"), answer.replacing("PASSED", with: "false"))
    let script = """
      #!/bin/sh
      case "$1" in
        "") for id in transfer-condition mmd class-prior 'm\(line)d' ../../x; do echo "domains $id 10"; done ;;
        mmd) read -r key; printf '%s begins %s\\n' "$key" '\(line)'; printf '%s\\n' '\(line)' >&2
          printf '%s\\n' '\(line): Fatal error: \(line)' >&2; kill -ILL $$ ;;
        transfer-condition) read -r key; printf '%s answer %s\\n' "$key" '\(wrong)' ;;
        *) read -r key; printf '%s answer %s\\n' "$key" '\(right)' ;;
      esac
      """
    let runner = try folder.file("runners/domains-runner", Array(script.utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: runner)
    for language in ["en", "id"] {
      for what in ["mmd", "class-prior", "domains"] {
        let graded = try run(
          "grade", what, "--runners", "\(root)/runners", "--output", "\(root)/output", "--name", Self.name,
          "--language", language)
        #expect(graded.status == (what == "class-prior" ? 0 : 2))
        try lookAtFiles(in: "\(root)/output")
      }
    }
    let json = try run(
      "grade", "domains", "--runners", "\(root)/runners", "--output", "\(root)/output", "--name", Self.name, "--json")
    #expect((try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])?["earned"] as? Int == 10)
    let facts = try folder.file("facts", Array("run domains \(Self.name)\nread \(Self.name) 2026-11-21\n".utf8))
    try run("progress", "import", facts)
    try run("progress")
    try run("progress", "export", "\(root)/\(Self.name).txt")
    try run()
    try run("lessons")
    try run("quiz", "domains", input: "\(Self.name)\nq\n")
    try run("step", "domains", "--output", "\(root)/output", input: "\(Self.name)\nq\n")
  }
}
