import ArgumentParser
import Foundation
import ModelZoo

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Times a piece of work, or all that the course's speed is measured by.",
    discussion: "Example: alih bench train/mini-vgg/32 --repeats 20 --json")

  @Argument(help: "kind/architecture/batch; all of them if none is given.")
  var workload: String?

  @Option(help: "How often it is done and timed, after a warm-up.")
  var repeats = 10

  @Flag(help: "Print one JSON object a workload.")
  var json = false

  private struct Result: Encodable {
    let workload: String
    let medianMilliseconds: Double
    let repeats: Int

    private enum CodingKeys: String, CodingKey {
      case workload, repeats
      case medianMilliseconds = "median_ms"
    }
  }

  func validate() throws {
    guard 1...100_000 ~= repeats else { throw ValidationError("--repeats \(repeats): 1 to 100000") }
  }

  func run() throws {
    let names = workload.map { [$0] } ?? Workload.names
    let width = names.map(\.count).max() ?? 0
    for name in names {
      let times = try Workload(name).times(repeats: repeats).sorted()
      let median = (times[(times.count - 1) / 2] + times[times.count / 2]) / 2
      if json {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let result = Result(workload: name, medianMilliseconds: median, repeats: repeats)
        print(String(decoding: try encoder.encode(result), as: UTF8.self))
      } else {
        let label = name.padding(toLength: width, withPad: " ", startingAt: 0)
        print("\(label)  \(String(format: "%9.3f", median)) ms")
      }
    }
  }
}
