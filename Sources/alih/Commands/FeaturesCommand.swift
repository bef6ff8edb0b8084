import ArgumentParser
import Experiments
import Foundation
import Imaging
import ModelZoo
import Notebook

struct FeaturesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "features", abstract: "Draws what the layers of a network make of a picture.",
    discussion: "Example: alih features cat.jpg --network mini-vgg --layer features.9")

  @Argument(help: "A JPEG or PNG file.")
  var image: String

  @OptionGroup var network: NetworkOptions

  @Option(help: "A layer, by its name in alih networks info, to see all of its maps; otherwise some of every stage.")
  var layer: String?

  @OptionGroup var language: LanguageOption

  @Option(help: "The folder for the figure.")
  var output = "output/features"

  func run() throws {
    let picture = try Image(contentsOf: URL(filePath: image))
    let gallery = FeatureGallery(try network.open(), picture: picture, language: language.chosen)
    let (figure, layers) = try gallery.draw(layer: layer, into: URL(filePath: output, directoryHint: .isDirectory))
    let isEnglish = language.chosen == .en
    print(
      TextTable(
        header: isEnglish
          ? ["layer", "kind", "output", "sees", "silent"] : ["lapisan", "jenis", "keluaran", "melihat", "diam"],
        rows: layers.map { layer in
          let everything = isEnglish ? "everything" : "semuanya"
          return [
            layer.summary.name, layer.summary.kind, layer.summary.outputShape.map(String.init).joined(separator: "×"),
            layer.receptiveField.map { "\($0)×\($0)" } ?? everything, "\(layer.silentChannels.count)",
          ]
        }, leading: 3))
    print(figure.relativePath.onOneLine)
  }
}
