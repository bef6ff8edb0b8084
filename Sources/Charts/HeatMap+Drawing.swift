import Imaging

extension HeatMap {
  /// The finished table.
  public func image() -> Image {
    let layout = HeatMapLayout(self)
    let canvas = Canvas(width: layout.width, height: layout.height, font: style.font)
    layout.header.draw(on: canvas)
    drawNames(layout, on: canvas)
    for row in rows.indices {
      for column in columns.indices {
        drawCell(row, column, in: layout.cell(row, column), textSize: layout.textSize, on: canvas)
      }
    }
    drawColorBar(layout, on: canvas)
    return canvas.image
  }

  /// Digits after the separator, the same in all cells.
  private var decimals: Int { sharedDecimals(values.joined().compactMap { $0 }, format) }

  /// What a cell says.
  func lines(_ row: Int, _ column: Int) -> [String] {
    if let cellTexts { return cellTexts[row][column] }
    return [values[row][column].map { format.text($0, decimals: decimals, style: style) } ?? "–"]
  }

  private func drawNames(_ layout: HeatMapLayout, on canvas: Canvas) {
    let box = layout.table
    if !columnTitle.isEmpty {
      canvas.text(
        columnTitle, at: CanvasPoint(x: box.x, y: layout.header.height + 8), size: TextSize.label, weight: .bold,
        color: Ink.text)
    }
    if !rowTitle.isEmpty {
      canvas.text(
        rowTitle, at: CanvasPoint(x: box.x - 10, y: box.y - 14), size: TextSize.label, weight: .bold, color: Ink.text,
        alignment: .right)
    }
    layout.columnNames.draw(above: box, on: canvas)
    for (row, lines) in layout.rowNames.enumerated() {
      let cell = layout.cell(row, 0)
      let first = cell.y + cell.height / 2 - Double(lines.count - 1) / 2 * TextSize.tick * Canvas.lineHeight
      canvas.text(
        lines: lines, at: CanvasPoint(x: box.x - 10, y: first), size: TextSize.tick, color: Ink.text, alignment: .right)
    }
  }

  private func drawCell(_ row: Int, _ column: Int, in box: Box, textSize: Double, on canvas: Canvas) {
    let inner = Box(x: box.x + 0.5, y: box.y + 0.5, width: box.width - 1, height: box.height - 1)
    let color = ground(row, column)
    canvas.fill(inner, color: color)
    let lines = lines(row, column)
    let first = box.y + box.height / 2 - Double(lines.count - 1) / 2 * textSize * Canvas.lineHeight
    canvas.text(
      lines: lines, at: CanvasPoint(x: box.x + box.width / 2, y: first), size: textSize,
      color: color.readableInk, alignment: .center)
  }

  /// The colour of a cell.
  func ground(_ row: Int, _ column: Int) -> Color {
    guard let value = values[row][column], value.isFinite else { return Color(0xF3F3F3) }
    let range = settledRange
    return colors.color(at: (value - range.lowerBound) / (range.upperBound - range.lowerBound))
  }

  private func drawColorBar(_ layout: HeatMapLayout, on canvas: Canvas) {
    let bar = layout.colorBar
    let range = settledRange
    for y in 0..<Int(bar.height) {
      let share = 1 - (Double(y) + 0.5) / bar.height
      canvas.fill(Box(x: bar.x, y: bar.y + Double(y), width: bar.width, height: 1), color: colors.color(at: share))
    }
    let axis = SettledAxis(Axis("", range: range, format: format), values: [], style: style)
    for tick in axis.ticks {
      guard let up = axis.position(tick.value) else { continue }
      let y = crisp(min(bar.bottom - up * bar.height, bar.bottom - 1))
      canvas.line([CanvasPoint(x: bar.right, y: y), CanvasPoint(x: bar.right + 4, y: y)], width: 1, color: Ink.axis)
      canvas.text(tick.text, at: CanvasPoint(x: bar.right + 8, y: y), size: TextSize.tick, color: Ink.secondary)
    }
    let first = bar.y - 17 - Double(layout.barLabel.count - 1) * TextSize.tick * Canvas.lineHeight
    canvas.text(lines: layout.barLabel, at: CanvasPoint(x: bar.x, y: first), size: TextSize.tick, color: Ink.secondary)
  }
}

/// Where the parts of a heat map stand.
struct HeatMapLayout {
  let width: Int
  let height: Int
  let header: Header
  let table: Box
  let colorBar: Box
  let columnNames: CategoryNames
  let rowNames: [[String]]
  let barLabel: [String]
  let textSize: Double
  private let cellWidth: Double
  private let cellHeight: Double

  init(_ map: HeatMap) {
    let font = map.style.font
    let full = Double(map.style.width)
    let barSpace = 130.0
    header = Header(title: map.title, width: full, style: map.style)
    rowNames = map.rows.map { font.wrapped($0, width: full * 0.25, size: TextSize.tick) }
    let names = rowNames.joined().map { font.width(of: $0, size: TextSize.tick) }.max() ?? 0
    let rowTitle = font.width(of: map.rowTitle, size: TextSize.label, weight: .bold)
    let left = (Ink.margin + max(names, rowTitle) + 10).rounded(.up)

    let texts = map.rows.indices.flatMap { row in map.columns.indices.map { map.lines(row, $0) } }
    let slot = (full - left - barSpace - Ink.margin - 24) / Double(map.columns.count)
    let widest = texts.joined().map { font.width(of: $0, size: TextSize.label) }.max() ?? 0
    // Cells grow beyond the width of the style rather than shrink their text below 11 pixels.
    cellWidth = max(min(max(slot, 22), 104), widest * 11 / TextSize.label + 6).rounded(.down)
    textSize = min(TextSize.label, max(10.5, TextSize.label * (cellWidth - 6) / max(widest, 1)))
    let lineCount = Double(texts.map(\.count).max() ?? 1)
    let nameLines = Double(rowNames.map(\.count).max() ?? 1)
    cellHeight = max(
      lineCount * textSize * Canvas.lineHeight + 14, nameLines * TextSize.tick * Canvas.lineHeight + 6, 30
    ).rounded()

    columnNames = CategoryNames(map.columns, slot: cellWidth, style: map.style)
    barLabel = font.wrapped(map.valueLabel, width: barSpace, size: TextSize.tick)
    let titleHeight = map.columnTitle.isEmpty ? 0 : TextSize.label * Canvas.lineHeight + 6
    let aboveTable = max(
      columnNames.height + titleHeight + 10, Double(barLabel.count) * TextSize.tick * Canvas.lineHeight + 13,
      map.rowTitle.isEmpty ? 0 : 24)
    table = Box(
      x: left, y: (header.height + aboveTable).rounded(), width: cellWidth * Double(map.columns.count),
      height: cellHeight * Double(map.rows.count))
    colorBar = Box(x: table.right + 24, y: table.y, width: 16, height: max(table.height, 60))
    let labels = barLabel.map { font.width(of: $0, size: TextSize.tick) }.max() ?? 0
    let columnTitle = font.width(of: map.columnTitle, size: TextSize.label, weight: .bold)
    let right = max(colorBar.x + max(labels, barSpace - 24), table.x + columnTitle) + Ink.margin
    let title = font.width(of: map.title, size: TextSize.title, weight: .bold) + 2 * Ink.margin + 2
    width = Int(max(right, min(title, full)).rounded(.up))
    height = Int((max(table.bottom, colorBar.bottom) + Ink.margin + 6).rounded(.up))
  }

  func cell(_ row: Int, _ column: Int) -> Box {
    Box(
      x: table.x + Double(column) * cellWidth, y: table.y + Double(row) * cellHeight, width: cellWidth,
      height: cellHeight)
  }
}
