import ArgumentParser
import Foundation
import Imaging
import Notebook

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows a picture in the terminal.",
    discussion: """
      Example: alih show output/07-ideal-image/hero.png

      In tmux, --pictures kitty, iterm or sixel needs tmux 3.3 with `set -g allow-passthrough on`.
      """)

  @Argument(help: "A PNG.")
  var file: String

  @OptionGroup var pictures: PictureOption

  func run() throws {
    let url = URL(filePath: file)
    _ = try Image(contentsOf: url)
    let terminal = Terminal.standard(pictures: pictures.chosen)
    guard terminal.pictures != .none else {
      throw ValidationError("this terminal does not say how it is given pictures: try --pictures blocks or sixel")
    }
    terminal.print(picture: url)
  }
}
