import Imaging

/// Names below or above equal slots: level on several lines when their words fit, else upright.
struct CategoryNames {
  /// Height of the names in pixels.
  let height: Double
  private let lines: [[String]]
  private let slot: Double
  private let isUpright: Bool

  init(_ names: [String], slot: Double, style: ChartStyle) {
    func widest(_ lines: [[String]]) -> Double {
      lines.joined().map { style.font.width(of: $0, size: TextSize.tick) }.max() ?? 0
    }
    self.slot = slot
    let level = names.map { style.font.wrapped($0, width: slot - 6, size: TextSize.tick) }
    isUpright = widest(level) > slot - 4
    if isUpright {
      let most = max(1, Int(slot / CategoryNames.lineHeight))
      lines = names.map { name in
        let wrapped = style.font.wrapped(name, width: 140, size: TextSize.tick)
        return wrapped.count <= most ? wrapped : [name]
      }
      height = widest(lines)
    } else {
      lines = level
      height = Double(lines.map(\.count).max() ?? 1) * CategoryNames.lineHeight
    }
  }

  /// Draws the names below a box that the slots divide.
  func draw(below box: Box, on canvas: Canvas) {
    for (index, name) in lines.enumerated() {
      let center = box.x + (Double(index) + 0.5) * slot
      if isUpright {
        upright(name, around: center, y: box.bottom + 8, alignment: .right, on: canvas)
      } else {
        canvas.text(
          lines: name, at: CanvasPoint(x: center, y: box.bottom + 14), size: TextSize.tick, color: Ink.text,
          alignment: .center)
      }
    }
  }

  /// Draws the names above a box that the slots divide.
  func draw(above box: Box, on canvas: Canvas) {
    for (index, name) in lines.enumerated() {
      let center = box.x + (Double(index) + 0.5) * slot
      if isUpright {
        upright(name, around: center, y: box.y - 6, alignment: .left, on: canvas)
      } else {
        let first = box.y - 6 - (Double(name.count) - 0.5) * CategoryNames.lineHeight
        canvas.text(
          lines: name, at: CanvasPoint(x: center, y: first), size: TextSize.tick, color: Ink.text, alignment: .center)
      }
    }
  }

  private static let lineHeight = TextSize.tick * Canvas.lineHeight

  private func upright(
    _ lines: [String], around center: Double, y: Double, alignment: TextAlignment, on canvas: Canvas
  ) {
    for (index, line) in lines.enumerated() {
      let x = center + (Double(index) - Double(lines.count - 1) / 2) * CategoryNames.lineHeight
      canvas.text(
        line, at: CanvasPoint(x: x, y: y), size: TextSize.tick, color: Ink.text, alignment: alignment, isRotated: true)
    }
  }
}
