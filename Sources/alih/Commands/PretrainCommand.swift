import ArgumentParser
import Experiments
import Foundation
import ModelZoo
import NeuralNetworks
import Notebook

struct PretrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pretrain", abstract: "Trains a network of the course again, from seeds alone.",
    discussion: """
      Example: alih pretrain mini-vgg --output mini-vgg.safetensors

      Most take some minutes on two cores, mini-vgg-robust half an hour or more: each of its steps is preceded by the three \
      of an attack.
      """)

  @Argument(help: "The network: \(PretrainingRecipe.all.map(\.name).joined(separator: ", ")).")
  var name: String

  @Option(help: "The file; by default the one that the course uses.")
  var output: String?

  func run() throws {
    guard let recipe = PretrainingRecipe.named(name) else {
      let known = PretrainingRecipe.all.map(\.name).joined(separator: ", ")
      throw ValidationError("no recipe is called \(name); there are \(known)")
    }
    let file = output.map { URL(filePath: $0) } ?? Catalogue.file(name)
    try NetworkFile.check(file)
    var meter = TrainingMeter()
    let network: Network
    do {
      network = try recipe.train(observers: [StepObserver { step in meter.add(step) }])
    } catch let error as PretrainingDivergence {
      // The network of the course is not replaced by one that has not learnt all of it.
      let kept = output == nil ? nil : file
      try kept.map(error.network.write)
      throw NotebookError(diverged: error.divergence, keptEpoch: error.divergence.epoch, in: kept, advice: nil)
    }
    try network.write(to: file)
    print("\(file.path.onOneLine): test accuracy \(network.provenance["test_accuracy"] ?? "unknown")")
  }
}
