import Imaging

/// A rectangle with two axes, on which values have places.
struct Plot {
  /// Where the data go.
  let box: Box
  let x: SettledAxis
  let y: SettledAxis
  let style: ChartStyle

  /// The place of a pair of values, nil when an axis has none for it.
  func point(_ xValue: Double, _ yValue: Double) -> CanvasPoint? {
    guard let across = x.position(xValue), let up = y.position(yValue) else { return nil }
    return CanvasPoint(x: box.x + across * box.width, y: box.bottom - up * box.height)
  }

  /// Whether a point lies in the rectangle, its border included.
  func contains(_ point: CanvasPoint) -> Bool {
    point.x >= box.x - 1 && point.x <= box.right + 1 && point.y >= box.y - 1 && point.y <= box.bottom + 1
  }

  /// Draws the grid, the ticks with their numbers and the line below; the numbers of x and the line below only where asked
  /// for. A plane without any numbers has a frame instead, in which no side is an axis.
  func drawAxes(on canvas: Canvas, showsX: Bool, hasBaseline: Bool = true) {
    for value in x.minorTicks { gridLine(x: value, on: canvas, color: Ink.grid.mixed(with: .white, share: 0.55)) }
    for value in y.minorTicks { gridLine(y: value, on: canvas, color: Ink.grid.mixed(with: .white, share: 0.55)) }
    for tick in x.ticks { gridLine(x: tick.value, on: canvas, color: Ink.grid) }
    for tick in y.ticks { gridLine(y: tick.value, on: canvas, color: Ink.grid) }
    if x.ticks.isEmpty, y.ticks.isEmpty {
      let sides = Box(x: crisp(box.x), y: crisp(box.y), width: box.width - 1, height: box.height - 1)
      let corners = [
        CanvasPoint(x: sides.x, y: sides.y), CanvasPoint(x: sides.right, y: sides.y),
        CanvasPoint(x: sides.right, y: sides.bottom), CanvasPoint(x: sides.x, y: sides.bottom),
      ]
      canvas.line(corners + [corners[0]], width: 1, color: Ink.axis)
    } else if hasBaseline {
      canvas.line(
        [CanvasPoint(x: box.x, y: box.bottom + 0.5), CanvasPoint(x: box.right, y: box.bottom + 0.5)], width: 1,
        color: Ink.axis)
    }
    for tick in y.ticks {
      guard let up = y.position(tick.value) else { continue }
      canvas.text(
        tick.text, at: CanvasPoint(x: box.x - 8, y: crisp(box.bottom - up * box.height)), size: TextSize.tick,
        color: Ink.secondary, alignment: .right)
    }
    if showsX { drawXLabels(on: canvas) }
  }

  /// The numbers below the x axis, as many as fit beside one another, and the axis label.
  private func drawXLabels(on canvas: Canvas) {
    var free = -Double.infinity
    for tick in x.ticks {
      guard let across = x.position(tick.value) else { continue }
      let place = crisp(box.x + across * box.width)
      canvas.line(
        [CanvasPoint(x: place, y: box.bottom), CanvasPoint(x: place, y: box.bottom + 5)], width: 1, color: Ink.axis)
      let half = style.font.width(of: tick.text, size: TextSize.tick) / 2
      guard place - half > free else { continue }
      free = place + half + 8
      canvas.text(
        tick.text, at: CanvasPoint(x: place, y: box.bottom + 15), size: TextSize.tick, color: Ink.secondary,
        alignment: .center)
    }
    canvas.text(
      lines: Plot.wrappedLabel(x.axis.label, width: box.width, style: style),
      at: CanvasPoint(x: box.x + box.width / 2, y: box.bottom + 37), size: TextSize.label, color: Ink.text,
      alignment: .center
    )
  }

  /// The height below a plot that the numbers and the label of its x axis need.
  static func heightBelow(_ axis: Axis, width: Double, style: ChartStyle) -> Double {
    let lines = axis.label.isEmpty ? 0 : wrappedLabel(axis.label, width: width, style: style).count
    return (lines == 0 ? 24 : 30 + Double(lines) * TextSize.label * Canvas.lineHeight) + Ink.margin - 6
  }

  /// The width left of a plot that the numbers of its y axis need.
  static func widthLeft(of axis: SettledAxis, style: ChartStyle) -> Double {
    Ink.margin + 10 + (axis.ticks.map { style.font.width(of: $0.text, size: TextSize.tick) }.max() ?? 0)
  }

  /// The width right of a plot that keeps the last number of its x axis whole.
  static func widthRight(of axis: SettledAxis, style: ChartStyle) -> Double {
    max(Ink.margin, 8 + (axis.ticks.map { style.font.width(of: $0.text, size: TextSize.tick) }.max() ?? 0) / 2)
  }

  private static func wrappedLabel(_ text: String, width: Double, style: ChartStyle) -> [String] {
    text.isEmpty ? [] : style.font.wrapped(text, width: width, size: TextSize.label)
  }

  private func gridLine(x value: Double, on canvas: Canvas, color: Color) {
    guard let across = x.position(value) else { return }
    let place = crisp(box.x + across * box.width)
    canvas.line([CanvasPoint(x: place, y: box.y), CanvasPoint(x: place, y: box.bottom)], width: 1, color: color)
  }

  private func gridLine(y value: Double, on canvas: Canvas, color: Color) {
    guard let up = y.position(value) else { return }
    let place = crisp(box.bottom - up * box.height)
    canvas.line([CanvasPoint(x: box.x, y: place), CanvasPoint(x: box.right, y: place)], width: 1, color: color)
  }
}

/// The middle of the pixel in which a coordinate lies, where a thin line is crisp.
func crisp(_ coordinate: Double) -> Double {
  coordinate.rounded(.down) + 0.5
}
