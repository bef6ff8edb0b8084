import Foundation
import Testing

@Suite struct IdealCommandTests {
  @Test("all classes come as one gallery, each picture as a file of its own, with its numbers")
  func gallery() throws {
    let folder = try TrialFolder()
    let output = folder.url.appending(path: "ideal").path
    let result = try Command("ideal", "--all", "--steps", "1", "--squared", "--rate", "0.1", "--output", output)
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(result.output.split(separator: "\n").count == 17)
    #expect(result.output.contains("zebra-1.png  p = ") && result.output.contains("%  variation 0."))
    for name in ["gallery.png", "zebra-1.png", "car-1.png"] {
      #expect(FileManager.default.fileExists(atPath: "\(output)/\(name)"), "\(name)")
    }
  }

  @Test("a class can be given by its number")
  func byNumber() throws {
    let folder = try TrialFolder()
    let output = folder.url.appending(path: "ideal").path
    let result = try Command("ideal", "--class", "7", "--steps", "1", "--output", output)
    #expect(result.status == 0 && result.output.contains("zebra-1.png"))
  }

  @Test(
    "an order that makes no sense is refused with the reason",
    arguments: [
      ([], "--class NAME"), (["--class", "cat", "--all"], "--class NAME"), (["--class", "unicorn"], "unicorn"),
      (["--class", "16"], "no class is called 16"), (["--class", "cat", "--rate", "0"], "--rate 0"),
      (["--class", "cat", "--steps", "0"], "--steps 0"), (["--class", "cat", "--count", "65"], "--count 65"),
    ])
  func refused(options: [String], words: String) throws {
    #expect(try Command(arguments: ["ideal"] + options).refused(saying: words))
  }
}
