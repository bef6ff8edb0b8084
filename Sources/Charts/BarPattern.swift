import Imaging

/// The texture that tells bars apart besides their colour.
enum BarPattern: CaseIterable {
  case solid
  case rising
  case falling
  case level
  case crossed
}

extension Canvas {
  /// Fills a bar with its colour and the white lines of its pattern.
  func bar(_ box: Box, look: Look) {
    fill(box, color: look.color)
    clipped(to: box) {
      let reach = max(box.width, box.height) * 2
      let white = Color.white.opacity(0.55)
      for offset in stride(from: -reach, through: reach, by: 9) {
        let start = box.x + offset
        if look.pattern == .rising || look.pattern == .crossed {
          line(
            [CanvasPoint(x: start, y: box.bottom), CanvasPoint(x: start + box.height, y: box.y)], width: 1.4,
            color: white)
        }
        if look.pattern == .falling || look.pattern == .crossed {
          line(
            [CanvasPoint(x: start, y: box.y), CanvasPoint(x: start + box.height, y: box.bottom)], width: 1.4,
            color: white)
        }
        if look.pattern == .level {
          line(
            [CanvasPoint(x: box.x, y: box.y + offset), CanvasPoint(x: box.right, y: box.y + offset)], width: 1.4,
            color: white)
        }
      }
    }
  }
}
