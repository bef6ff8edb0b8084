import Imaging

/// What the legend shows for one series.
struct LegendEntry {
  /// How the series is drawn.
  enum Sample {
    case line(hasMarkers: Bool)
    case marker
    case bar
  }

  let name: String
  let look: Look
  let sample: Sample
}

/// The title and, below it, the legend, both broken into as many lines as they need.
///
/// The legend stands above the plot so that it can never cover data.
struct Header {
  /// Height in pixels, with the distance to what follows.
  let height: Double

  private let style: ChartStyle
  private let titleLines: [String]
  private let rows: [[(entry: LegendEntry, x: Double)]]

  init(title: String, legend: [LegendEntry] = [], width: Double, style: ChartStyle) {
    self.style = style
    titleLines =
      title.isEmpty
      ? [] : style.font.wrapped(title, width: width - 2 * Ink.margin, size: TextSize.title, weight: .bold)
    rows = Header.flow(legend, width: width, style: style)
    height =
      Ink.margin + Double(titleLines.count) * TextSize.title * Canvas.lineHeight
      + Double(rows.count) * Header.rowHeight + (titleLines.isEmpty ? 0 : 6) + (rows.isEmpty ? 0 : 8)
  }

  func draw(on canvas: Canvas) {
    let top = Ink.margin + TextSize.title / 2
    canvas.text(
      lines: titleLines, at: CanvasPoint(x: Ink.margin, y: top), size: TextSize.title, weight: .bold, color: Ink.text)
    var y = Ink.margin + Double(titleLines.count) * TextSize.title * Canvas.lineHeight + 6 + Header.rowHeight / 2
    for row in rows {
      for (entry, x) in row {
        draw(entry, x: x, y: y.rounded() + 0.5, on: canvas)
      }
      y += Header.rowHeight
    }
  }

  private static let rowHeight = 22.0
  private static let gap = 24.0

  private static func sampleWidth(_ entry: LegendEntry) -> Double {
    switch entry.sample {
    case .line: 40
    case .marker: 18
    case .bar: 26
    }
  }

  private static func flow(
    _ entries: [LegendEntry], width: Double, style: ChartStyle
  ) -> [[(entry: LegendEntry, x: Double)]] {
    var rows: [[(entry: LegendEntry, x: Double)]] = []
    var x = 0.0
    for entry in entries {
      let entryWidth = sampleWidth(entry) + style.font.width(of: entry.name, size: TextSize.label)
      if rows.isEmpty || x + entryWidth > width - Ink.margin {
        rows.append([])
        x = Ink.margin
      }
      rows[rows.count - 1].append((entry, x))
      x += entryWidth + gap
    }
    return rows
  }

  private func draw(_ entry: LegendEntry, x: Double, y: Double, on canvas: Canvas) {
    let look = entry.look
    switch entry.sample {
    case .line(let hasMarkers):
      canvas.line(
        [CanvasPoint(x: x, y: y), CanvasPoint(x: x + 34, y: y)], width: 2, color: look.color, dashes: look.dashes)
      if hasMarkers { canvas.mark(look.marker, at: CanvasPoint(x: x + 17, y: y), radius: 4, color: look.color) }
    case .marker: canvas.mark(look.marker, at: CanvasPoint(x: x + 6, y: y), radius: 5, color: look.color)
    case .bar: canvas.bar(Box(x: x, y: y - 6.5, width: 20, height: 13), look: look)
    }
    canvas.text(
      entry.name, at: CanvasPoint(x: x + Header.sampleWidth(entry), y: y), size: TextSize.label, color: Ink.text)
  }
}
