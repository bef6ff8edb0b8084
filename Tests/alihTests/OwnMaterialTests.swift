import Foundation
import Testing

@Suite struct OwnMaterialTests {
  /// A folder with painted pictures of three classes, of 32×32 pixels.
  private func pictures(in folder: TrialFolder) throws -> String {
    let path = folder.url.appending(path: "farm").path
    let made = try Command("menagerie", "write", path, "--task", "farm", "--count", "36", "--size", "32")
    try #require(made.status == 0, "\(made.error)")
    return path
  }

  @Test("a lesson on own pictures ends well whatever it finds, and is not noted as the lesson itself")
  func run() throws {
    let folder = try TrialFolder()
    let state = ["XDG_STATE_HOME": folder.url.appending(path: "state").path]
    let output = folder.url.appending(path: "output").path
    let command = try Command(
      arguments: [
        "run", "pretrained-networks", "--data", try pictures(in: folder), "--network", "mini-vgg-32", "--classes",
        "cow,pig", "--output", output, "--language", "id",
      ], environment: state)
    #expect(command.status == 0, "\(command.error)")
    #expect(command.output.contains("dengan bahan Anda sendiri") && command.output.contains("2 kelas: cow, pig"))
    let report = output + "/02-pretrained-networks-own/report.md"
    #expect(FileManager.default.fileExists(atPath: report))
    let progress = try Command(arguments: ["progress"], environment: state).output
    #expect(!progress.contains("✓ 2") && !FileManager.default.fileExists(atPath: output + "/02-pretrained-networks"))
  }

  @Test(
    "lessons that work with their own material refuse a reader's",
    arguments: [["run", "domains"], ["step", "domains"], ["run", "all"]])
  func refused(command: [String]) throws {
    // Of all lessons, the first one that does is named.
    let lesson = command[1] == "all" ? "foundations" : command[1]
    #expect(
      try Command(arguments: command + ["--data", "farm"]).refused(
        saying: "--data: \(lesson) works with its own material only; yours goes into pretrained-networks, "))
    #expect(try Command(arguments: command + ["--network", "mini-vgg"]).refused(saying: "--network: \(lesson) works"))
  }

  @Test("what is said of a network's file needs the file, and what is not there is one line")
  func lines() throws {
    #expect(
      try Command("run", "fine-tuning", "--mean", "0,0,0", "--std", "1,1,1").refused(saying: "give it with --network"))
    #expect(
      try Command("run", "fine-tuning", "--data", "/none").refused(saying: "/none is neither a folder nor a task"))
    #expect(try Command("run", "ideal-image", "--network", "none").refused(saying: "no network is called none"))
    #expect(
      try Command("step", "ideal-image", "--data", "farm", "--classes", "cat").refused(saying: "farm has no class cat"))
  }
}
