import ArgumentParser
import Experiments
import Foundation
import Imaging
import ModelZoo
import Notebook

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains a network to tell the classes of your own pictures apart.",
    discussion: "Example: alih train --data photos --strategy head --output photos.safetensors")

  @Option(help: "\(DataOptions.layouts) Or a task of the Menagerie, such as farm or farm:night.")
  var data: String

  @OptionGroup var options: DataOptions

  @Option(
    help: """
      head: a new head on the frozen network, by logistic regression; fine-tune: that first, then all parts not \
      frozen; scratch: the architecture from random weights.
      """)
  var strategy: TrainingStrategy

  @Option(help: "The network's file, ending in .safetensors; needed but with --find-rate.")
  var output: String?

  @OptionGroup var network: NetworkOptions

  @Option(
    help: """
      Pictures of a class at most, of which a fifth is kept to choose by; 5 to 5000. What a class has beyond that is drawn by \
      chance and left unused, which is said.
      """)
  var count = 200

  @Option(
    help: "The most times that every picture is seen; fine-tuning ends early when validation pictures gain no more.")
  var epochs: Int?

  @Option(help: "The largest step size, above 0 up to 1.")
  var learningRate: Float?

  @Flag(
    help: """
      Look for a learning rate in place of training: sixty steps at growing rates, whose curve is drawn in the report's \
      folder; no network is written.
      """)
  var findRate = false

  @Option(help: "Parts of the network, from the picture on, that stay frozen in fine-tuning.")
  var freeze: Int?

  @Flag(help: "Mirror and crop the pictures by chance.")
  var augment = false

  @Option(help: "The seed of the split, the order and the new weights.")
  var seed: UInt64 = 1

  @Flag(help: "Begin anew, whatever an interrupted training has left beside the network's file.")
  var restart = false

  @OptionGroup var language: LanguageOption

  @Option(help: "The folder for the report and its figures.")
  var report = "output/train"

  func validate() throws {
    guard 5...5_000 ~= count else {
      throw ValidationError("--count \(count): learn from 5 to 5000 pictures of a class")
    }
    if let epochs, !(1...10_000 ~= epochs) { throw ValidationError("--epochs \(epochs): train for 1 to 10000") }
    if let learningRate, !(learningRate > 0 && learningRate <= 1) {
      throw ValidationError("--learning-rate \(learningRate): give a rate above 0, up to 1")
    }
    if let freeze, freeze < 0 { throw ValidationError("--freeze \(freeze): give 0 or more parts") }
    try validateFindRate()
    guard output?.hasSuffix(".safetensors") ?? findRate else {
      guard let output else { throw ValidationError("Missing expected argument '--output <output>'") }
      throw ValidationError("--output \(output): a network's file ends in .safetensors")
    }
    if freeze != nil, strategy != .fineTune {
      throw ValidationError("--freeze: belongs to --strategy fine-tune; \(strategy.rawValue) has no choice of parts")
    }
    if strategy == .head, epochs != nil || learningRate != nil || augment {
      throw ValidationError(
        "--strategy head: the best head is found in one go; leave out --epochs, --learning-rate and --augment")
    }
  }

  /// A search trains nothing, so whatever a training alone needs is refused beside it.
  private func validateFindRate() throws {
    guard findRate else { return }
    if strategy == .head {
      throw ValidationError(
        "--find-rate: a head is found in one go, without a rate; give --strategy fine-tune or --strategy scratch")
    }
    let others = [
      ("--learning-rate", learningRate != nil), ("--epochs", epochs != nil), ("--output", output != nil),
      ("--restart", restart),
    ]
    if let (option, _) = others.first(where: \.1) {
      throw ValidationError("--find-rate: looks for a rate and trains nothing; leave out \(option)")
    }
  }

  func run() throws {
    let language = language.chosen
    let source = try network.trainingSource(fromScratch: strategy == .scratch)
    try settings.check(for: source.network)
    guard let output else { return try searchRate(from: source, language) }
    let file = URL(filePath: output)
    try NetworkFile.check(file)
    let checkpoint = TrainingCheckpoint(beside: file)
    if restart { checkpoint.remove() }
    let progress = TrainingProgress(epochs: settings.epochs, language: language)
    let (training, report, trained) = try progress.watchingInterrupts(of: checkpoint) {
      let (training, report) = try prepared(from: source, progress, language)
      return (training, report, try training.run(keepingIn: checkpoint, observer: progress))
    }
    try trained.network.write(to: file)
    checkpoint.remove()
    let written = try report.write(trained, of: training, to: file)
    progress.terminal.print(trained.summary(in: language))
    for place in written.map(\.relativePath) + [file.relativePath] { progress.terminal.print(place.onOneLine) }
    if let divergence = trained.divergence {
      throw NotebookError(
        diverged: divergence, keptEpoch: trained.keptEpoch, in: file,
        advice: Phrase(
          en: "give a --learning-rate below \(settings.learningRate)",
          id: "beri --learning-rate di bawah \(settings.learningRate)"))
    }
  }

  /// The training and its report, once the pictures have been looked at.
  private func prepared(
    from source: TrainingSource, _ progress: TrainingProgress, _ language: Language
  ) throws -> (NetworkTraining, TrainingReport) {
    let pictures = try progress.lookingAtFiles { tick in
      try DataSource(named: data, classes: options.chosen, seed: seed)
        .trainingAndValidation(source.network.preprocessing, perClass: count, report: tick)
    }
    DataOptions.say(pictures.source.remarks, language)
    DataOptions.warn(about: pictures.skipped, language)
    if let unused = pictures.source.unused(beyond: count, option: "--count") {
      progress.terminal.print(unused(language))
    }
    let report = URL(filePath: report, directoryHint: .isDirectory)
    return (
      try NetworkTraining(of: source, on: pictures, settings), try TrainingReport(in: report, language: language)
    )
  }

  /// Looks for a rate, draws the curve, and says what it suggests.
  private func searchRate(from source: TrainingSource, _ language: Language) throws {
    let progress = TrainingProgress(epochs: 1, language: language)
    let (training, report) = try prepared(from: source, progress, language)
    let search = try training.rateSearch(observer: progress)
    let picture = try report.write(search, of: training)
    progress.terminal.print(search.summary(language))
    progress.terminal.print(picture.relativePath.onOneLine)
  }

  private var settings: TrainingSettings {
    var settings = TrainingSettings(strategy)
    settings.epochs = epochs ?? settings.epochs
    settings.learningRate = learningRate ?? settings.learningRate
    settings.frozenParts = freeze ?? 0
    settings.isAugmented = augment
    settings.seed = seed
    return settings
  }
}

extension TrainingStrategy: ExpressibleByArgument {}
