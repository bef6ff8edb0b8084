import ArgumentParser
import Autograd
import Experiments
import Foundation
import Notebook
import TransferLearning

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Says in what two domains differ, and how far apart they are.",
    discussion: "Example: alih compare menagerie:photo menagerie:sketch")

  @Argument(help: "The source. \(DataOptions.layouts) Or a task and a style of the Menagerie, such as farm:night.")
  var source: String

  @Argument(help: "The target, likewise.")
  var target: String

  @OptionGroup var options: DataOptions

  @OptionGroup var network: NetworkOptions

  @Option(help: "How many pictures of each domain to look at, 8 to 1000.")
  var count = 160

  @Option(help: "How often samples are dealt anew for a p-value, 99 to 99999.")
  var permutations = 999

  @Option(help: "The seed of the samples and of the deals.")
  var seed: UInt64 = 1

  @OptionGroup var language: LanguageOption

  func validate() throws {
    guard 8...1_000 ~= count else { throw ValidationError("--count \(count): look at 8 to 1000 pictures") }
    guard 99...99_999 ~= permutations else {
      throw ValidationError("--permutations \(permutations): deal 99 to 99999 times")
    }
    guard seed < .max else { throw ValidationError("--seed \(seed): give a seed below \(UInt64.max)") }
  }

  func run() throws {
    // A seed for each side, so that no scene is on both.
    let named = [
      try DataSource(named: source, classes: options.chosen, seed: seed),
      try DataSource(named: target, classes: options.chosen, seed: seed + 1),
    ]
    let network = try network.open()
    var random = RandomSource(seed: seed)
    let domains = try named.map { named in
      let (domain, skipped) = try named.domain(seenBy: network, count: count, random: &random)
      DataOptions.say(named.remarks, language.chosen)
      DataOptions.warn(about: skipped, language.chosen)
      return domain
    }
    let comparison = DomainComparison(
      source: domains[0], target: domains[1], permutations: permutations, random: &random)
    let distances = DomainDistances(
      source: domains[0], target: domains[1], permutations: permutations, random: &random)
    print(Comparison(comparison, distances, language.chosen))
  }
}

/// The answer as a table and a verdict.
private struct Comparison: CustomStringConvertible {
  let description: String

  init(_ comparison: DomainComparison, _ distances: DomainDistances, _ language: Language) {
    let say = { (en: String, id: String) in language == .en ? en : id }
    let number = { (value: Float, digits: Int) in
      ValueFormat.number(digits: digits).text(Double(value), in: language)
    }
    let test = distances.discrepancy
    let table = TextTable(
      header: [say("compared", "dibandingkan"), say("found", "hasil")],
      rows: [
        [say("feature space X", "ruang fitur X"), comparison.spaceEvidence(language)],
        [say("label space Y", "ruang label Y"), comparison.classEvidence(language)],
        [say("distribution P(x, y)", "distribusi P(x, y)"), comparison.distributionEvidence(language)],
        ["MMD²", "\(number(test.discrepancy, 4)), p \(number(test.pValue, 3))"],
        [say("CORAL distance", "jarak CORAL"), number(distances.coral, 7)],
        [
          say("proxy A-distance", "jarak-A proksi"),
          "\(number(distances.classifier.distance, 2)) "
            + say("(0: cannot be told apart, 2: always)", "(0: tak terbedakan, 2: selalu terbedakan)"),
        ],
      ], leading: 2)
    let domains = [comparison.source.name, comparison.target.name].map(\.onOneLine).joined(separator: " → ")
    description = "\(table)\n\n\(domains): \(comparison.verdict(language))"
  }
}
