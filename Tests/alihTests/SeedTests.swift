import Foundation
import Testing

/// Seeds of more than 16 bits, which all commands take and none cuts off.
@Suite struct SeedTests {
  private let folder: TrialFolder

  init() throws { folder = try TrialFolder() }

  private func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.url.appending(path: name)) }

  @Test("a sheet and a scene of a large seed are not those of its lower 16 bits", arguments: ["sheet", "show"])
  func sheets(_ command: String) throws {
    let subject = command == "show" ? ["--class", "zebra", "--style", "photo"] : ["--task", "farm", "--count", "1"]
    for seed in ["0", "65536", "18446744073709551615"] {
      let drawn = try Command(
        arguments: [
          "menagerie", command, "--seed", seed, "--size", "16", "--output",
          folder.url.appending(path: "\(seed).png").path,
        ] + subject)
      #expect(drawn.status == 0 && drawn.error.isEmpty)
    }
    #expect(Set(try ["0", "65536", "18446744073709551615"].map { try bytes("\($0).png") }).count == 3)
  }

  @Test("pictures of a large seed are not those of its lower 16 bits")
  func write() throws {
    for seed in ["1", "65537"] {
      let place = folder.url.appending(path: seed).path
      let written = try Command(
        "menagerie", "write", place, "--task", "farm", "--count", "3", "--size", "16", "--seed", seed)
      #expect(written.status == 0)
    }
    #expect(try bytes("1/cow/00000.png") != bytes("65537/cow/00000.png"))
  }

  @Test("two domains are compared with a large seed, but for the largest, which has none after it")
  func compare() throws {
    func compared(_ seed: String) throws -> Command {
      try Command("compare", "farm", "farm:night", "--count", "12", "--permutations", "99", "--seed", seed)
    }
    let (small, large) = (try compared("1"), try compared("65537"))
    #expect(small.status == 0 && large.status == 0 && small.output != large.output)
    #expect(try compared("18446744073709551615").refused(saying: "--seed 18446744073709551615"))
  }

  @Test("a training with a large seed says so, and learns from other pictures")
  func train() throws {
    let files = try ["1", "65537"].map { seed in
      let trained = try Command(
        "train", "--data", "farm", "--strategy", "head", "--count", "5", "--seed", seed, "--network", "mini-vgg-32",
        "--output", folder.url.appending(path: "\(seed).safetensors").path, "--report",
        folder.url.appending(path: "report").path)
      #expect(trained.status == 0)
      return try bytes("\(seed).safetensors")
    }
    #expect(files[0] != files[1])
    let info = try Command("networks", "info", folder.url.appending(path: "65537.safetensors").path).output
    #expect(info.contains("seed 65537"))
  }
}
