import Foundation
import Imaging

/// A picture as the bytes that a terminal draws it from.
package struct TerminalPicture {
  /// The file, for terminals that read PNG themselves.
  private let png: Data
  private let image: Image
  /// Whether tmux stands between, which passes on what is wrapped for it.
  private let isInTmux: Bool

  /// A picture in a PNG file.
  /// - Throws: if the file can't be read as a picture.
  package init(_ file: URL, isInTmux: Bool = false) throws {
    png = try Data(contentsOf: file)
    image = try Image(contentsOf: file)
    self.isInTmux = isInTmux
  }

  /// What draws the picture at most so many columns wide, without a line's end; nil where there is no way to.
  ///
  /// A picture is not enlarged beyond its own pixels, of which a column has `pixelsPerColumn`.
  package func text(by way: PictureProtocol, columns: Int, pixelsPerColumn: Int = 8) -> String? {
    let wanted = max(1, min(columns, (image.width + pixelsPerColumn - 1) / pixelsPerColumn))
    switch way {
    case .kitty: return passed(kitty(columns: wanted))
    case .iterm: return passed(iterm(columns: wanted))
    case .sixel: return passed([SixelEncoder(scaled(toWidth: min(image.width, wanted * pixelsPerColumn))).text])
    case .blocks: return HalfBlocks(scaled(toWidth: min(image.width, columns)), in: .millions).text
    case .blocks256: return HalfBlocks(scaled(toWidth: min(image.width, columns)), in: .few).text
    case .none: return nil
    }
  }

  /// The PNG in pieces of at most 4,096 characters, of which all but the last say that more comes.
  private func kitty(columns: Int) -> [String] {
    let text = Array(png.base64EncodedString().utf8)
    let starts = Array(stride(from: 0, to: text.count, by: 4_096))
    return starts.map { start in
      let isLast = start + 4_096 >= text.count
      let first = start == 0 ? "a=T,f=100,q=2,c=\(columns)," : ""
      let piece = String(decoding: text[start..<min(start + 4_096, text.count)], as: UTF8.self)
      return "\u{1B}_G\(first)m=\(isLast ? 0 : 1);\(piece)\u{1B}\\"
    }
  }

  private func iterm(columns: Int) -> [String] {
    let text = png.base64EncodedString()
    return ["\u{1B}]1337;File=inline=1;size=\(png.count);width=\(columns);preserveAspectRatio=1:\(text)\u{07}"]
  }

  /// The sequences as they are, or each wrapped so that tmux hands it to the terminal around it.
  private func passed(_ sequences: [String]) -> String {
    sequences.map {
      isInTmux ? "\u{1B}Ptmux;\($0.replacing("\u{1B}", with: "\u{1B}\u{1B}"))\u{1B}\\" : $0
    }.joined()
  }

  private func scaled(toWidth width: Int) -> Image {
    guard width < image.width else { return image }
    let height = max(1, Int((Double(image.height) * Double(width) / Double(image.width)).rounded()))
    return image.resized(width: width, height: height)
  }
}
