import Foundation
import Testing

@Suite struct CompareTests {
  @Test("two worlds of the Menagerie are compared, in both languages, and the same way each time")
  func worlds() throws {
    func run(_ language: String) throws -> Command {
      try Command(
        "compare", "menagerie:photo", "menagerie:grayscale", "--count", "32", "--permutations", "99", "--language",
        language)
    }
    let english = try run("en")
    #expect(english.status == 0 && english.output.contains("transfer learning is at stake: Xₛ ≠ Xₜ"))
    #expect(english.output.contains("64×64×3 against 64×64×1") && english.output.contains("proxy A-distance"))
    #expect(try run("en").output == english.output)
    #expect(try run("id").output.contains("64×64×3 lawan 64×64×1"))
  }

  @Test("two folders are compared as they lie: sizes and classes differ")
  func folders() throws {
    let folder = try TrialFolder()
    let (small, large) = (folder.url.appending(path: "small").path, folder.url.appending(path: "large").path)
    #expect(try Command("menagerie", "write", small, "--task", "farm", "--count", "12", "--size", "32").status == 0)
    #expect(try Command("menagerie", "write", large, "--task", "flowers", "--count", "15", "--size", "48").status == 0)
    let result = try Command("compare", small, large, "--count", "24", "--permutations", "99")
    #expect(result.output.contains("Xₛ ≠ Xₜ and Yₛ ≠ Yₜ") && result.output.contains("32×32×3 against 48×48×3"))
    #expect(result.output.contains("0 in common, 3 gone, 5 new"))
    let same = try Command("compare", small, small, "--permutations", "99")
    #expect(same.output.contains("nothing speaks against one and the same domain"))
  }

  @Test("what is neither a folder nor a task, and settings out of range, are refused with one line")
  func refusals() throws {
    let folder = try TrialFolder()
    let picture = try folder.file("photos/cat/a.png", [1])
    #expect(try Command("compare", "moon", "menagerie").refused(saying: "moon is neither a folder nor a task"))
    #expect(try Command("compare", "menagerie", "menagerie:baroque").refused(saying: "baroque"))
    #expect(try Command("compare", "menagerie:photo:dark", "menagerie").refused(saying: "menagerie:photo:dark"))
    #expect(try Command("compare", "menagerie", "\(folder.url.path)/photos").refused(saying: picture))
    #expect(try Command("compare", "menagerie", folder.url.appending(path: "photos/cat").path).refused(saying: "cat"))
    #expect(try Command("compare", "menagerie").refused(saying: "target"))
    #expect(try Command("compare", "farm", "farm", "--count", "1").refused(saying: "--count 1"))
    #expect(try Command("compare", "farm", "farm", "--permutations", "5").refused(saying: "--permutations 5"))
    #expect(try Command("compare", "farm", "farm", "--network", "maxi-vgg").refused(saying: "maxi-vgg"))
  }
}
