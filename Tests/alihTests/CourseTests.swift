import Foundation
import Testing

/// The commands with which a reader works through the course, each time in a state folder of their own.
@Suite struct CourseTests {
  private let folder: TrialFolder
  private let state: [String: String]
  private let output: String

  init() throws {
    folder = try TrialFolder()
    state = ["XDG_STATE_HOME": folder.url.appending(path: "state").path]
    output = folder.url.appending(path: "output").path
  }

  private func alih(_ arguments: String..., input: String? = nil, environment: [String: String] = [:]) throws -> Command
  {
    try Command(arguments: arguments, environment: state.merging(environment) { $1 }, input: input)
  }

  private func facts() throws -> [String] {
    let file = folder.url.appending(path: "state/alih/progress")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("#") }
  }

  /// A folder with a runner for which transfer-condition and class-prior are right, and mmd ends as told.
  private func runner(mmd: String) throws -> String {
    let script = """
      #!/bin/sh
      passed() {
        echo "$key answer "'{"isAttempted":true,"checks":[{"id":"a","what":{"en":"a","id":"a"},"passed":true,"points":10,' \
          '"expected":{"en":"0","id":"0"},"got":{"en":"0","id":"0"},"tolerance":0,"next":{"en":"b","id":"b"}}]}'
      }
      case "$1" in
        "") for id in transfer-condition mmd class-prior; do echo "domains $id 10"; done ;;
        mmd) read -r key; \(mmd) ;;
        *) read -r key; passed ;;
      esac
      """
    let file = try folder.file("runners-\(UUID().uuidString)/domains-runner", Array(script.utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    return URL(filePath: file).deletingLastPathComponent().path
  }

  private let untouched = #"""
    echo "$key answer "'{"isAttempted":false,"checks":[]}'
    """#

  @Test("a lesson whose exercises are right is graded, recorded, and gets a score card and a certificate")
  func complete() throws {
    let runner = try runner(mmd: "passed")
    let result = try alih("grade", "domains", "--runners", runner, "--output", output, "--name", "Siti & Co. <b>")
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(result.output.contains("  ✓ mmd                 10/10\n") && result.output.contains("30 of 30 points"))
    #expect(result.output.hasSuffix("output/certificate-domains.png\n\(output)/grade.md\n"))
    let text = try String(contentsOfFile: "\(output)/grade.md", encoding: .utf8)
    #expect(
      text.hasPrefix("# Score card: Siti \\& Co. \\<b\\>\n")
        && text.contains("| ✓ | `mmd` | One kernel, one number | 10/10 |"))
    #expect(text.contains("(certificate-domains.png)"))
    #expect(try facts().count == 3 && facts().allSatisfy { $0.contains(" 10/10 20") })
    #expect(try alih("progress").output.contains("3/3"))
    let one = try alih("grade", "mmd", "--runners", runner, "--output", output)
    #expect(one.output.hasSuffix("alih grade domains draws the certificate.\n"))
    #expect(try alih("lessons").output.contains(/◐ +1  domains/))
  }

  @Test("in Indonesian everything is Indonesian")
  func indonesian() throws {
    let runner = try runner(mmd: "passed")
    let result = try alih("grade", "1", "--runners", runner, "--output", output, "--language", "id")
    #expect(result.output.contains("30 dari 30 poin") && result.output.contains("garis untuk nama Anda; --name"))
    #expect(try String(contentsOfFile: "\(output)/grade.md", encoding: .utf8).contains("Sertifikat. Domain: apa yang"))
    #expect(try alih("hint", "mmd", "--language", "id").output.contains("Petunjuk 1 dari 3"))
    #expect(try alih("exercise", "mmd", "--language", "id").output.contains("Satu kernel, satu bilangan"))
  }

  @Test("a crash of one exercise is its failure, the others are graded, and there is no certificate")
  func crash() throws {
    let runner = try runner(
      mmd: "echo \"$key begins sizes\"; echo 'a.swift:1: Fatal error: Index out of range' >&2; kill -ILL $$")
    let result = try alih("grade", "--runners", runner, "--output", output)
    #expect(result.status == 2 && result.output.contains("20 of 30 points"))
    #expect(result.output.contains("✗ crashed (in the check sizes): Index out of range"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: output) == ["grade.md"])
    #expect(try facts().contains { $0.hasPrefix("exercise mmd 0/10 ") })
  }

  @Test("what is not attempted is neither wrong nor recorded, but is wrong in the strict mode of a teacher")
  func notAttempted() throws {
    let runner = try runner(mmd: untouched)
    let result = try alih("grade", "--runners", runner, "--output", output)
    #expect(result.status == 0 && result.output.contains("○ mmd                 0/10  not attempted"))
    #expect(try facts().count == 2)
    let strict = try alih("grade", "--runners", runner, "--output", output, environment: ["ALIH_STRICT": "1"])
    #expect(strict.status == 2 && strict.output == result.output)
  }

  @Test("one exercise alone is graded alone, and comes as JSON for a machine")
  func json() throws {
    let runner = try runner(mmd: untouched)
    let result = try alih("grade", "mmd", "--json", "--runners", runner, "--output", output)
    let summary = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect(summary?["name"] is NSNull && summary?["earned"] as? Int == 0 && summary?["possible"] as? Int == 10)
    let grades = (summary?["lessons"] as? [[String: Any]])?.first?["exercises"] as? [[String: Any]]
    #expect(grades?.count == 1 && grades?[0]["exercise"] as? String == "mmd")
    #expect(grades?[0]["outcome"] as? String == "not-attempted" && grades?[0]["possible"] as? Int == 10)
  }

  @Test("an exercise is found under its former id, and what is noted is noted under the one that it has now")
  func formerIDs() throws {
    let former = "one-output-per-picture"
    #expect(try alih("exercise", former).output.contains("alih grade mend-a-head"))
    #expect(try alih("hint", former).output.contains("Hint 1 of 3"))
    #expect(try alih("solution", former, "--yes").output.contains("/// mend-a-head: "))
    #expect(try facts().allSatisfy { $0.contains(" mend-a-head ") } && facts().count == 2)
  }

  @Test("what there is not is refused with one line")
  func refused() throws {
    let runner = try runner(mmd: untouched)
    #expect(
      try alih("grade", "moon", "--runners", runner).refused(saying: "no exercise is called moon; there are softmax"))
    #expect(try alih("grade", "--runners", "\(output)/none").refused(saying: "--runners"))
    #expect(
      try alih("grade", "--runners", runner, "--output", "\(runner)/domains-runner/below").refused(
        saying: "not a directory"))
    #expect(try alih("hint", "moon").refused(saying: "moon"))
    #expect(try alih("hint", "mmd", "--step", "4").refused(saying: "--step 4"))
    #expect(try alih("solution", "moon", "--yes").refused(saying: "moon"))
    #expect(try alih("exercise", "moon").refused(saying: "moon"))
    #expect(try alih("quiz", "moon").refused(saying: "moon"))
    #expect(try alih("step", "moon").refused(saying: "moon"))
    #expect(try alih("progress", "import", "\(output)/none").refused(saying: "none"))
    #expect(try alih("progress", "import", "\(runner)/domains-runner").refused(saying: "alih progress export"))
    #expect(try alih("progress", "export", "\(runner)/domains-runner/below").refused(saying: "not a directory"))
  }

  @Test("exercises are listed with their titles: all of them, or those of a lesson")
  func list() throws {
    let all = try alih("exercise").output
    #expect(all.contains(/○ +1 +mmd\b/) && all.contains("One kernel, one number") && all.contains(/○ +8 +fgsm\b/))
    let own = try alih("exercise", "domains", "--language", "id").output
    #expect(own.contains("Satu kernel, satu bilangan") && !own.contains("fgsm"))
    #expect(try alih("hint", "domains").refused(saying: "domains is a lesson; its exercises are transfer"))
  }

  @Test("hints come one after another, and are remembered")
  func hints() throws {
    for number in [1, 2, 3, 3] {
      #expect(try alih("hint", "mmd").output.contains("Hint \(number) of 3"))
      #expect(try facts() == ["hint mmd \(number)"])
    }
    #expect(try alih("hint", "mmd").output.contains("alih solution mmd"))
    #expect(try alih("hint", "mmd", "--step", "1").output.contains("Hint 1 of 3"))
    #expect(try facts() == ["hint mmd 3"])
  }

  @Test("the solution is shown to who says yes, which is recorded and on the score card", arguments: ["y\n", nil])
  func solution(answer: String?) throws {
    for no in ["\n", "n\n", nil] {
      let refused = try alih("solution", "mmd", input: no)
      #expect(refused.status == 0 && refused.output.contains("[y/N]") && !refused.output.contains("func "))
    }
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "state/alih/progress").path))
    let shown = try answer == nil ? alih("solution", "mmd", "--yes") : alih("solution", "mmd", input: answer)
    #expect(shown.output.contains("func maximumMeanDiscrepancy") && !shown.output.contains("func classShares"))
    #expect(try facts().count == 1 && facts()[0].hasPrefix("solution mmd 20"))
    let runner = try runner(mmd: "passed")
    #expect(try alih("grade", "--runners", runner, "--output", output).output.contains("10/10  solution seen"))
  }

  @Test("who has solved an exercise is shown its solution without a question, and nothing is recorded")
  func comparison() throws {
    let runner = try runner(mmd: "passed")
    _ = try alih("grade", "mmd", "--runners", runner, "--output", output)
    let shown = try alih("solution", "mmd")
    #expect(shown.output.contains("func maximumMeanDiscrepancy") && !shown.output.contains("[y/N]"))
    #expect(try facts().count == 1 && facts()[0].hasPrefix("exercise mmd 10/10"))
  }

  @Test("what to type next follows what has been done")
  func next() throws {
    func next(_ facts: String) throws -> String {
      try Data(facts.utf8).write(to: folder.url.appending(path: "facts"))
      _ = try alih("progress", "import", folder.url.appending(path: "facts").path)
      return try alih().output
    }
    #expect(
      try alih().output.contains("Lesson 0, foundations: not run yet, exercises 0/5\n\nType next: alih run foundations")
    )
    #expect(try next("run foundations 2026-11-21\n").contains("Type next: alih exercise softmax"))
    let solved = ["softmax", "chain-rule", "gradient-step", "mend-a-loop"].map { "exercise \($0) 10/10 2026-11-21\n" }
    #expect(
      try next(solved.joined()).contains("foundations: run, exercises 4/5\n\nType next: alih exercise convolve"))
  }

  @Test("a damaged line of the progress is reported once, on standard error")
  func damaged() throws {
    _ = try folder.file("state/alih/progress", Array("run domains 2026-11-21\n!!\n".utf8))
    let first = try alih("progress")
    #expect(first.status == 0 && first.error.contains("1 damaged line of your progress put aside into "))
    #expect(try alih("progress").error.isEmpty)
    #expect(try facts() == ["run domains 2026-11-21"])
  }

  @Test("progress that cannot be kept is said in one line, and stops nothing")
  func unwritable() throws {
    let file = try folder.file("file", [1])
    let result = try Command("hint", "mmd", environment: ["XDG_STATE_HOME": file])
    #expect(result.status == 0 && result.output.contains("Hint 1 of 3") && result.error.contains("not a directory"))
  }

  @Test("progress goes from one machine to another through a file")
  func moving() throws {
    _ = try alih("hint", "mmd")
    let file = folder.url.appending(path: "moved/mine.txt").path
    #expect(try alih("progress", "export", file).output == "\(file)\n")
    let other = ["XDG_STATE_HOME": folder.url.appending(path: "other").path]
    #expect(try Command("progress", "import", file, environment: other).status == 0)
    #expect(try Command("hint", "mmd", environment: other).output.contains("Hint 2 of 3"))
  }

  @Test("a lesson is gone through step by step in a pipe, and gone on with where it was left")
  func step() throws {
    let first = try alih("step", "domains", "--output", output, input: "v\nq\n")
    #expect(first.status == 0 && first.output.contains("[1/7] narrow: Enter runs it"))
    #expect(first.output.contains("func narrow(_ page: Page)"))
    #expect(try facts() == ["step domains narrow"])
    let second = try alih("step", "domains", "--output", output, input: "s\ns\nq\n")
    #expect(second.output.contains("Stopped before styles."))
    #expect(try facts() == ["step domains styles"])
    #expect(
      try alih("step", "domains", "--output", output, input: "").output.contains("You were at cell 3 of 7, styles."))
    #expect(try alih("step", "domains", "--restart", "--output", output, input: "").output.contains("[1/7] narrow"))
  }
}
