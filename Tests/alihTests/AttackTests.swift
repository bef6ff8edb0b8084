import Foundation
import Testing

@Suite struct AttackCommandTests {
  @Test("an attack writes the picture and a figure, and says what came of it")
  func attacks() throws {
    let folder = try TrialFolder()
    let pictures = folder.url.appending(path: "pictures").path
    #expect(try Command("menagerie", "write", pictures, "--count", "16", "--size", "64").status == 0)
    let dog = "\(pictures)/dog/00001.png"
    let output = folder.url.appending(path: "attack").path
    let result = try Command("attack", dog, "--target", "cat", "--epsilon", "8/255", "--output", output)
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(result.output.contains("success: dog ") && result.output.contains("→ cat "))
    #expect(result.output.contains("L∞ 8/255"))
    for name in ["attacked.png", "attack.png"] { #expect(FileManager.default.fileExists(atPath: "\(output)/\(name)")) }

    // What the line says is true of the file.
    let seen = try Command("predict", "\(output)/attacked.png")
    #expect(seen.status == 0 && seen.output.contains("cat"))
  }

  @Test(
    "an attack that makes no sense is refused with the reason",
    arguments: [
      (["--epsilon", "eight"], "write a fraction such as 8/255"), (["--epsilon", "8/0"], "write a fraction such as"),
      (["--epsilon", "0.001"], "less than 1/255"), (["--epsilon", "2"], "at most 1"), (["--steps", "0"], "--steps 0"),
      (["--norm", "l7"], "l7"), (["--momentum", "2"], "--momentum 2"),
    ])
  func refused(options: [String], words: String) throws {
    #expect(try Command(arguments: ["attack", "dog.png"] + options).refused(saying: words))
  }
}
