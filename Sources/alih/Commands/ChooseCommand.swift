import ArgumentParser
import Experiments
import Foundation
import ModelZoo
import NeuralNetworks
import Notebook

struct ChooseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "choose",
    abstract: "Says which network and which way suit your own pictures, with the evidence.",
    discussion: "Example: alih choose --data photos")

  @Option(help: "\(DataOptions.layouts) Or a task of the Menagerie, such as farm or farm:night.")
  var data: String

  @OptionGroup var options: DataOptions

  @Option(
    help: """
      A network to choose from: one of the course by its name, or a .safetensors file; may be given several times. All \
      networks of the course where it is left out.
      """)
  var network: [String] = []

  @OptionGroup var file: NetworkFileOptions

  @Option(help: "Pictures of a class at most, of which a fifth is kept to choose by; 5 to 5000.")
  var count = 100

  @Option(
    help:
      "About how many seconds fine-tuning and training from scratch may take together, above 0 up to 36000; at least an epoch each."
  )
  var seconds = 60.0

  @Option(help: "The seed of the split, the order and the new weights.")
  var seed: UInt64 = 1

  @OptionGroup var language: LanguageOption

  @Option(help: "The folder for the report and its figures.")
  var report = "output/choose"

  func validate() throws {
    guard 5...5_000 ~= count else {
      throw ValidationError("--count \(count): learn from 5 to 5000 pictures of a class")
    }
    guard seconds > 0, seconds <= 36_000 else {
      throw ValidationError("--seconds \(seconds): give more than 0, up to 36000 seconds")
    }
    guard network.count <= 20 else { throw ValidationError("--network: choose from 20 networks at most") }
    guard network.count <= 1 || file.saysNothing else {
      throw ValidationError(
        "--architecture, --mean, --std, --resize and --class-names speak of one network: give one --network with them")
    }
    guard !network.isEmpty || file.saysNothing else {
      throw ValidationError(
        "--architecture, --mean, --std, --resize and --class-names speak of a network: give it with --network")
    }
  }

  func run() throws {
    let language = language.chosen
    let sources = try (network.isEmpty ? Catalogue.names : network).map { name in
      (
        argument: name,
        source: TrainingSource(try file.open(name), name: file.isFile(name) ? file.url(name).lastPathComponent : name)
      )
    }
    guard !sources.isEmpty else {
      throw NotebookError(
        en: "the course's networks are not there: give one with --network, or make one with alih pretrain mini-vgg",
        id: "jaringan kursus tidak ada: beri satu dengan --network, atau buat dengan alih pretrain mini-vgg")
    }
    let source = try DataSource(named: data, classes: options.chosen, seed: seed)
    DataOptions.say(source.remarks, language)
    let report = try TrainingReport(in: URL(filePath: report, directoryHint: .isDirectory), language: language)
    let terminal = Terminal.standard()
    var settings = ChoiceSettings()
    settings.perClass = count
    settings.seconds = seconds
    settings.seed = seed
    let choice = try NetworkChoice(for: source, among: sources, settings) { terminal.print($0(language).onOneLine) }
    DataOptions.warn(about: choice.data.skipped, language)
    if let unused = source.unused(beyond: count, option: "--count") { terminal.print(unused(language)) }
    let written = try report.write(choice)
    terminal.print(choice.advice(in: language))
    for place in written.map(\.relativePath) { terminal.print(place.onOneLine) }
  }
}
