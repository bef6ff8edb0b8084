import Foundation
import Imaging
import Testing

/// A search for a learning rate in place of a training.
@Suite struct FindRateTests {
  private let folder: TrialFolder
  private let farm, report: String

  init() throws {
    folder = try TrialFolder()
    farm = folder.url.appending(path: "farm").path
    report = folder.url.appending(path: "report").path
    _ = try Command("menagerie", "write", farm, "--task", "farm", "--count", "15", "--size", "16")
  }

  private func search(_ strategy: String, _ arguments: [String] = [], data: String? = nil) throws -> Command {
    try Command(
      arguments: ["train", "--data", data ?? farm, "--strategy", strategy, "--find-rate", "--report", report]
        + arguments)
  }

  @Test("the curve is drawn, and the rate and how it was chosen are said in both languages, the same each time")
  func found() throws {
    let one = try search("scratch", ["--architecture", "resnet20"])
    #expect(one.status == 0 && one.error.isEmpty, "\(one.error)")
    let pattern = /--learning-rate (0\.\d+) is suggested: a tenth of (0\.\d+|1), the rate at which the smoothed loss/
    let found = try #require(one.output.firstMatch(of: pattern), "\(one.output)")
    let rates = (try #require(Float(found.1)), try #require(Float(found.2)))
    #expect(abs(rates.0 / rates.1 - 0.1) < 0.01)
    #expect(try FileManager.default.contentsOfDirectory(atPath: report) == ["learning-rate.png"])
    let other = try search("scratch", ["--architecture", "resnet20", "--language", "id"])
    #expect(other.output.contains("--learning-rate \(found.1) disarankan: sepersepuluh dari \(found.2), yaitu laju"))
    let text = try Image.text(of: URL(filePath: "\(report)/learning-rate.png"))
    let title = "Rugi selama laju pembelajaran naik"
    #expect(text.contains { $0.key == "Title" && $0.value == title })
    #expect(text.contains { $0.key == "Description" && $0.value.contains(found.1) })
  }

  @Test("fine-tuning is searched from its fitted head, with frozen parts and varied pictures as well")
  func fineTuning() throws {
    for arguments in [["--freeze", "6"], ["--freeze", "6", "--augment"]] {
      let search = try search("fine-tune", ["--network", "mini-vgg-32"] + arguments)
      #expect(search.status == 0 && search.output.contains("suggested"), "\(search.error)")
      #expect(search.output.hasSuffix("learning-rate.png\n"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["farm", "report"])
  }

  @Test("what a search has no use for is refused with one line, and nothing is written")
  func refused() throws {
    #expect(try search("head").refused(saying: "--find-rate: a head is found in one go"))
    for (option, value) in [("--learning-rate", "0.1"), ("--epochs", "3"), ("--output", "\(farm).safetensors")] {
      #expect(try search("scratch", [option, value]).refused(saying: "trains nothing; leave out \(option)"))
    }
    #expect(try search("scratch", ["--restart"]).refused(saying: "leave out --restart"))
    #expect(try search("fine-tune", ["--freeze", "8"]).refused(saying: "mini-vgg has 8 parts"))
    #expect(try search("scratch", data: "\(farm)-none").refused(saying: "is neither a folder nor a task"))
    #expect(
      try Command("train", "--data", farm, "--strategy", "scratch", "--report", report).refused(saying: "--output"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["farm"])
  }
}
