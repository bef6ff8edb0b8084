import Foundation
import Testing

/// Which exercises are built and graded, and what is said where some do not compile; with a `swift` that only does as if.
@Suite struct CheckoutTests {
  private let folder: TrialFolder
  private var root: String { folder.url.resolvingSymlinksInPath().path }

  init() throws {
    folder = try TrialFolder()
    _ = try folder.file("course/Package.swift", Array("let package = Package(name: \"alih\")\n".utf8))
    _ = try folder.file("course/Lessons/AllLessons.swift", [])
    _ = try folder.file("course/Lessons/01-domains/lesson.en.md", [])
    let script = """
      #!/bin/sh
      # build --quiet --package-path FOLDER --product NAME
      echo "$6" >>"$0.built"
      case "$6" in
        exercise-runner) exit 1 ;;
        domains-runner)
          echo "$4/Lessons/01-domains/DomainsExercises.swift:20:10: error: cannot find 'x' in scope"
          echo "20 |   return x"
          echo "   |          \\`- error: cannot find 'x' in scope"
          echo
          echo "$4/Lessons/01-domains/DomainsExercises.swift:30:1: error: missing return"
          exit 1 ;;
        *)
          mkdir -p "$4/.build/debug"
          echo '#!/bin/sh' >"$4/.build/debug/$6"
          echo 'test -n "$1" || echo "fine-tuning early-stopping 10"' >>"$4/.build/debug/$6"
          chmod +x "$4/.build/debug/$6" ;;
      esac
      """
    let swift = try folder.file("bin/swift", Array(script.utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: swift)
  }

  private func grade(_ arguments: String..., from place: String) throws -> Command {
    try Command(
      arguments: ["grade"] + arguments + ["--output", "\(root)/output"],
      environment: ["PATH": "\(root)/bin:/usr/bin:/bin", "XDG_STATE_HOME": "\(root)/state"],
      folder: URL(filePath: "\(root)/\(place)"))
  }

  private func built() throws -> [String] {
    try String(contentsOfFile: "\(root)/bin/swift.built", encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test("where one stands in a checkout, at any depth, its exercises are graded, and it is said which")
  func here() throws {
    for place in ["course", "course/Lessons/01-domains"] {
      let result = try grade("fine-tuning", from: place)
      #expect(
        result.error.hasPrefix("alih: graded are the exercises in \(root)/course, where you are; this command was "))
      #expect(result.output.contains("early-stopping") && result.status == 2)
    }
    #expect(try built() == ["fine-tuning-runner", "fine-tuning-runner"])
  }

  @Test("outside of a checkout the command's own exercises are graded, and it is said where they are")
  func elsewhere() throws {
    _ = try folder.file("else/Package.swift", Array("let package = Package(name: \"other\")\n".utf8))
    let result = try grade("domains", from: "else")
    #expect(result.error.contains(", where this command was built\n") && !result.error.contains("\(root)/else"))
  }

  @Test("what does not compile in one lesson is shown with its place and caret, and all other lessons are graded")
  func oneDoesNotCompile() throws {
    let result = try grade(from: "course")
    #expect(result.status == 2 && result.output.contains("early-stopping"))
    for words in [
      "\nLessons/01-domains/DomainsExercises.swift:20:10: error: cannot find 'x' in scope\n20 |   return x\n   |          `- error",
      "\nLessons/01-domains/DomainsExercises.swift:30:1: error: missing return\nalih: the exercises of lesson domains do not",
      "mend Lessons/01-domains/DomainsExercises.swift:20 and grade again\n",
    ] {
      #expect(result.error.contains(words), "\(result.error)")
    }
    #expect(try built().count == 13)
    let text = try String(contentsOfFile: "\(root)/output/grade.md", encoding: .utf8)
    #expect(text.contains("## `domains`") && text.contains("\n    20 |   return x\n"))
    let json = try grade("--json", from: "course")
    let summary = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let left = summary?["notCompiled"] as? [[String: Any]]
    #expect(left?.count == 1 && left?.first?["lesson"] as? String == "domains")
    #expect(summary?["folder"] as? String == "\(root)/course")
  }

  @Test("a lesson alone that does not compile is built alone, and fails")
  func alone() throws {
    let result = try grade("domains", "--language", "id", from: "course")
    #expect(result.status == 2 && result.error.contains("latihan pelajaran domains tidak dapat dikompilasi"))
    #expect(try built() == ["domains-runner"])
  }
}
