import ArgumentParser
import Foundation
import Lessons
import Visualization

struct IdealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ideal",
    abstract: "Draws the pictures that a network is most sure of, by gradient descent on the pixels.",
    discussion: "Example: alih ideal --class zebra --count 4 --variation 3")

  @Option(name: .customLong("class"), help: "The class, by the network's name of it.")
  var className: String

  @OptionGroup var network: NetworkOptions

  @Option(help: "The weight of the variation loss; 0 leaves it out.")
  var variation: Float = 1

  @Option(help: "Steps of Adam.")
  var steps = 256

  @Option(help: "What descent changes: pixels, or the amplitudes of waves (fourier).")
  var parameters = ParametersName.pixels

  @Option(
    help: "What becomes large: the logarithm of the probability (log-probability), the probability, or the logit.")
  var objective = ObjectiveName.logProbability

  @Flag(help: "Let the network look from another side in each step: moved, enlarged, turned a little.")
  var moving = false

  @Option(help: "How many pictures, 1 to 64, each from the noise of a seed of its own.")
  var count = 1

  @Option(help: "The seed of the first picture.")
  var seed: UInt64 = 1

  @OptionGroup var language: LanguageOption

  @Option(help: "The folder for the pictures and the figure.")
  var output = "output/ideal"

  func validate() throws {
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
    gallery.variationWeight = variation
    gallery.steps = steps
    gallery.objective = objective.objective
    gallery.parameters = parameters == .fourier ? .fourier(.natural) : .pixels
    gallery.view = moving ? RandomView() : nil
    let (figure, results) = try gallery.draw(into: URL(filePath: output, directoryHint: .isDirectory))
    for result in results {
      print("\(result.file.relativePath)  p = \(String(format: "%.2f", 100 * result.probability)) %")
    }
    print(figure.relativePath)
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
