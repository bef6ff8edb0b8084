import Imaging

/// How the lines with bars below pictures are laid out: names on the left, bars that all begin in one line, and what the
/// bars stand for on the right.
struct CaptionBars {
  private let nameWidth: Double
  private let valueWidth: Double

  init(_ grid: PictureGrid) {
    let lines = grid.rows.joined().compactMap { $0 }.flatMap(\.caption)
    func widest(_ texts: [String]) -> Double {
      texts.map { grid.style.font.width(of: $0, size: TextSize.tick, weight: .bold) }.max() ?? 0
    }
    nameWidth = widest(lines.filter { $0.bar != nil }.map(\.text))
    valueWidth = widest(lines.compactMap(\.bar?.value))
  }

  /// The width of a column in which the longest bar is still long enough to be compared.
  var leastWidth: Double { nameWidth + valueWidth + 2 * CaptionBars.gap + 56 }

  private static let gap = 7.0

  /// Draws one line, its middle at `y`.
  func draw(
    _ line: PictureGrid.Caption, between extent: (left: Double, right: Double), y: Double, on canvas: Canvas
  ) {
    guard let bar = line.bar else { return }
    let start = extent.left + nameWidth + CaptionBars.gap
    let end = extent.right - valueWidth - CaptionBars.gap
    canvas.text(
      line.text, at: CanvasPoint(x: start - CaptionBars.gap, y: y), size: TextSize.tick, weight: line.weight,
      color: line.color, alignment: .right)
    let top = y.rounded() - 5
    canvas.fill(Box(x: start, y: top, width: end - start, height: 10), color: Ink.grid)
    let length = min(max(bar.share, 0), 1) * (end - start)
    canvas.fill(Box(x: start, y: top, width: length, height: 10), color: line.barColor)
    canvas.text(
      bar.value, at: CanvasPoint(x: extent.right, y: y), size: TextSize.tick, weight: line.weight, color: line.color,
      alignment: .right)
  }
}

extension PictureGrid.Caption {
  /// The colour of the line's bar: strong lines stand out.
  fileprivate var barColor: Color {
    switch emphasis {
    case .plain, .strong: Color(0x0072B2)
    case .muted: Color(0x9A9A9A)
    case .good, .bad: color
    }
  }
}
