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
      Example: alih ideal --class zebra --count 4

      Without further options a picture is drawn in the way that did best for such a network; each option changes one part \
      of it. The command says which terms the loss had.

      The gallery of lesson 7: alih ideal --all --network mini-vgg-robust
      """)

  @Option(name: .customLong("class"), help: "The class, by the network's name of it or its number, from 0.")
  var className: String?

  @Flag(help: "All classes of the network, in one gallery.")
  var all = false

  @OptionGroup var network: NetworkOptions

  @OptionGroup var way: WayOfDrawing

  @Option(help: "How many pictures of a class, 1 to 64, each from the noise of a seed of its own.")
  var count = 1

  @Option(help: "The seed of the first picture.")
  var seed: UInt64 = 1

  @Flag(help: "Film how the pictures come into being: an animated PNG, and a GIF, beside the figure.")
  var film = false

  @Flag(help: "Print one JSON object, with the numbers of every picture.")
  var json = false

  @OptionGroup var language: LanguageOption

  @Option(help: "The folder for the pictures and the figure.")
  var output = "output/ideal"

  func validate() throws {
    guard all != (className != nil) else {
      throw ValidationError("give one class with --class NAME, or all of them with --all")
    }
    guard !film || className != nil && count <= 16 else {
      throw ValidationError("--film: films one class, of which --count is at most 16")
    }
    guard 1...64 ~= count else { throw ValidationError("--count \(count): draw 1 to 64 pictures") }
    guard seed <= UInt64.max - 64 else { throw ValidationError("--seed \(seed): too large") }
  }

  func run() throws {
    var gallery = try IdealGallery(
      network.open(), of: className, seeds: (0..<UInt64(count)).map { seed + $0 }, language: language.chosen)
    gallery.ideal = try way.applied(to: gallery.ideal)
    gallery.isFilmed = film
    let (figures, results) = try gallery.draw(into: URL(filePath: output, directoryHint: .isDirectory))
    DataOptions.say(results.failures(in: language.chosen).map { Phrase($0) }, language.chosen)
    guard !json else { return try printAsJSON(gallery.ideal, figures, results) }
    for result in results {
      let probability = ValueFormat.percent(digits: 2).text(Double(result.probability), in: language.chosen)
      let variation = ValueFormat.number(digits: 3).text(Double(result.variation), in: language.chosen)
      let numbers = "p = \(probability)  \(language.chosen == .en ? "variation" : "variasi") \(variation)"
      print("\(result.file.relativePath.onOneLine)  \(numbers)")
    }
    for figure in figures { print(figure.relativePath.onOneLine) }
    print(way.sentence(on: gallery.ideal)(language.chosen))
  }

  private struct Gallery: Encodable {
    let figure, loss: String
    let films: [String]
    let steps: Int
    let pictures: [IdealGallery.Result]
  }

  private func printAsJSON(_ ideal: IdealImage, _ figures: [URL], _ results: [IdealGallery.Result]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    let gallery = Gallery(
      figure: figures[0].relativePath, loss: ideal.formula, films: figures.dropFirst().map(\.relativePath),
      steps: ideal.steps, pictures: results)
    print(String(decoding: try encoder.encode(gallery), as: UTF8.self))
  }
}
