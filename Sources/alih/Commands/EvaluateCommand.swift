import ArgumentParser
import Datasets
import Foundation
import Lessons

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Scores a network on a folder of photographs, one sub-folder for each class.",
    discussion: "Example: alih evaluate --data photos --network mini-vgg")

  @Option(help: "The folder.")
  var data: String

  @OptionGroup var network: NetworkOptions

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let network = try network.open()
    let photos = try PhotoFolder(URL(filePath: data, directoryHint: .isDirectory))
    let score = try network.score(on: photos)
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
