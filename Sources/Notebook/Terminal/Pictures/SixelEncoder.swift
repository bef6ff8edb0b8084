import Imaging

/// A picture as sixels: bands of six rows, in which each colour has a line of its own (DEC, VT330/VT340 programmer reference).
///
/// The palette is the cube of 6 × 6 × 6 colours.
struct SixelEncoder {
  private let image: Image

  init(_ image: Image) { self.image = image }

  /// The whole sequence.
  var text: String {
    let places = (0..<image.height).map { y in (0..<image.width).map { x in Pixel(image, x, y).placeInCube } }
    let used = Set(places.joined()).sorted()
    let palette = used.map { place in
      "#\(place);2;\(20 * (place / 36));\(20 * (place / 6 % 6));\(20 * (place % 6))"
    }
    let bands = stride(from: 0, to: image.height, by: 6).map { band(places[$0..<min($0 + 6, image.height)]) }
    return "\u{1B}P0;1;0q\"1;1;\(image.width);\(image.height)\(palette.joined())\(bands.joined(separator: "-"))\u{1B}\\"
  }

  private func band(_ rows: ArraySlice<[Int]>) -> String {
    Set(rows.joined()).sorted().map { colour in
      let sixels = (0..<image.width).map { x -> UInt8 in
        63 + rows.enumerated().reduce(0) { $0 | ($1.element[x] == colour ? 1 << UInt8($1.offset) : 0) }
      }
      return "#\(colour)\(Self.shortened(sixels))"
    }.joined(separator: "$")
  }

  /// The characters, where more than three of a kind are written as `!`, their number and one of them.
  private static func shortened(_ sixels: [UInt8]) -> String {
    var text = ""
    var start = 0
    while start < sixels.count {
      let run = sixels[start...].prefix { $0 == sixels[start] }.count
      let character = String(UnicodeScalar(sixels[start]))
      text += run > 3 ? "!\(run)\(character)" : String(repeating: character, count: run)
      start += run
    }
    return text
  }
}
