import Foundation
import Testing

/// Every option of every command with values that nobody means: one line and a status, or a result.
@Suite("Extreme values of every option of every command")
final class ExtremeOptionTests {
  private let material: CampaignMaterial
  init() throws { material = try CampaignMaterial() }
  deinit { material.remove() }

  private static let values = [
    "0", "-1", "nan", "inf", "1e-300", "18446744073709551616", "9223372036854775807", "", "\u{1B}[2J\u{202E}",
    String(repeating: "9", count: 10_000), String(repeating: "a", count: 10_000),
  ]

  /// What else a command needs so that it has little to do.
  private func rest(of command: [String]) -> [String] {
    let (picture, farm) = (material.path("whole.png"), material.path("farm"))
    let network = ["--network", "mini-vgg-32"]
    return switch command.joined(separator: " ") {
    case "run", "step": ["domains", "--output", material.path("output")]
    case "exercise", "hint", "solution", "grade": ["freeze"]
    case "quiz": ["domains"]
    case "progress export", "progress import": [material.path("progress")]
    case "menagerie sheet": ["--count", "4", "--output", material.path("sheet.png")]
    case "menagerie show": ["--class", "cat", "--output", material.path("show.png")]
    case "menagerie write": [material.path("written"), "--count", "2"]
    case "predict": [picture] + network
    case "evaluate": ["--data", farm] + network
    case "compare": ["farm", "farm:sketch", "--count", "4", "--permutations", "9"] + network
    case "adapt":
      [
        "--source", farm, "--target", farm, "--method", "coral", "--epochs", "1", "--report", material.path("adapted"),
        "--output", material.path("adapted.safetensors"),
      ] + network
    case "choose":
      ["--data", farm, "--seconds", "0.01", "--count", "5", "--report", material.path("chosen")] + network
    case "features": [picture, "--output", material.path("features")] + network
    case "explain": [picture, "--method", "grad-cam", "--output", material.path("explain")] + network
    case "ideal": ["--class", "cat", "--steps", "2", "--output", material.path("ideal")] + network
    case "attack": [picture, "--target", "cat", "--steps", "2", "--output", material.path("attack")] + network
    case "networks info", "networks export": ["mini-vgg-32"]
    case "train": Array(material.training.dropFirst()) + ["--restart"]
    case "pretrain": ["mini-vgg", "--output", material.path("pretrained.safetensors")]
    case "bench": ["matmul/256", "--repeats", "1"]
    default: []
    }
  }

  /// Commands that go on for long with a value that is as good as any other, such as a seed.
  private static let long: Set<String> = ["run", "step", "site", "pretrain", "bench"]

  @Test("each ends at once with one line, or does what it was told")
  func options() throws {
    let description = try BuiltCommand(["--experimental-dump-help"], in: material.folder).output
    let options = try JSONDecoder().decode(CommandTree.self, from: description).options
    #expect(options.count > 100)
    // Some values of each option are tried, and in a campaign all of them.
    let isCampaign = ProcessInfo.processInfo.environment["ALIH_MUTATIONS"] != nil
    for (place, (command, option)) in options.enumerated() {
      for (index, value) in Self.values.enumerated() where isCampaign || (index + place).isMultiple(of: 5) {
        try check(command, option, value)
      }
    }
  }

  private func check(_ command: [String], _ option: String?, _ value: String) throws {
    let rest = rest(of: command)
    let isLong = Self.long.contains(command[0])
    let arguments: [String]
    if let option {
      // The option is given once: what else the command needs is left out where it names the same.
      let place = rest.firstIndex(of: "--\(option)")
      let others = place.map { Array(rest[..<$0] + rest[($0 + 2)...]) } ?? rest
      arguments = command + others + ["--\(option)=\(value)"]
    } else {
      let options = rest.firstIndex { $0.hasPrefix("--") } ?? rest.count
      arguments = command + rest[options...] + ["--", value]
    }
    let run = try BuiltCommand(arguments, in: material.folder, seconds: isLong ? 3 : 10)
    let words = "\(command.joined(separator: " ")) \(option ?? "argument") = \(value.debugDescription.prefix(60))"
    if isLong, run.outcome == .hung { return }
    // Before grading it is said which exercises are graded.
    let lines = run.error.split(separator: "\n").count { !$0.hasPrefix("alih: graded are the exercises in ") }
    let isOneLine = run.outcome == .ended(status: 0) || lines == 1
    if !run.isOrderly || !isOneLine {
      Issue.record("\(words): \(run.outcome), \(run.error.debugDescription.prefix(160))")
    }
  }
}
