import Foundation
import Testing

@Suite struct IdealCommandTests {
  @Test("all classes come as one gallery, each picture as a file of its own, with its numbers")
  func gallery() throws {
    let folder = try TrialFolder()
    let output = folder.url.appending(path: "ideal").path
    let result = try Command("ideal", "--all", "--steps", "1", "--form", "squared", "--output", output)
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count == 18)
    #expect(result.output.contains("zebra-1.png  p = ") && result.output.contains("%  variation 0."))
    for name in ["gallery.png", "zebra-1.png", "car-1.png"] {
      #expect(FileManager.default.fileExists(atPath: "\(output)/\(name)"), "\(name)")
    }
  }

  @Test("a picture that stayed grey or is taken for another class is said, a line for each class, and in JSON")
  func failures() throws {
    let folder = try TrialFolder()
    let output = folder.url.appending(path: "ideal").path
    let grey = try Command(
      "ideal", "--class", "zebra", "--count", "2", "--variation", "1000000", "--rate", "1", "--steps", "60", "--output",
      output)
    #expect(grey.status == 0 && grey.error.hasPrefix("alih: zebra: 2 of 2 came to nothing: "), "\(grey.error)")
    #expect(grey.error.split(separator: "\n").count == 1)
    let good = try Command(
      "ideal", "--class", "zebra", "--steps", "64", "--json", "--output", output)
    #expect(good.status == 0 && good.error.isEmpty, "\(good.error)")
    let gallery = try JSONDecoder().decode(Gallery.self, from: Data(good.output.utf8))
    #expect(
      gallery.pictures.map(\.failed) == [false] && gallery.pictures[0].index == 7
        && gallery.pictures[0].class == "zebra")
    let bad = try Command(
      "ideal", "--class", "cat", "--variation", "100000", "--steps", "1", "--json", "--language", "id", "--output",
      output)
    #expect(bad.status == 0 && bad.error.hasPrefix("alih: kucing: 1 dari 1 tidak berhasil"), "\(bad.error)")
    #expect(try JSONDecoder().decode(Gallery.self, from: Data(bad.output.utf8)).pictures.map(\.failed) == [true])
  }

  private struct Gallery: Decodable {
    struct Picture: Decodable {
      let `class`: String
      let index: Int
      let failed: Bool
    }
    let pictures: [Picture]
  }

  @Test(
    "the command says which terms its loss had, and each option changes one of them",
    arguments: [
      ([], "loss −z + 30 V₂ + 10 S (z: logit, V: variation, S: batch-norm prior), 1 steps of Adam"),
      (["--prior", "0"], "loss −z + 30 V₂ (z: logit, V: variation), 1 steps of Adam"),
      (
        ["--variation", "0", "--prior", "0.5"], "loss −z + 0.5 S (z: logit, V: variation, S: batch-norm prior)"
      ),
      (
        ["--objective", "log-probability", "--form", "absolute", "--variation", "1", "--prior", "0"],
        "loss −ln p + V (z: logit"
      ),
    ] as [([String], String)])
  func terms(options: [String], words: String) throws {
    let folder = try TrialFolder()
    let output = folder.url.appending(path: "ideal").path
    let result = try Command(
      arguments: ["ideal", "--class", "owl", "--steps", "1", "--output", output] + options)
    #expect(result.output.split(separator: "\n").last?.hasPrefix(words) == true, "\(result.output)")
  }

  @Test("a class can be given by its number")
  func byNumber() throws {
    let folder = try TrialFolder()
    let output = folder.url.appending(path: "ideal").path
    let result = try Command("ideal", "--class", "7", "--steps", "1", "--output", output)
    #expect(result.status == 0 && result.output.contains("zebra-1.png"))
  }

  @Test("a film lies beside the figure as PNG and GIF; the pictures are those of a drawing without one")
  func film() throws {
    let folder = try TrialFolder()
    func draw(_ name: String, _ options: [String] = []) throws -> (command: Command, files: [String]) {
      let output = folder.url.appending(path: name).path
      let command = try Command(
        arguments: ["ideal", "--class", "zebra", "--steps", "3", "--count", "2", "--output", output] + options)
      return (command, try FileManager.default.contentsOfDirectory(atPath: output).sorted())
    }
    let filmed = try draw("film", ["--film"]), alone = try draw("alone")
    #expect(filmed.command.status == 0, "\(filmed.command.error)")
    #expect(filmed.files == ["zebra-1.png", "zebra-2.png", "zebra-film.gif", "zebra-film.png", "zebra.png"])
    #expect(alone.files == ["zebra-1.png", "zebra-2.png", "zebra.png"])
    for file in alone.files {
      let bytes = ["film", "alone"].map { FileManager.default.contents(atPath: folder.url.path + "/\($0)/\(file)") }
      #expect(bytes[0] != nil && bytes[0] == bytes[1], "\(file)")
    }
  }

  @Test(
    "an order that makes no sense is refused with the reason",
    arguments: [
      ([], "--class NAME"), (["--class", "cat", "--all"], "--class NAME"), (["--class", "unicorn"], "unicorn"),
      (["--class", "16"], "no class is called 16"), (["--class", "cat", "--rate", "0"], "--rate 0"),
      (["--class", "cat", "--steps", "0"], "--steps 0"),
      (["--class", "cat", "--prior=-1"], "--prior -1"), (["--class", "cat", "--count", "65"], "--count 65"),
      (["--all", "--film"], "--film"), (["--class", "cat", "--count", "17", "--film"], "--film"),
    ])
  func refused(options: [String], words: String) throws {
    #expect(try Command(arguments: ["ideal"] + options).refused(saying: words))
  }
}
