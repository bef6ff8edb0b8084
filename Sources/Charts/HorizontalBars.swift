import Imaging

/// Lays out and draws a bar chart whose bars grow to the right.
struct HorizontalBars {
  let chart: BarChart
  let header: Header
  let axis: SettledAxis

  func image() -> Image {
    let style = chart.style
    let nameLines = chart.categories.map {
      style.font.wrapped($0, width: Double(style.width) * 0.34, size: TextSize.label)
    }
    let names = nameLines.joined().map { style.font.width(of: $0, size: TextSize.label) }.max() ?? 0
    let left = (Ink.margin + names + 10).rounded(.up)
    let right = max(Plot.widthRight(of: axis, style: style), widestValue + 14).rounded(.up)
    let tallest = Double(nameLines.map(\.count).max() ?? 1) * TextSize.label * Canvas.lineHeight
    let slot = max(Double(chart.series.count) * thickness + 12, tallest + 6).rounded(.up)
    let box = Box(
      x: left, y: header.height + 4, width: Double(style.width) - left - right,
      height: slot * Double(chart.categories.count))
    let height = box.bottom + Plot.heightBelow(chart.value, width: box.width, style: style)
    let canvas = Canvas(width: style.width, height: Int(height.rounded(.up)), font: style.font)
    header.draw(on: canvas)
    let none = SettledAxis(Axis("", range: 0...1, ticks: []), values: [], style: style)
    let plot = Plot(box: box, x: axis, y: none, style: style)
    plot.drawAxes(on: canvas, showsX: true)
    for (index, lines) in nameLines.enumerated() {
      let top = box.y + Double(index) * slot
      let first = top + slot / 2 - Double(lines.count - 1) / 2 * TextSize.label * Canvas.lineHeight
      canvas.text(
        lines: lines, at: CanvasPoint(x: left - 10, y: first), size: TextSize.label, color: Ink.text, alignment: .right)
      drawBars(of: index, top: top + (slot - Double(chart.series.count) * thickness) / 2, in: plot, on: canvas)
    }
    if let zero = plot.point(0, 0)?.x {
      canvas.line(
        [CanvasPoint(x: crisp(zero), y: box.y), CanvasPoint(x: crisp(zero), y: box.bottom)], width: 1, color: Ink.axis)
    }
    return canvas.image
  }

  private var thickness: Double { chart.series.count == 1 ? 20 : 18 }

  private var widestValue: Double {
    guard chart.showsValues else { return 0 }
    let texts = chart.series.flatMap { $0.values.compactMap { $0.map(chart.text(of:)) } }
    return texts.map { chart.style.font.width(of: $0, size: TextSize.tick) }.max() ?? 0
  }

  private func drawBars(of category: Int, top: Double, in plot: Plot, on canvas: Canvas) {
    for (index, series) in chart.series.enumerated() {
      guard let value = series.values[category], let end = plot.point(value, 0)?.x, let zero = plot.point(0, 0)?.x
      else { continue }
      let y = top + Double(index) * thickness
      let bar = Box(x: min(zero, end), y: y + 1, width: abs(end - zero), height: thickness - 2)
      canvas.bar(bar, look: Look(index))
      var labelStart = max(end, zero) + 6
      if let spread = series.spreads[category], let from = plot.point(spread.lowerBound, 0)?.x,
        let to = plot.point(spread.upperBound, 0)?.x
      {
        canvas.errorBar(from: CanvasPoint(x: from, y: y + thickness / 2), to: CanvasPoint(x: to, y: y + thickness / 2))
        labelStart = max(labelStart, to + 7)
      }
      guard chart.showsValues else { continue }
      canvas.text(
        chart.text(of: value), at: CanvasPoint(x: labelStart, y: y + thickness / 2), size: TextSize.tick,
        color: Ink.text)
    }
  }
}

extension Canvas {
  /// Draws the line of an error bar along an axis, with a short stroke across each end.
  func errorBar(from start: CanvasPoint, to end: CanvasPoint) {
    let isUpright = abs(end.y - start.y) > abs(end.x - start.x)
    let (across, down) = isUpright ? (4.0, 0.0) : (0.0, 4.0)
    for (width, color) in [(3.4, Color.white), (1.4, Ink.text)] {
      line([start, end], width: width, color: color)
      for point in [start, end] {
        line(
          [CanvasPoint(x: point.x - across, y: point.y - down), CanvasPoint(x: point.x + across, y: point.y + down)],
          width: width, color: color)
      }
    }
  }
}
