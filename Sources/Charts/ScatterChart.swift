import Imaging

/// Points in a plane, in groups that differ by colour and marker.
///
/// ```swift
/// ScatterChart(
///   title: "Accuracy against cost", x: Axis("multiplications (millions)", scale: .logarithmic), y: .percent("accuracy"),
///   groups: [ScatterChart.Group("shipped", [ScatterChart.Mark(x: 12, y: 0.98, label: "mini-vgg")])]
/// ).image()
/// ```
public struct ScatterChart: Chart {
  /// One point.
  public struct Mark: Sendable, Hashable {
    /// Along the x axis.
    public var x: Double
    /// Along the y axis.
    public var y: Double
    /// A name written beside it; empty for none.
    public var label: String
    /// Radius in pixels.
    public var radius: Double
    /// From the lowest to the highest value upwards, or the mean ± a standard deviation, drawn as an error bar.
    public var spread: ClosedRange<Double>?

    public init(
      x: Double, y: Double, label: String = "", radius: Double = 4, spread: ClosedRange<Double>? = nil
    ) {
      self.x = x
      self.y = y
      self.label = label
      self.radius = radius
      self.spread = spread
    }
  }

  /// Points that belong together.
  public struct Group: Sendable {
    /// What the legend calls them.
    public var name: String
    public var marks: [Mark]

    public init(_ name: String, _ marks: [Mark]) {
      self.name = name
      self.marks = marks
    }
  }

  /// What the chart shows.
  public var title: String
  /// The axis across.
  public var x: Axis
  /// The axis upwards.
  public var y: Axis
  public var groups: [Group]
  /// Height of the plot in pixels.
  public var plotHeight: Int
  public var style: ChartStyle

  /// A chart of groups of points.
  public init(
    title: String = "", x: Axis, y: Axis, groups: [Group], plotHeight: Int = 420, style: ChartStyle = .standard
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.groups = groups
    self.plotHeight = plotHeight
    self.style = style
  }

  /// The finished chart.
  public func image() -> Image {
    let width = Double(style.width)
    let legend = groups.enumerated().map { LegendEntry(name: $1.name, look: Look($0), sample: .marker) }
    let header = Header(title: title, legend: groups.count > 1 ? legend : [], width: width, style: style)
    let marks = groups.flatMap(\.marks)
    let across = SettledAxis(x, values: marks.map(\.x), startsAtZero: false, style: style)
    let spreads = marks.compactMap(\.spread).flatMap { [$0.lowerBound, $0.upperBound] }
    let upward = SettledAxis(y, values: marks.map(\.y) + spreads, startsAtZero: false, style: style)
    let left = Plot.widthLeft(of: upward, style: style).rounded(.up)
    let right = Plot.widthRight(of: across, style: style).rounded(.up)
    let label = y.label.isEmpty ? [] : style.font.wrapped(y.label, width: width - 2 * Ink.margin, size: TextSize.label)
    let labelHeight = Double(label.count) * TextSize.label * Canvas.lineHeight + 8
    let box = Box(
      x: left, y: (header.height + labelHeight).rounded(), width: width - left - right, height: Double(plotHeight))
    let height = box.bottom + Plot.heightBelow(x, width: box.width, style: style)
    let canvas = Canvas(width: style.width, height: Int(height.rounded(.up)), font: style.font)
    let plot = Plot(box: box, x: across, y: upward, style: style)
    header.draw(on: canvas)
    canvas.text(
      lines: label, at: CanvasPoint(x: Ink.margin, y: header.height + 8), size: TextSize.label, color: Ink.text)
    plot.drawAxes(on: canvas, showsX: true)
    draw(in: plot, on: canvas)
    return canvas.image
  }

  /// How far a mark stands aside, in pixels: marks with different names at one x stand side by side, so that none hides
  /// another, the same name at the same place in every group.
  private func shift(of mark: Mark) -> Double {
    let neighbours = groups.flatMap(\.marks).filter { $0.x == mark.x }
    var names: [String] = []
    for neighbour in neighbours where !names.contains(neighbour.label) { names.append(neighbour.label) }
    guard names.count > 1, let place = names.firstIndex(of: mark.label) else { return 0 }
    let radius = neighbours.map(\.radius).max() ?? 0
    return (Double(place) - Double(names.count - 1) / 2) * 2.4 * radius
  }

  private func draw(in plot: Plot, on canvas: Canvas) {
    let placed = groups.enumerated().flatMap { index, group in
      group.marks.compactMap { mark in
        plot.point(mark.x, mark.y).map {
          (mark: mark, point: CanvasPoint(x: $0.x + shift(of: mark), y: $0.y), look: Look(index))
        }
      }
    }.filter { plot.contains($0.point) }
    for (mark, point, _) in placed {
      guard let spread = mark.spread, let from = plot.point(mark.x, spread.lowerBound),
        let to = plot.point(mark.x, spread.upperBound)
      else { continue }
      canvas.errorBar(from: CanvasPoint(x: point.x, y: from.y), to: CanvasPoint(x: point.x, y: to.y))
    }
    for (mark, point, look) in placed {
      canvas.mark(look.marker, at: point, radius: mark.radius, color: look.color)
    }
    let obstacles = placed.flatMap { item in
      [(0.0, 0.0), (1, 0), (-1, 0), (0, 1), (0, -1)].map {
        CanvasPoint(x: item.point.x + $0 * item.mark.radius, y: item.point.y + $1 * item.mark.radius)
      }
    }
    let bars = placed.flatMap { item -> [CanvasPoint] in
      guard let spread = item.mark.spread, let low = plot.point(item.mark.x, spread.lowerBound)?.y,
        let high = plot.point(item.mark.x, spread.upperBound)?.y
      else { return [] }
      return stride(from: high, through: low, by: 6).map { CanvasPoint(x: item.point.x, y: $0) }
    }
    var placement = LabelPlacement(bounds: plot.box, obstacles: obstacles + bars, style: style)
    for (mark, point, _) in placed where !mark.label.isEmpty {
      let box = placement.place(mark.label, beside: point, distance: mark.radius + 4, size: TextSize.tick)
      let near = CanvasPoint(x: min(max(point.x, box.x), box.right), y: min(max(point.y, box.y), box.bottom))
      let (across, upward) = (near.x - point.x, near.y - point.y)
      if (across * across + upward * upward).squareRoot() > mark.radius + 12 {
        canvas.line([point, near], width: 1, color: Ink.axis)
      }
      canvas.text(
        mark.label, at: CanvasPoint(x: box.x + 2, y: box.y + box.height / 2), size: TextSize.tick, color: Ink.text)
    }
  }
}
