import Foundation
import ModelZoo
import Testing

@Suite struct AdaptTests {
  private let folder: TrialFolder
  private let network, report: String

  init() throws {
    folder = try TrialFolder()
    network = folder.url.appending(path: "adapted.safetensors").path
    report = folder.url.appending(path: "report").path
  }

  /// A tree of one folder a domain, the classes below `images`, as Office-31 unpacks.
  private func tree() throws -> (amazon: String, webcam: String) {
    let paths = ["amazon", "webcam"].map { folder.url.appending(path: "office/\($0)/images").path }
    for (path, style) in zip(paths, ["photo", "night"]) {
      let written = try Command(
        "menagerie", "write", path, "--task", "farm", "--style", style, "--count", "24", "--size", "32")
      #expect(written.status == 0)
    }
    let office = folder.url.appending(path: "office").path
    return ("\(office)/amazon", "\(office)/webcam")
  }

  private func adapt(_ source: String, _ target: String, _ method: String, _ rest: String...) throws -> Command {
    try Command(
      arguments: [
        "adapt", "--source", source, "--target", target, "--method", method, "--output", network, "--report", report,
        "--network", "mini-vgg-32", "--epochs", "1",
      ] + rest)
  }

  @Test(
    "every method works on a tree of one folder a domain, writes a network and a report",
    arguments: ["source-only", "dann", "coral", "mmd", "adabn", "self-training", "tent"])
  func methods(method: String) throws {
    let (amazon, webcam) = try tree()
    let result = try adapt(amazon, webcam, method)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("target pictures are classified rightly") && result.output.hasSuffix("\(network)\n"))
    #expect(result.error.contains("the classes were found in"))
    let names = try FileManager.default.contentsOfDirectory(atPath: report)
    #expect(Set(["curves.png", "features-after.png", "confusion.png", "report.md"]).isSubset(of: names))
    #expect(names.contains("features-before.png") == (method != "source-only"))
    let text = try String(contentsOfFile: "\(report)/report.md", encoding: .utf8)
    #expect(
      text.hasPrefix("# amazon → webcam\n")
        && text.contains(method == "source-only" ? "last epoch was kept" : "chosen without a label of the target"))
    let written = try Network(contentsOf: URL(filePath: network))
    #expect(written.classes == ["cow", "pig", "sheep"])
    #expect(written.provenance["made_with"] == "alih adapt --method \(method)")
  }

  @Test("two styles of the Menagerie, in Indonesian, the same way each time")
  func worlds() throws {
    func run() throws -> String {
      let result = try adapt("farm", "farm:night", "adabn", "--count", "8", "--language", "id")
      #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
      return result.output.replacing(/[0-9,]+\s(s|detik)\b/, with: "")
    }
    let first = try run()
    #expect(first.contains("gambar target diklasifikasi dengan benar, sebelum adaptasi"))
    #expect(try String(contentsOfFile: "\(report)/report.md", encoding: .utf8).contains("tanpa satu pun label target"))
    #expect(try run() == first)
  }

  @Test("classes are matched by name, and what differs is said in one line that names a way out")
  func classes() throws {
    #expect(
      try adapt("farm", "flowers", "mmd").refused(saying: "flowers has no class cow, sheep, pig"))
    #expect(
      try adapt("menagerie", "farm", "mmd").refused(saying: "these share none"))
    let (amazon, webcam) = try tree()
    try FileManager.default.removeItem(atPath: "\(webcam)/images/pig")
    let result = try adapt(amazon, webcam, "mmd")
    #expect(result.refused(saying: "has no class pig; give --classes with those that both have, such as cow,sheep"))
    #expect(try adapt(amazon, webcam, "adabn", "--classes", "sheep,cow").status == 0)
    #expect(try Network(contentsOf: URL(filePath: network)).classes == ["sheep", "cow"])
  }

  @Test("bad trees and settings out of range are refused with one line, and nothing is left behind")
  func refusals() throws {
    let (amazon, webcam) = try tree()
    let empty = folder.url.appending(path: "empty").path
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
    let broken = try folder.file("broken/cow/a.png", [1])
    #expect(try adapt(amazon, empty, "mmd").refused(saying: empty))
    #expect(try adapt(empty, webcam, "mmd").refused(saying: empty))
    #expect(try adapt(amazon, "moon", "mmd").refused(saying: "moon is neither a folder nor a task"))
    #expect(try adapt("\(folder.url.path)/broken", webcam, "mmd").status != 0)
    #expect(FileManager.default.fileExists(atPath: broken))
    #expect(try adapt(amazon, "\(folder.url.path)/office", "mmd").status != 0)
    #expect(try adapt(amazon, webcam, "magic").refused(saying: "magic"))
    #expect(try adapt(amazon, webcam, "mmd", "--weight", "0").refused(saying: "--weight 0"))
    #expect(try adapt(amazon, webcam, "adabn", "--weight", "1").refused(saying: "--weight"))
    #expect(try adapt(amazon, webcam, "mmd", "--count", "2").refused(saying: "--count 2"))
    #expect(try adapt(amazon, webcam, "mmd", "--learning-rate", "2").refused(saying: "--learning-rate 2"))
    #expect(
      try Command("adapt", "--source", amazon, "--target", webcam, "--method", "mmd", "--output", "a.txt")
        .refused(saying: "a.txt"))
    #expect(!FileManager.default.fileExists(atPath: network))
  }

  @Test("a target with two pictures of a class is too little, and a broken file among many is said")
  func fewPictures() throws {
    let (amazon, webcam) = try tree()
    let pigs = "\(webcam)/images/pig"
    let files = try FileManager.default.contentsOfDirectory(atPath: pigs).sorted()
    try Data([1]).write(to: URL(filePath: "\(pigs)/\(files[0])"))
    let result = try adapt(amazon, webcam, "adabn")
    #expect(result.status == 0 && result.error.contains("1 file skipped"), "\(result.error)")
    for file in files.dropFirst(2) { try FileManager.default.removeItem(atPath: "\(pigs)/\(file)") }
    #expect(try adapt(amazon, webcam, "adabn").refused(saying: "pig"))
  }
}
