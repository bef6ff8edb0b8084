import ArgumentParser
import Autograd
import Datasets
import Experiments
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook

struct PredictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "predict", abstract: "Says what a network sees in pictures.",
    discussion: "Example: alih predict cat.jpg --network mini-vgg --top 3")

  @Argument(help: "JPEG or PNG files. One that cannot be read is named, and the others are answered for.")
  var images: [String]

  @OptionGroup var network: NetworkOptions

  @Option(help: "How many classes to name.")
  var top = 5

  @Flag(help: "Print one JSON object a picture, with the logits and probabilities of all classes in their order.")
  var json = false

  private struct Result: Encodable {
    let picture: String
    let classes: [String]
    let logits, probabilities: [Float]
  }

  func validate() throws {
    guard top > 0 else { throw ValidationError("--top \(top): name at least one class") }
  }

  func run() throws {
    let network = try network.open()
    let names = network.uniqueNames
    var isComplete = true
    for name in images {
      let logits: Tensor
      do {
        let picture = try Image(contentsOf: URL(filePath: name), preparedFor: network)
        logits = try network.finiteLogits(of: Tensor([picture])) { _ in name }
      } catch {
        // The others are answered for all the same.
        _ = Failure(error).report()
        isComplete = false
        continue
      }
      let result = Result(
        picture: name, classes: json ? network.classes : names, logits: logits.values,
        probabilities: logits.softmax().values)
      try json ? printAsJSON(result) : printBest(of: result)
    }
    guard isComplete else { throw ExitCode.failure }
  }

  private func printBest(of result: Result) {
    print(result.picture.onOneLine)
    let best = result.probabilities.indices.sorted { result.probabilities[$0] > result.probabilities[$1] }.prefix(top)
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
