import ArgumentParser
import Experiments
import Foundation
import Notebook

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Scores a network on photographs.",
    discussion: """
      Example: alih evaluate --data photos --network mini-vgg --output output/evaluate

      Precision: of what is taken for a class, the share that is of it. Recall: of what is of a class, the share that is taken \
      for it. F1: the harmonic mean of both.
      """)

  @Option(
    help: "\(DataOptions.layouts) A data set that keeps pictures for a test is scored on these, any other on all.")
  var data: String

  @OptionGroup var options: DataOptions

  @OptionGroup var network: NetworkOptions

  @Flag(help: "Print one JSON object, with the numbers of every class and the confusion matrix.")
  var json = false

  @Option(help: "A folder for figures: the confusion matrix and the surest mistakes. Without it none are drawn.")
  var output: String?

  @OptionGroup var language: LanguageOption

  func run() throws {
    let language = language.chosen
    let network = try network.open()
    let photos = try options.photos(in: data)
    DataOptions.say(photos.remarks, language)
    var score = try network.score(on: photos)
    DataOptions.say(score.matchRemark.map { [$0] } ?? [], language)
    DataOptions.warn(about: score.skipped, language)
    if let output {
      score.figures = try score.writeFigures(into: URL(filePath: output, directoryHint: .isDirectory), in: language)
    }
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(score), as: UTF8.self))
      return
    }
    let (summary, notes) = score.remarks(in: language)
    let (header, rows) = score.table(in: language)
    print(summary)
    print(TextTable(header: header, rows: rows.map { $0.map(\.onOneLine) }, leading: 1))
    for line in notes.map(\.onOneLine) + score.figures.map(\.relativePath) { print(line) }
  }
}
