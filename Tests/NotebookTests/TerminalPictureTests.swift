import Foundation
import Imaging
import Testing

@testable import Notebook

@Suite("Pictures in the terminal")
struct TerminalPictureTests {
  /// A picture of 20 × 14 pixels whose colours are in the cube of sixel's palette, in a file.
  private let file: URL
  private let image: Image

  init() throws {
    let steps: [Int] = (0..<14 * 20).flatMap { place -> [Int] in [place % 6, place / 7 % 6, place / 3 % 6] }
    let values = steps.map { Float($0) / 5 }
    image = Image(width: 20, height: 14, pixels: values)
    file = FileManager.default.temporaryDirectory.appending(path: "alih-picture-\(UUID().uuidString).png")
    try image.writePNG(to: file)
  }

  private func text(_ way: PictureProtocol, columns: Int = 76, tmux: Bool = false) throws -> String {
    defer { try? FileManager.default.removeItem(at: file) }
    return try #require(try TerminalPicture(file, isInTmux: tmux).text(by: way, columns: columns))
  }

  @Test(
    "kitty and iTerm2 are given the file's own bytes, kitty in pieces of which all but the last say that more comes")
  func wholeFiles() throws {
    var state: UInt32 = 1
    let values = (0..<10_800).map { _ -> Float in
      state = state &* 1_664_525 &+ 1_013_904_223
      return Float(state >> 24) / 255
    }
    let noise = Image(width: 60, height: 60, pixels: values)
    try noise.writePNG(to: file)
    let png = try Data(contentsOf: file)
    let kitty = try TerminalPicture(file).text(by: .kitty, columns: 76) ?? ""
    let pieces = kitty.matches(of: /\x{1B}_G([^;]*);([^\x{1B}]*)\x{1B}\\/).map { (String($0.1), String($0.2)) }
    #expect(pieces.count > 1 && pieces.allSatisfy { $0.1.count <= 4_096 })
    #expect(pieces[0].0 == "a=T,f=100,q=2,c=8,m=1" && pieces.last?.0 == "m=0")
    #expect(Data(base64Encoded: pieces.map(\.1).joined()) == png)
    let iterm = try text(.iterm)
    #expect(iterm.hasPrefix("\u{1B}]1337;File=inline=1;size=\(png.count);width=8;") && iterm.hasSuffix("\u{07}"))
    #expect(Data(base64Encoded: String(iterm.split(separator: ":")[1].dropLast())) == png)
  }

  @Test("sixels decoded again are the picture")
  func sixel() throws {
    let text = try text(.sixel)
    #expect(text.hasPrefix("\u{1B}P0;1;0q\"1;1;20;14#") && text.hasSuffix("\u{1B}\\"))
    var pixels = [[Int]](repeating: [], count: 18 * 20)
    var palette: [Int: [Int]] = [:]
    var (colour, x, y) = (0, 0, 0)
    for match in text.drop(while: { $0 != "#" }).dropLast(2).matches(
      of: /#(\d+)(?:;2;(\d+);(\d+);(\d+))?|(?:!(\d+))?([?-~])|([$-])/)
    {
      if let index = match.1.flatMap({ Int($0) }) {
        colour = index
        if let r = match.2, let g = match.3, let b = match.4 { palette[index] = [r, g, b].compactMap { Int($0) } }
      } else if let sixel = match.6?.utf8.first {
        let run = match.5.flatMap { Int($0) } ?? 1
        for place in x..<x + run {
          for row in 0..<6 where (sixel - 63) >> UInt8(row) & 1 == 1 {
            pixels[(y + row) * 20 + place] = palette[colour] ?? []
          }
        }
        x += run
      } else {
        x = 0
        if match.7 == "-" { y += 6 }
      }
    }
    for place in 0..<14 * 20 {
      #expect(pixels[place] == (0..<3).map { Int((image.pixels[place * 3 + $0] * 100).rounded()) })
    }
  }

  @Test("half blocks have two pixels a character, at most as many as there are columns")
  func blocks() throws {
    let text = try text(.blocks, columns: 10)
    let rows = text.split(separator: "\n")
    #expect(rows.count == 4 && rows.allSatisfy { $0.count(where: { $0 == "▀" }) == 10 && $0.hasSuffix("\u{1B}[0m") })
    let black = HalfBlocks(Image(width: 2, height: 3, filledWith: 0), in: .millions).text
    #expect(black == "\u{1B}[38;2;0;0;0;48;2;0;0;0m▀▀\u{1B}[0m\n\u{1B}[38;2;0;0;0;49m▀▀\u{1B}[0m")
    let few = HalfBlocks(Image(width: 1, height: 2, pixels: [1, 0, 0, 0.5, 0.5, 0.5]), in: .few).text
    #expect(few == "\u{1B}[38;5;196;48;5;244m▀\u{1B}[0m")
  }

  @Test("in tmux a sequence is wrapped, with every escape in it doubled")
  func tmux() throws {
    let text = try text(.iterm, tmux: true)
    #expect(text.hasPrefix("\u{1B}Ptmux;\u{1B}\u{1B}]1337;") && text.hasSuffix("\u{07}\u{1B}\\"))
  }

  @Test(
    "a terminal is taken at its word",
    arguments: [
      (["TERM": "xterm-kitty"], PictureProtocol.kitty), (["TERM": "xterm", "TERM_PROGRAM": "iTerm.app"], .iterm),
      (["TERM": "foot"], .sixel), (["TERM": "xterm-256color", "COLORTERM": "truecolor"], .blocks),
      (["TERM": "xterm-256color"], .blocks256), (["TERM": "vt100"], .none), ([:], .none),
      (["TERM": "tmux-256color", "TMUX": "/tmp/a", "KITTY_WINDOW_ID": "1"], .blocks256),
    ])
  func detected(environment: [String: String], way: PictureProtocol) {
    #expect(PictureProtocol.detected(in: environment) == way)
  }

  @Test("a run draws its figures below their words where the terminal takes pictures, and nowhere else")
  func run() throws {
    let toy = try ToyLesson()
    defer { toy.remove() }
    #expect(!(try toy.run().printed.contains("\u{1B}")))
    let text = try toy.run(on: Capture(usesColour: true, pictures: .kitty)).printed
    let name = try #require(text.range(of: "grey.png"))
    #expect(text[name.upperBound...].contains("\u{1B}_Ga=T,f=100,q=2,c=1,m=0;"))
    #expect(!text[..<name.lowerBound].contains("\u{1B}_G"))
  }
}
