import ArgumentParser
import Experiments
import Foundation
import Imaging
import ModelZoo
import Notebook
import Visualization

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Shows where in a picture a network sees a class.",
    discussion: "Example: alih explain cat.jpg --method grad-cam")

  @Argument(help: "JPEG or PNG files. One that cannot be read is named, and the others are explained.")
  var images: [String]

  @Option(
    name: .customLong("class"),
    help: "The class to look for, by the network's name of it or its number, from 0; otherwise the network's answer.")
  var className: String?

  @Option(help: "How to look: \(MethodName.allCases.map(\.rawValue).joined(separator: ", ")).")
  var method = MethodName.all

  @OptionGroup var network: NetworkOptions

  @Option(help: "The layer of grad-cam, by its name in alih networks info; otherwise the last one that has maps.")
  var layer: String?

  @Option(help: "Steps of integrated-gradients from black to the picture.")
  var steps = 32

  @Option(help: "Side of the grey square of occlusion, in pixels; otherwise 3/16 of the picture's.")
  var window: Int?

  @Flag(help: "Print one JSON object a picture, with the heat of every method, row by row.")
  var json = false

  @OptionGroup var language: LanguageOption

  @Option(help: "The folder for the figures.")
  var output = "output/explain"

  func validate() throws {
    guard 1...1_000 ~= steps else { throw ValidationError("--steps \(steps): take 1 to 1000 steps") }
    if let window, window < 1 { throw ValidationError("--window \(window): give at least 1 pixel") }
    if let layer, !method.methods.contains(.gradCAM) {
      throw ValidationError("--layer \(layer): only grad-cam looks at a layer, not \(method.rawValue)")
    }
  }

  func run() throws {
    let network = try network.open()
    var settings = SaliencySettings()
    (settings.layer, settings.steps, settings.window) = (layer, steps, window)
    let gallery = try SaliencyGallery(
      network, methods: method.methods, target: className, settings: settings, language: language.chosen)
    let folder = URL(filePath: output, directoryHint: .isDirectory)
    var figures = try FigureNames(for: images, in: folder)
    var isComplete = true
    for name in images {
      do {
        let picture = try Image(contentsOf: URL(filePath: name), preparedFor: network)
        let result = try gallery.draw(picture, named: name, to: figures.file(for: name))
        try json ? printAsJSON(result, of: name, gallery.layer) : print(line(result, of: name))
      } catch let error as NotebookError {
        throw error
      } catch {
        // The others are explained all the same.
        _ = Failure(error).report()
        isComplete = false
      }
    }
    guard isComplete else { throw ExitCode.failure }
  }

  private func line(_ result: SaliencyGallery.Result, of name: String) -> String {
    let isEnglish = language.chosen == .en
    let percent = { (value: Float) in ValueFormat.percent.text(Double(value), in: language.chosen) }
    let asked = "\(result.className) \(percent(result.probability))"
    let answer = "\(result.answer.className) \(percent(result.answer.probability))"
    let seen = result.isFirstAnswer ? asked : asked + (isEnglish ? " (taken for \(answer))" : " (disangka \(answer))")
    let heats = result.heats.map { method, heat in
      let share = percent(heat.positiveShare(in: 0))
      let support = method.isSigned ? (isEnglish ? " (\(share) for it)" : " (\(share) mendukung)") : ""
      return "\(method.rawValue) \(percent(heat.areaOfHalf(in: 0)))\(support)"
    }
    let half = isEnglish ? "half of the heat in" : "separuh panas di"
    return "\(name): \(seen); \(half) \(heats.joined(separator: ", ")); \(result.figure.relativePath)".onOneLine
  }

  private struct Explanation: Encodable {
    struct Map: Encodable {
      let method: String
      let layer: String?
      let width, height: Int
      let hottest: [String: Int]
      let positiveShare, areaOfHalf: Float
      let values: [Float]
    }
    let picture, className: String
    let index: Int
    let probability: Float
    let answer, figure: String
    let heat: [Map]
  }

  private func printAsJSON(_ result: SaliencyGallery.Result, of name: String, _ layer: String?) throws {
    let maps = result.heats.map { method, heat in
      let hottest = heat.hottest(in: 0)
      return Explanation.Map(
        method: method.rawValue, layer: method == .gradCAM ? layer : nil, width: heat.width, height: heat.height,
        hottest: ["x": hottest.x, "y": hottest.y], positiveShare: heat.positiveShare(in: 0),
        areaOfHalf: heat.areaOfHalf(in: 0), values: heat.map(of: 0))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let object = Explanation(
      picture: name, className: result.className, index: result.index, probability: result.probability,
      answer: result.answer.className, figure: result.figure.relativePath, heat: maps)
    print(String(decoding: try encoder.encode(object), as: UTF8.self))
  }
}

/// How to look for a class.
enum MethodName: String, ExpressibleByArgument, CaseIterable {
  case gradient
  case integratedGradients = "integrated-gradients"
  case gradCAM = "grad-cam"
  case occlusion, all

  var methods: [SaliencyMethod] { SaliencyMethod(rawValue: rawValue).map { [$0] } ?? SaliencyMethod.allCases }
}
