import Imaging

/// A picture in characters ▀, each of which has the colour of one pixel above that of another.
struct HalfBlocks {
  /// The colours that a terminal has.
  enum Colours {
    /// All of 24 bits.
    case millions
    /// The cube of 6 × 6 × 6 and 24 greys of the 256.
    case few
  }

  private let image: Image
  private let colours: Colours

  init(_ image: Image, in colours: Colours) {
    self.image = image
    self.colours = colours
  }

  /// The rows of characters with newlines between them.
  var text: String {
    stride(from: 0, to: image.height, by: 2).map(row).joined(separator: "\n")
  }

  private func row(from y: Int) -> String {
    var last = ""
    var row = ""
    for x in 0..<image.width {
      let below = y + 1 < image.height ? ";48;\(code(x, y + 1))" : ";49"
      let code = "\u{1B}[38;\(code(x, y))\(below)m"
      if code != last { row += code }
      last = code
      row += "▀"
    }
    return row + "\u{1B}[0m"
  }

  private func code(_ x: Int, _ y: Int) -> String {
    let pixel = Pixel(image, x, y)
    switch colours {
    case .millions: return "2;\(pixel.red);\(pixel.green);\(pixel.blue)"
    case .few: return "5;\(pixel.indexOf256)"
    }
  }
}

/// A pixel in levels from 0 to 255.
struct Pixel: Hashable {
  let red, green, blue: Int

  /// The pixel of a picture of one channel or three.
  init(_ image: Image, _ x: Int, _ y: Int) {
    func level(_ channel: Int) -> Int {
      let value = image[x: x, y: y, channel: min(channel, image.channels - 1)]
      return Int((min(max(value.isFinite ? value : 0, 0), 1) * 255).rounded())
    }
    (red, green, blue) = (level(0), level(1), level(2))
  }

  /// The place of its colour in the cube whose sides have the levels 0, 51 … 255.
  var placeInCube: Int {
    func step(_ level: Int) -> Int { (level + 25) / 51 }
    return 36 * step(red) + 6 * step(green) + step(blue)
  }

  /// The nearest of xterm's 256 colours: of the cube with levels 0, 95, 135 … 255 from 16, of the greys from 232.
  var indexOf256: Int {
    let levels = [0, 95, 135, 175, 215, 255]
    func nearest(_ level: Int) -> Int { levels.indices.min { abs(levels[$0] - level) < abs(levels[$1] - level) } ?? 0 }
    func distance(_ r: Int, _ g: Int, _ b: Int) -> Int {
      (red - r) * (red - r) + (green - g) * (green - g) + (blue - b) * (blue - b)
    }
    let (r, g, b) = (nearest(red), nearest(green), nearest(blue))
    let grey = min(23, max(0, ((red + green + blue) / 3 - 3) / 10))
    let level = 8 + 10 * grey
    return distance(level, level, level) < distance(levels[r], levels[g], levels[b])
      ? 232 + grey : 16 + 36 * r + 6 * g + b
  }
}
