import ArgumentParser
import Notebook

/// How figures are shown in the terminal.
struct PictureOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Figures in the terminal: kitty, iterm, sixel, blocks (24-bit colours), blocks-256, none, or auto: what the terminal \
      says that it knows, and nothing where the output is no terminal.
      """, valueName: "way"),
    transform: PictureOption.way)
  var pictures: PictureProtocol?

  /// The way that was asked for; nil where the terminal decides.
  var chosen: PictureProtocol? { pictures }

  private static func way(_ text: String) throws -> PictureProtocol? {
    if text == "auto" { return nil }
    guard let way = PictureProtocol(rawValue: text) else {
      let known = (["auto"] + PictureProtocol.allCases.map(\.rawValue)).joined(separator: ", ")
      throw ValidationError("no way to show pictures is called '\(text.onOneLine)'; there are \(known)")
    }
    return way
  }
}
