import ArgumentParser
import Autograd
import Datasets
import Experiments
import FileAccess
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook

struct PredictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "predict", abstract: "Says what a network sees in pictures.",
    discussion: """
      Example: alih predict cat.jpg --network mini-vgg --top 3

      A folder as a table: alih predict photos --csv > photos.csv
      """)

  @Argument(
    help: """
      JPEG or PNG files, or folders, whose pictures are all looked at. One that cannot be read is named, and the others are \
      answered for.
      """)
  var images: [String]

  @OptionGroup var network: NetworkOptions

  @Option(help: "How many classes to name.")
  var top = 5

  @Flag(help: "Print one JSON object a picture, with the logits and probabilities of all classes in their order.")
  var json = false

  @Flag(
    help:
      "Print a table, comma-separated: the picture, then its best classes with rank and probability, each on a line.")
  var csv = false

  private struct Result: Encodable {
    let picture: String
    let classes: [String]
    let logits, probabilities: [Float]
  }

  func validate() throws {
    guard top > 0 else { throw ValidationError("--top \(top): name at least one class") }
    guard !(json && csv) else { throw ValidationError("--json and --csv: give one of them") }
  }

  func run() throws {
    let network = try network.open()
    let names = network.uniqueNames
    var isComplete = true
    if csv { print(CommaSeparatedValues.row(["picture", "rank", "class", "probability"]), terminator: "") }
    for name in images {
      do {
        for file in try files(name) where !predict(file, network, names) { isComplete = false }
      } catch {
        _ = Failure(error).report()
        isComplete = false
      }
    }
    guard isComplete else { throw ExitCode.failure }
  }

  /// The file of that name, or the pictures in the folder of that name.
  private func files(_ name: String) throws -> [String] {
    let url = URL(filePath: name)
    guard PictureFolder.isThere(url) else { return [name] }
    return try PictureFolder.files(in: url).map(\.relativePath)
  }

  /// Says what the network sees in a file; whether it could be read.
  ///
  /// The others are answered for all the same.
  private func predict(_ name: String, _ network: Network, _ names: [String]) -> Bool {
    do {
      let picture = try Image(contentsOf: URL(filePath: name), preparedFor: network)
      let logits = try network.finiteLogits(of: Tensor([picture])) { _ in name }
      let result = Result(
        picture: name, classes: json ? network.classes : names, logits: logits.values,
        probabilities: logits.softmax().values)
      if json {
        try printAsJSON(result)
      } else if csv {
        printTable(of: result)
      } else {
        printBest(of: result)
      }
      return true
    } catch {
      _ = Failure(error).report()
      return false
    }
  }

  private func best(of result: Result) -> ArraySlice<Int> {
    result.probabilities.indices.sorted { result.probabilities[$0] > result.probabilities[$1] }.prefix(top)
  }

  private func printTable(of result: Result) {
    for (rank, place) in best(of: result).enumerated() {
      let row = [result.picture, "\(rank + 1)", result.classes[place], "\(result.probabilities[place])"]
      print(CommaSeparatedValues.row(row.map(\.onOneLine)), terminator: "")
    }
  }

  private func printBest(of result: Result) {
    print(result.picture.onOneLine)
    let best = best(of: result)
    let names = best.map { result.classes[$0].onOneLine }
    // A long name among a thousand that are not shown makes no column wide.
    let width = names.map(\.columns).max() ?? 0
    for (place, name) in zip(best, names) {
      let label = name + String(repeating: " ", count: width - name.columns)
      print("  \(label)  \(String(format: "%5.1f", 100 * result.probabilities[place])) %")
    }
  }

  private func printAsJSON(_ result: Result) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(result), as: UTF8.self))
  }
}
