import ArgumentParser
import Autograd
import Foundation
import ModelZoo

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Times a piece of work, or all that the course's speed is measured by.",
    discussion: "Example: alih bench train/mini-vgg/32 --repeats 20 --json")

  @Argument(help: "kind/architecture/batch, or matmul/size; all of them if none is given.")
  var workload: String?

  @Option(help: "How often it is done and timed, after a warm-up.")
  var repeats = 10

  @Flag(help: "Print one JSON object a workload.")
  var json = false

  func validate() throws {
    guard 1...100_000 ~= repeats else { throw ValidationError("--repeats \(repeats): 1 to 100000") }
  }

  func run() throws {
    let names = workload.map { [$0] } ?? Workload.names
    let width = names.map(\.count).max() ?? 0
    let first = try Workload(names[0])
    let peak = Engine.measuredPeak()
    if !json { print("\("workload".padded(to: width))     time (ms)   GFLOP/s   of peak") }
    for name in names {
      let timing = Timing(name == first.name ? first : try Workload(name), repeats: repeats, peak: peak)
      print(json ? try timing.json : timing.row(width: width))
    }
    if !json { print("\n" + explanation(peak)) }
  }

  private func explanation(_ peak: Double) -> String {
    """
    Times are medians of \(repeats). GFLOP/s counts the operations of the mathematical definition: two for each
    multiply-add of a convolution or matrix product, twice the forward pass for an input gradient, three times for training.
    The peak was measured just now: \(String(format: "%.0f", peak / 1e9)) GFLOP/s with \(Engine.instructionSet), \
    threads: \(Engine.threads). It can be exceeded where an algorithm, such as
    Winograd's, needs fewer multiplications than the definition.
    """
  }
}

/// What was measured of one workload.
private struct Timing: Encodable {
  let workload: String
  let milliseconds, gigaflops, peakShare: Double
  let repeats: Int

  private enum CodingKeys: String, CodingKey {
    case workload, repeats
    case milliseconds = "median_ms"
    case gigaflops = "gflops"
    case peakShare = "peak_share"
  }

  init(_ workload: Workload, repeats: Int, peak: Double) {
    let times = workload.times(repeats: repeats).sorted()
    let median = (times[(times.count - 1) / 2] + times[times.count / 2]) / 2
    self.workload = workload.name
    self.repeats = repeats
    milliseconds = median
    gigaflops = workload.operations / median / 1e6
    peakShare = gigaflops * 1e9 / peak
  }

  /// One JSON object.
  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// One line of a table.
  func row(width: Int) -> String {
    workload.padded(to: width) + String(format: "  %12.3f  %8.1f  %6.0f %%", milliseconds, gigaflops, 100 * peakShare)
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    padding(toLength: Swift.max(width, count), withPad: " ", startingAt: 0)
  }
}
