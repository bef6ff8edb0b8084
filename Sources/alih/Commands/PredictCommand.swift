import ArgumentParser
import Autograd
import Datasets
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks

struct PredictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "predict", abstract: "Says what a network sees in pictures.",
    discussion: "Example: alih predict cat.jpg --network mini-vgg --top 3")

  @Argument(help: "JPEG or PNG files.")
  var images: [String]

  @OptionGroup var network: NetworkOptions

  @Option(help: "How many classes to name.")
  var top = 5

  func validate() throws {
    guard top > 0 else { throw ValidationError("--top \(top): name at least one class") }
  }

  func run() throws {
    let network = try network.open()
    let width = network.classes.map(\.count).max() ?? 0
    for name in images {
      let picture = try Image(contentsOf: URL(filePath: name)).withChannels(3).square(network.inputSize)
      let probabilities = network.probabilities(Tensor([picture])).values
      print(name)
      for index in probabilities.indices.sorted(by: { probabilities[$0] > probabilities[$1] }).prefix(top) {
        let label = network.classes[index].padding(toLength: width, withPad: " ", startingAt: 0)
        print("  \(label)  \(String(format: "%5.1f", 100 * probabilities[index])) %")
      }
    }
  }
}
