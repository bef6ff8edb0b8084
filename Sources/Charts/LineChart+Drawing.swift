import Imaging

extension LineChart {
  /// The finished chart.
  public func image() -> Image {
    let width = Double(style.width)
    let header = Header(title: title, legend: legend, width: width, style: style)
    let plots = plots(below: header.height)
    let below = Plot.heightBelow(x, width: plots[0].box.width, style: style)
    let height = (plots.last?.box.bottom ?? 0) + below
    let canvas = Canvas(width: style.width, height: Int(height.rounded(.up)), font: style.font)
    header.draw(on: canvas)
    for (index, (plot, panel)) in zip(plots, panels).enumerated() {
      drawLabel(of: panel, above: plot, on: canvas)
      plot.drawAxes(on: canvas, showsX: index == plots.count - 1)
      draw(panel, in: plot, on: canvas)
    }
    return canvas.image
  }

  private var names: [String] {
    panels.flatMap(\.series).reduce(into: []) { names, series in
      if !names.contains(series.name) { names.append(series.name) }
    }
  }

  private var legend: [LegendEntry] {
    let all = panels.flatMap(\.series)
    guard names.count > 1 else { return [] }
    return names.enumerated().map { index, name in
      let hasMarkers = all.contains { $0.name == name && $0.hasMarkers }
      return LegendEntry(name: name, look: Look(index), sample: .line(hasMarkers: hasMarkers))
    }
  }

  private func look(of series: Series) -> Look {
    Look(names.firstIndex(of: series.name) ?? 0)
  }

  /// The plots with their places: all as wide, their left sides in one line.
  private func plots(below top: Double) -> [Plot] {
    let across = SettledAxis(x, values: panels.flatMap(\.series).flatMap(\.points).map(\.x), style: style)
    let upward = panels.map { panel in
      let points = panel.series.flatMap(\.points)
      let values =
        points.map(\.y) + points.flatMap { [$0.spread?.lowerBound, $0.spread?.upperBound].compactMap { $0 } }
      return SettledAxis(panel.y, values: values + panel.annotations.map(\.y) + panel.levels.map(\.y), style: style)
    }
    let left = (upward.map { Plot.widthLeft(of: $0, style: style) }.max() ?? 0).rounded(.up)
    let right = Plot.widthRight(of: across, style: style).rounded(.up)
    var y = top
    return zip(panels, upward).map { panel, axis in
      y += Double(labelLines(of: panel).count) * TextSize.label * Canvas.lineHeight + 8
      let box = Box(
        x: left, y: y.rounded(), width: Double(style.width) - left - right, height: Double(panelHeight))
      y = box.bottom + 18
      return Plot(box: box, x: across, y: axis, style: style)
    }
  }

  private func labelLines(of panel: Panel) -> [String] {
    panel.y.label.isEmpty
      ? [] : style.font.wrapped(panel.y.label, width: Double(style.width) - 2 * Ink.margin, size: TextSize.label)
  }

  private func drawLabel(of panel: Panel, above plot: Plot, on canvas: Canvas) {
    let lines = labelLines(of: panel)
    let first = plot.box.y - 8 - (Double(lines.count) - 0.5) * TextSize.label * Canvas.lineHeight
    canvas.text(lines: lines, at: CanvasPoint(x: Ink.margin, y: first), size: TextSize.label, color: Ink.text)
  }

  private func draw(_ panel: Panel, in plot: Plot, on canvas: Canvas) {
    let box = plot.box
    var obstacles: [CanvasPoint] = []
    drawLines(of: panel.levels, in: plot, on: canvas)
    canvas.clipped(to: Box(x: box.x - 1, y: box.y - 1, width: box.width + 2, height: box.height + 2)) {
      for series in panel.series {
        drawBand(series, in: plot, on: canvas)
      }
      for series in panel.series {
        let look = look(of: series)
        for run in runs(series.points.map { plot.point($0.x, $0.y) }) {
          canvas.line(run, width: 2.2, color: look.color, dashes: look.dashes)
          obstacles += samples(along: run)
        }
      }
    }
    for series in panel.series where series.hasMarkers || series.points.count == 1 {
      for point in series.points.compactMap({ plot.point($0.x, $0.y) }) where plot.contains(point) {
        canvas.mark(look(of: series).marker, at: point, radius: 4.2, color: look(of: series).color)
      }
    }
    drawNames(of: panel.levels, in: plot, on: canvas)
    drawAnnotations(panel.annotations, in: plot, avoiding: obstacles, on: canvas)
  }

  private func drawLines(of levels: [Level], in plot: Plot, on canvas: Canvas) {
    for level in levels {
      guard let up = plot.y.position(level.y), 0...1 ~= up else { continue }
      let y = crisp(plot.box.bottom - up * plot.box.height)
      canvas.line(
        [CanvasPoint(x: plot.box.x, y: y), CanvasPoint(x: plot.box.right, y: y)], width: 1.2, color: Ink.secondary,
        dashes: [2, 3])
    }
  }

  /// The names of levels at their right ends, above the line or, where that is too high, below it, on a ground that keeps
  /// them readable over other lines.
  private func drawNames(of levels: [Level], in plot: Plot, on canvas: Canvas) {
    for level in levels {
      guard let up = plot.y.position(level.y), 0...1 ~= up else { continue }
      let line = plot.box.bottom - up * plot.box.height
      let isBelow = line - plot.box.y < 20 || line < plot.box.bottom - 20 && isCrowded(above: level, in: plot)
      let width = style.font.width(of: level.name, size: TextSize.tick)
      let y = line + (isBelow ? 10 : -10)
      canvas.fill(
        Box(x: plot.box.right - width - 8, y: y - 8, width: width + 6, height: 16), color: Color.white.opacity(0.8))
      canvas.text(
        level.name, at: CanvasPoint(x: plot.box.right - 5, y: y), size: TextSize.tick, color: Ink.secondary,
        alignment: .right)
    }
  }

  /// Whether a line ends just above a level, where its name would stand.
  private func isCrowded(above level: Level, in plot: Plot) -> Bool {
    guard let line = plot.y.position(level.y) else { return false }
    return panels.flatMap(\.series).contains { series in
      series.points.last.flatMap { plot.y.position($0.y) }.map { (0...24) ~= ($0 - line) * plot.box.height } ?? false
    }
  }

  private func drawBand(_ series: Series, in plot: Plot, on canvas: Canvas) {
    let look = look(of: series)
    let spread = series.points.filter { $0.spread != nil }
    let lower = spread.compactMap { plot.point($0.x, max($0.spread?.lowerBound ?? $0.y, lowest(plot))) }
    let upper = spread.compactMap { plot.point($0.x, $0.spread?.upperBound ?? $0.y) }
    canvas.fill(upper + lower.reversed(), color: look.color.opacity(0.16))
  }

  /// What a band reaches down to when its end has no place on a logarithmic axis.
  private func lowest(_ plot: Plot) -> Double {
    plot.y.axis.scale == .logarithmic ? plot.y.lower : -.infinity
  }

  /// Unbroken stretches of a line, which has a gap where a point has no place.
  private func runs(_ points: [CanvasPoint?]) -> [[CanvasPoint]] {
    points.split(separator: nil).map { $0.compactMap { $0 } }
  }

  private func drawAnnotations(
    _ annotations: [Annotation], in plot: Plot, avoiding obstacles: [CanvasPoint], on canvas: Canvas
  ) {
    let own = annotations.compactMap { plot.point($0.x, $0.y) }.flatMap { point in
      [-6.0, 0, 6].flatMap { x in [-6.0, 0, 6].map { CanvasPoint(x: point.x + x, y: point.y + $0) } }
    }
    var placement = LabelPlacement(bounds: plot.box, obstacles: obstacles + own, style: style)
    for annotation in annotations {
      guard let point = plot.point(annotation.x, annotation.y), plot.contains(point) else { continue }
      let box = placement.place(annotation.text, beside: point, distance: 9, size: TextSize.tick)
      let near = CanvasPoint(x: min(max(point.x, box.x), box.right), y: min(max(point.y, box.y), box.bottom))
      canvas.line([point, near], width: 1, color: Ink.axis)
      canvas.strokeCircle(at: point, radius: 6.5, width: 1.3, color: Ink.text)
      canvas.text(
        annotation.text, at: CanvasPoint(x: box.x + 2, y: box.y + box.height / 2), size: TextSize.tick, color: Ink.text)
    }
  }
}
