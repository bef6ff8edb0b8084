import ArgumentParser
import Experiments
import Foundation
import Notebook
import Visualization

struct IdealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ideal",
    abstract: "Draws the pictures that a network is most sure of, by gradient descent on the pixels.",
    discussion: """
      Example: alih ideal --class zebra --count 4 --variation 3

      The pictures of lesson 7's gallery: alih ideal --all --network mini-vgg-robust --objective logit --parameters fourier --moving \
      --squared --variation 300 --rate 0.1 --steps 128
      """)

  @Option(name: .customLong("class"), help: "The class, by the network's name of it or its number, from 0.")
  var className: String?

  @Flag(help: "All classes of the network, in one gallery.")
  var all = false

  @OptionGroup var network: NetworkOptions

  @Option(help: "The weight of the variation loss; 0 leaves it out.")
  var variation: Float = 1

  @Flag(help: "Square the differences in the variation loss: soft shading instead of hard edges.")
  var squared = false

  @Option(help: "Steps of Adam.")
  var steps = 256

  @Option(help: "The step size of Adam.")
  var rate: Float = 0.05

  @Option(help: "What descent changes: pixels, or the amplitudes of waves (fourier).")
  var parameters = ParametersName.pixels

  @Option(
    help: "What becomes large: the logarithm of the probability (log-probability), the probability, or the logit.")
  var objective = ObjectiveName.logProbability

  @Flag(help: "Let the network look from another side in each step: moved, enlarged, turned a little.")
  var moving = false

  @Option(help: "How many pictures of a class, 1 to 64, each from the noise of a seed of its own.")
  var count = 1

  @Option(help: "The seed of the first picture.")
  var seed: UInt64 = 1

  @Flag(help: "Print one JSON object, with the numbers of every picture.")
  var json = false

  @OptionGroup var language: LanguageOption

  @Option(help: "The folder for the pictures and the figure.")
  var output = "output/ideal"

  func validate() throws {
    guard all != (className != nil) else {
      throw ValidationError("give one class with --class NAME, or all of them with --all")
    }
    guard 1e-6...10 ~= rate else { throw ValidationError("--rate \(rate): give a step size from 0.000001 to 10") }
    guard 1...64 ~= count else { throw ValidationError("--count \(count): draw 1 to 64 pictures") }
    guard 1...100_000 ~= steps else { throw ValidationError("--steps \(steps): take 1 to 100000 steps") }
    guard 0...1e6 ~= variation else {
      throw ValidationError("--variation \(variation): give a weight from 0 to 1000000")
    }
    guard seed <= UInt64.max - 64 else { throw ValidationError("--seed \(seed): too large") }
  }

  func run() throws {
    var gallery = try IdealGallery(
      network.open(), of: className, seeds: (0..<UInt64(count)).map { seed + $0 }, language: language.chosen)
    (gallery.variationWeight, gallery.form) = (variation, squared ? .squared : .absolute)
    (gallery.steps, gallery.learningRate) = (steps, rate)
    gallery.objective = objective.objective
    gallery.parameters = parameters == .fourier ? .fourier(.natural) : .pixels
    gallery.view = moving ? RandomView() : nil
    let (figure, results) = try gallery.draw(into: URL(filePath: output, directoryHint: .isDirectory))
    DataOptions.say(results.failures(in: language.chosen).map { Phrase($0) }, language.chosen)
    guard !json else { return try printAsJSON(figure, results) }
    for result in results {
      let numbers = String(format: "p = %.2f %%  variation %.3f", 100 * result.probability, result.variation)
      print("\(result.file.relativePath.onOneLine)  \(numbers)")
    }
    print(figure.relativePath.onOneLine)
  }

  private struct Gallery: Encodable {
    let figure: String
    let pictures: [IdealGallery.Result]
  }

  private func printAsJSON(_ figure: URL, _ results: [IdealGallery.Result]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    print(String(decoding: try encoder.encode(Gallery(figure: figure.relativePath, pictures: results)), as: UTF8.self))
  }
}

/// What descent changes.
enum ParametersName: String, ExpressibleByArgument, CaseIterable {
  case pixels, fourier
}

/// What becomes large.
enum ObjectiveName: String, ExpressibleByArgument, CaseIterable {
  case logProbability = "log-probability"
  case probability, logit

  var objective: IdealObjective {
    switch self {
    case .logProbability: .logProbability
    case .probability: .probability
    case .logit: .logit
    }
  }
}
