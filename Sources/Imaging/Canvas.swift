import CGD

/// A place on a canvas, in pixels from its upper left corner; the pixel in that corner covers [0, 1] × [0, 1].
public struct CanvasPoint: Sendable, Hashable {
  /// Pixels from the left.
  public var x: Double
  /// Pixels from the top.
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A rectangle with sides along the axes, in pixels.
public struct Box: Sendable, Hashable {
  public var x: Double
  public var y: Double
  public var width: Double
  public var height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  public var right: Double { x + width }
  public var bottom: Double { y + height }
}

/// A surface to draw on with smooth lines, shapes and text; `image` is the finished picture.
///
/// Everything is drawn three times as large and averaged over 3×3 in the end, because libgd's own antialiasing ignores
/// the thickness of lines.
///
/// ```swift
/// let canvas = Canvas(width: 200, height: 100)
/// canvas.line([CanvasPoint(x: 10, y: 90), CanvasPoint(x: 190, y: 10)], width: 2, color: Color(0x0072B2))
/// canvas.text("loss", at: CanvasPoint(x: 100, y: 20), size: 13, alignment: .center)
/// try canvas.image.writePNG(to: url)
/// ```
public final class Canvas {
  /// Width of the finished picture in pixels.
  public let width: Int
  /// Height of the finished picture in pixels.
  public let height: Int
  /// The typeface of all text.
  public let font: Font

  /// How much larger everything is drawn.
  static let scale = 3
  let surface: GDImage

  /// A surface of one colour.
  public init(width: Int, height: Int, background: Color = .white, font: Font = .found) {
    precondition(width > 0 && height > 0, "a canvas needs a positive size, not \(width)x\(height)")
    self.width = width
    self.height = height
    self.font = font
    surface = GDImage(width: width * Canvas.scale, height: height * Canvas.scale)
    fill(Box(x: 0, y: 0, width: Double(width), height: Double(height)), color: background)
  }

  /// The finished picture: 3 channels, each value the mean of the 3×3 drawn ones.
  public var image: Image {
    let scale = Canvas.scale
    var sums = [Int32](repeating: 0, count: width * height * 3)
    for y in 0..<height * scale {
      let row = alih_gd_row(surface.handle, Int32(y))
      let start = y / scale * width * 3
      for x in 0..<width * scale {
        let word = row?[x] ?? 0
        let target = start + x / scale * 3
        sums[target] += word >> 16 & 0xFF
        sums[target + 1] += word >> 8 & 0xFF
        sums[target + 2] += word & 0xFF
      }
    }
    let whole = Float(255 * scale * scale)
    return Image(width: width, height: height, channels: 3, pixels: sums.map { Float($0) / whole })
  }

  /// Draws a picture with its upper left corner at whole pixels (`x`, `y`), every pixel of it `factor` pixels wide and
  /// high, without smoothing: the finished picture holds exactly its 8-bit values there.
  public func draw(_ image: Image, x: Int, y: Int, factor: Int = 1) {
    precondition(factor > 0, "a picture is enlarged by a whole factor of at least 1, not \(factor)")
    let bytes = image.withChannels(3).bytes
    let side = Int32(factor * Canvas.scale)
    for row in 0..<image.height {
      for column in 0..<image.width {
        let index = (row * image.width + column) * 3
        let word = Int32(bytes[index]) << 16 | Int32(bytes[index + 1]) << 8 | Int32(bytes[index + 2])
        let left = Int32((x + column * factor) * Canvas.scale)
        let top = Int32((y + row * factor) * Canvas.scale)
        gdImageFilledRectangle(surface.handle, left, top, left + side - 1, top + side - 1, word)
      }
    }
  }

  /// Draws what `body` draws, but only inside `box`.
  public func clipped(to box: Box, body: () -> Void) {
    let (left, top, right, bottom) = drawnEdges(of: box)
    gdImageSetClip(surface.handle, left, top, right - 1, bottom - 1)
    body()
    gdImageSetClip(
      surface.handle, 0, 0, Int32(width * Canvas.scale) - 1, Int32(height * Canvas.scale) - 1)
  }

  /// The edges of a box in drawn pixels; right and bottom lie just outside.
  func drawnEdges(of box: Box) -> (left: Int32, top: Int32, right: Int32, bottom: Int32) {
    (drawn(box.x), drawn(box.y), drawn(box.right), drawn(box.bottom))
  }

  /// A coordinate in drawn pixels.
  func drawn(_ coordinate: Double) -> Int32 {
    Int32((coordinate * Double(Canvas.scale)).rounded())
  }
}

extension Color {
  /// The colour as libgd has it: 0xAARRGGBB with 7 bits of transparency.
  var word: Int32 {
    func level(_ value: Float, _ whole: Float) -> Int32 { Int32((min(max(value, 0), 1) * whole).rounded()) }
    return level(1 - opacity, 127) << 24 | level(red, 255) << 16 | level(green, 255) << 8 | level(blue, 255)
  }
}
