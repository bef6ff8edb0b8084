import ArgumentParser
import Experiments
import Foundation

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Scores a network on photographs.",
    discussion: "Example: alih evaluate --data photos --network mini-vgg")

  @Option(
    help: "\(DataOptions.layouts) A data set that keeps pictures for a test is scored on these, any other on all.")
  var data: String

  @OptionGroup var options: DataOptions

  @OptionGroup var network: NetworkOptions

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    let network = try network.open()
    let score = try network.score(on: options.photos(in: data))
    DataOptions.warn(about: score.skipped, language.chosen)
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      print(String(decoding: try encoder.encode(score), as: UTF8.self))
    } else {
      let accuracy = String(format: "%.1f", 100 * score.accuracy)
      print("\(accuracy) % of \(score.count) pictures are classified rightly")
    }
  }
}
