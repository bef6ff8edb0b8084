import CGD
import Foundation

/// Which part of a line of text stands at the given point, along the line.
public enum TextAlignment: Sendable, Hashable {
  /// Its start.
  case left
  /// Its middle.
  case center
  /// Its end.
  case right
}

extension Canvas {
  /// Draws one line of text, its capitals centred vertically on the point; rotated, it reads upwards.
  ///
  /// `size` is in pixels an em; capitals are about 0.73 em high, and a line needs 0.5 em above and 0.5 em below the point.
  public func text(
    _ text: String, at point: CanvasPoint, size: Double, weight: Font.Weight = .regular, color: Color = Color(0x222222),
    alignment: TextAlignment = .left, isRotated: Bool = false
  ) {
    guard !text.isEmpty else { return }
    let text = text.replacingOccurrences(of: "\n", with: " ")
    let width = font.width(of: text, size: size, weight: weight)
    let shift =
      switch alignment {
      case .left: 0.0
      case .center: width / 2
      case .right: width
      }
    if let face = font.face(weight) {
      let drop = 0.365 * size
      let origin =
        isRotated
        ? CanvasPoint(x: point.x + drop, y: point.y + shift) : CanvasPoint(x: point.x - shift, y: point.y + drop)
      outlineText(text, face: face, at: origin, size: size, color: color, isRotated: isRotated)
    } else {
      let bitmap = BitmapFont(size: size, weight: weight)
      let rise = (bitmap.height / 2).rounded()
      bitmapText(text, bitmap, color: color) { x, y, side in
        isRotated
          ? Box(x: (point.x - rise + y).rounded(), y: (point.y + shift - x - side).rounded(), width: side, height: side)
          : Box(x: (point.x - shift + x).rounded(), y: (point.y - rise + y).rounded(), width: side, height: side)
      }
    }
  }

  /// Draws lines of text below one another, the first centred vertically on the point.
  ///
  /// A line takes 1.35 em.
  public func text(
    lines: [String], at point: CanvasPoint, size: Double, weight: Font.Weight = .regular,
    color: Color = Color(0x222222),
    alignment: TextAlignment = .left
  ) {
    for (index, line) in lines.enumerated() {
      let place = CanvasPoint(x: point.x, y: point.y + Double(index) * Canvas.lineHeight * size)
      text(line, at: place, size: size, weight: weight, color: color, alignment: alignment)
    }
  }

  /// The distance of two lines of text in em.
  public static let lineHeight = 1.35

  private func outlineText(
    _ text: String, face: String, at origin: CanvasPoint, size: Double, color: Color, isRotated: Bool
  ) {
    let failed = withTrueType(text, face: face) { text, face in
      gdImageStringFT(
        surface.handle, nil, color.word, face, pointSize(size * Double(Canvas.scale)), isRotated ? .pi / 2 : 0,
        drawn(origin.x), drawn(origin.y), text)
    }
    precondition(!failed, "libgd measured a text but cannot draw it")
  }

  private func bitmapText(
    _ text: String, _ font: BitmapFont, color: Color, place: (_ x: Double, _ y: Double, _ side: Double) -> Box
  ) {
    font.forEachDot(of: text) { x, y, side in
      fill(place(Double(x), Double(y), Double(side)), color: color)
    }
  }
}
