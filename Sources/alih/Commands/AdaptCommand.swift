import ArgumentParser
import Experiments
import Foundation
import ModelZoo
import NeuralNetworks
import Notebook

struct AdaptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adapt", abstract: "Brings a network from a source with labels to a target without.",
    discussion: "Example: alih adapt --source farm --target farm:night --method mmd --output night.safetensors")

  @Option(help: "The source, with labels. \(DataOptions.layouts) Or a task and a style of the Menagerie, such as farm.")
  var source: String

  @Option(
    help: """
      The target, likewise, of the same classes, such as another domain's folder of Office-31, Office-Home or PACS. Its labels \
      are not learnt from; they only score.
      """)
  var target: String

  @Option(
    help: """
      source-only: to compare with; dann: features that a discriminator cannot tell apart; coral: covariances aligned; mmd: \
      mean discrepancy made small; adabn: the target's statistics in the batch norms; self-training: from its own sure \
      answers; tent: surer answers by scales and shifts of the batch norms.
      """)
  var method: AdaptationMethod

  @Option(help: "The network's file, ending in .safetensors.")
  var output: String

  @OptionGroup var options: DataOptions

  @OptionGroup var network: NetworkOptions

  @Option(help: "Pictures of a class of each domain at most, 5 to 5000.")
  var count = 100

  @Option(help: "Times that the source is gone through to learn it, and as often again to adapt, 1 to 1000.")
  var epochs = 8

  @Option(help: "The largest step size of the adaptation, above 0 up to 1.")
  var learningRate: Float?

  @Option(help: "What stands before the target's part of the loss of dann, coral and mmd, above 0 up to 1000000.")
  var weight: Float?

  @Option(help: "The seed of the parts, the order and the new weights.")
  var seed: UInt64 = 1

  @OptionGroup var language: LanguageOption

  @Option(help: "The folder for the report and its figures.")
  var report = "output/adapt"

  func validate() throws {
    guard 5...5_000 ~= count else {
      throw ValidationError("--count \(count): learn from 5 to 5000 pictures of a class")
    }
    guard 1...1_000 ~= epochs else { throw ValidationError("--epochs \(epochs): adapt for 1 to 1000") }
    if let learningRate, !(learningRate > 0 && learningRate <= 1) {
      throw ValidationError("--learning-rate \(learningRate): give a rate above 0, up to 1")
    }
    if let weight, !(weight > 0 && weight <= 1_000_000) {
      throw ValidationError("--weight \(weight): give a weight above 0, up to 1000000")
    }
    if weight != nil, !method.hasWeight {
      throw ValidationError("--weight: belongs to dann, coral and mmd; \(method.rawValue) has no such part")
    }
    guard seed < .max else { throw ValidationError("--seed \(seed): give a seed below \(UInt64.max)") }
    guard output.hasSuffix(".safetensors") else {
      throw ValidationError("--output \(output): a network's file ends in .safetensors")
    }
  }

  func run() throws {
    let (language, file) = (language.chosen, URL(filePath: output))
    let start = try network.trainingSource(fromScratch: false)
    try AdaptationTraining.check(start.network, for: method)
    try NetworkFile.check(file)
    let report = try TrainingReport(in: URL(filePath: report, directoryHint: .isDirectory), language: language)
    let progress = TrainingProgress(epochs: epochs * (method == .sourceOnly ? 1 : 2), language: language)
    let (training, adapted) = try progress.watchingInterrupts(of: TrainingCheckpoint(beside: file)) {
      let pair = try progress.lookingAtFiles { tick in
        try AdaptationPair(
          source: source, target: target, classes: options.chosen, preprocessing: start.network.preprocessing,
          perClass: count, seed: seed, report: tick)
      }
      DataOptions.say(pair.source.source.remarks + pair.target.source.remarks, language)
      DataOptions.warn(about: pair.skipped, language)
      for unused in [pair.source.source, pair.target.source].compactMap({ $0.unused(beyond: count, option: "--count") })
      {
        progress.terminal.print(unused(language))
      }
      let training = AdaptationTraining(of: start, on: pair, settings)
      do {
        return (training, try training.run(observer: progress))
      } catch let divergence as TrainingDivergence {
        throw NotebookError(
          en: "\(divergence.description): --learning-rate below \(settings.learningRate), or a smaller --weight",
          id: "pelatihan divergen pada epoch \(divergence.epoch + 1): beri --learning-rate di bawah "
            + "\(settings.learningRate), atau --weight yang lebih kecil")
      }
    }
    try adapted.network.write(to: file)
    let written = try report.write(adapted, of: training, to: file)
    progress.terminal.print(adapted.summary(of: training, in: language))
    for place in written.map(\.relativePath) + [file.relativePath] { progress.terminal.print(place.onOneLine) }
  }

  private var settings: AdaptationSettings {
    var settings = AdaptationSettings(method)
    settings.epochs = epochs
    settings.learningRate = learningRate ?? settings.learningRate
    settings.weight = weight
    settings.seed = seed
    return settings
  }
}

extension AdaptationMethod: ExpressibleByArgument {}
