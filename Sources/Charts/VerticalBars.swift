import Imaging

/// Lays out and draws a bar chart whose bars grow upwards.
struct VerticalBars {
  let chart: BarChart
  let header: Header
  let axis: SettledAxis

  func image() -> Image {
    let style = chart.style
    let left = Plot.widthLeft(of: axis, style: style).rounded(.up)
    let width = Double(style.width) - left - Ink.margin
    let slot = width / Double(chart.categories.count)
    let label = style.font.wrapped(
      chart.value.label, width: Double(style.width) - 2 * Ink.margin, size: TextSize.label)
    let labelHeight = Double(label.count) * TextSize.label * Canvas.lineHeight + 12
    let thickness = min(46, slot * 0.8 / Double(chart.series.count))
    let names = CategoryNames(chart.categories, slot: slot, style: style)
    let top = header.height + labelHeight + (hasUprightValues(thickness) ? widestValue : TextSize.tick) + 4
    let box = Box(x: left, y: top.rounded(), width: width, height: 280)
    // Values below the lowest bars must not reach the names.
    let hasBelow = chart.showsValues && chart.series.contains { $0.values.contains { ($0 ?? 0) < 0 } }
    let below = hasBelow ? (hasUprightValues(thickness) ? widestValue : TextSize.tick) + 4 : 0
    let categoryTitle = style.font.wrapped(chart.categoryTitle, width: width, size: TextSize.label)
    let titleHeight =
      chart.categoryTitle.isEmpty ? 0 : Double(categoryTitle.count) * TextSize.label * Canvas.lineHeight + 6
    let height = box.bottom + below + 10 + names.height + titleHeight + Ink.margin
    let canvas = Canvas(width: style.width, height: Int(height.rounded(.up)), font: style.font)
    header.draw(on: canvas)
    canvas.text(
      lines: label, at: CanvasPoint(x: Ink.margin, y: header.height + 8), size: TextSize.label, color: Ink.text)
    let none = SettledAxis(Axis("", range: 0...1, ticks: []), values: [], style: style)
    let plot = Plot(box: box, x: none, y: axis, style: style)
    plot.drawAxes(on: canvas, showsX: false, hasBaseline: false)
    for category in chart.categories.indices {
      let center = left + (Double(category) + 0.5) * slot
      drawBars(of: category, center: center, thickness: thickness, in: plot, on: canvas)
    }
    if let zero = plot.point(0, 0)?.y {
      canvas.line(
        [CanvasPoint(x: box.x, y: crisp(zero)), CanvasPoint(x: box.right, y: crisp(zero))], width: 1, color: Ink.axis)
    }
    names.draw(below: Box(x: box.x, y: box.y, width: box.width, height: box.height + below), on: canvas)
    if !chart.categoryTitle.isEmpty {
      let first = box.bottom + below + 10 + names.height + 12
      canvas.text(
        lines: categoryTitle, at: CanvasPoint(x: box.x + width / 2, y: first), size: TextSize.label, color: Ink.text,
        alignment: .center)
    }
    return canvas.image
  }

  private var widestValue: Double {
    guard chart.showsValues else { return 0 }
    let texts = chart.series.flatMap { $0.values.compactMap { $0.map(chart.text(of:)) } }
    return texts.map { chart.style.font.width(of: $0, size: TextSize.tick) }.max() ?? 0
  }

  /// Values that are wider than their bars stand upright, so that neighbours do not touch.
  private func hasUprightValues(_ thickness: Double) -> Bool {
    chart.series.count > 1 && widestValue + 4 > thickness
  }

  private func drawBars(of category: Int, center: Double, thickness: Double, in plot: Plot, on canvas: Canvas) {
    let isUpright = hasUprightValues(thickness)
    for (index, series) in chart.series.enumerated() {
      guard let value = series.values[category], let end = plot.point(0, value)?.y, let zero = plot.point(0, 0)?.y
      else { continue }
      let x = center + (Double(index) - Double(chart.series.count) / 2) * thickness
      let bar = Box(x: x + 1, y: min(zero, end), width: thickness - 2, height: abs(end - zero))
      canvas.bar(bar, look: Look(index))
      let isBelow = end > zero
      var labelEnd = isBelow ? end + 5 : end - 5
      let middle = x + thickness / 2
      if let spread = series.spreads[category], let from = plot.point(0, spread.lowerBound)?.y,
        let to = plot.point(0, spread.upperBound)?.y
      {
        canvas.errorBar(from: CanvasPoint(x: middle, y: from), to: CanvasPoint(x: middle, y: to))
        labelEnd = isBelow ? max(labelEnd, from + 6) : min(labelEnd, to - 6)
      }
      guard chart.showsValues else { continue }
      let text = chart.text(of: value)
      canvas.text(
        text, at: CanvasPoint(x: middle, y: isUpright ? labelEnd : labelEnd + (isBelow ? 5 : -5)), size: TextSize.tick,
        color: Ink.text, alignment: isUpright ? (isBelow ? .right : .left) : .center, isRotated: isUpright)
    }
  }
}
