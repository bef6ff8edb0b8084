import Foundation
import Imaging

/// A measured value with, where there are several runs, its spread.
public struct DataPoint: Sendable, Hashable {
  /// Where it was measured.
  public var x: Double
  /// The value, or the mean of several.
  public var y: Double
  /// From the lowest to the highest value, or the mean ± a standard deviation.
  public var spread: ClosedRange<Double>?

  /// A point, with its spread if it has one.
  public init(x: Double, y: Double, spread: ClosedRange<Double>? = nil) {
    self.x = x
    self.y = y
    self.spread = spread
  }

  /// The mean of several values ± their standard deviation (with n − 1).
  public init(x: Double, values: [Double]) {
    precondition(!values.isEmpty, "a mean needs at least one value")
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(max(values.count - 1, 1))).squareRoot()
    self.init(x: x, y: mean, spread: values.count > 1 ? mean - deviation...mean + deviation : nil)
  }
}

/// Lines over a common x axis, in one panel or in several below one another.
///
/// ```swift
/// let chart = LineChart(
///   title: "Fine-tuning needs few pictures", x: Axis("pictures per class", scale: .logarithmic),
///   y: .percent("test accuracy"),
///   series: [LineChart.Series("fine-tuned", [DataPoint(x: 5, values: [0.81, 0.84]), …])])
/// let image = chart.image()
/// ```
public struct LineChart: Chart {
  /// One line.
  public struct Series: Sendable {
    /// What the legend calls it; the same name has the same look in every panel.
    public var name: String
    /// Its points, from left to right.
    public var points: [DataPoint]
    /// Whether the points are marked; lines of many points are better without.
    public var hasMarkers: Bool

    /// A line through points.
    ///
    /// Points are marked when there are at most 20, unless told otherwise.
    public init(_ name: String, _ points: [DataPoint], hasMarkers: Bool? = nil) {
      self.name = name
      self.points = points
      self.hasMarkers = hasMarkers ?? (points.count <= 20)
    }
  }

  /// A remark at a point.
  public struct Annotation: Sendable {
    public var x: Double
    public var y: Double
    public var text: String

    public init(x: Double, y: Double, text: String) {
      self.x = x
      self.y = y
      self.text = text
    }
  }

  /// A value to compare with, such as what guessing would give: a thin line across the plot with its name at the right end.
  public struct Level: Sendable {
    public var y: Double
    public var name: String

    public init(_ y: Double, _ name: String) {
      self.y = y
      self.name = name
    }
  }

  /// One of the plots that share the x axis.
  public struct Panel: Sendable {
    /// Its own y axis.
    public var y: Axis
    public var series: [Series]
    public var annotations: [Annotation]
    /// Values to compare with.
    public var levels: [Level]

    public init(y: Axis, series: [Series], annotations: [Annotation] = [], levels: [Level] = []) {
      self.y = y
      self.series = series
      self.annotations = annotations
      self.levels = levels
    }
  }

  /// What the chart shows.
  public var title: String
  /// The common x axis.
  public var x: Axis
  /// The plots, from above.
  public var panels: [Panel]
  /// Height of each plot in pixels.
  public var panelHeight: Int
  public var style: ChartStyle

  /// A chart of several plots below one another; they are 320 pixels high, or 200 when there are several.
  public init(title: String = "", x: Axis, panels: [Panel], panelHeight: Int? = nil, style: ChartStyle = .standard) {
    precondition(!panels.isEmpty, "a line chart needs at least one panel")
    self.title = title
    self.x = x
    self.panels = panels
    self.panelHeight = panelHeight ?? (panels.count == 1 ? 320 : 200)
    self.style = style
  }

  /// A chart of one plot.
  public init(
    title: String = "", x: Axis, y: Axis, series: [Series], annotations: [Annotation] = [], levels: [Level] = [],
    height: Int? = nil, style: ChartStyle = .standard
  ) {
    let panel = Panel(y: y, series: series, annotations: annotations, levels: levels)
    self.init(title: title, x: x, panels: [panel], panelHeight: height, style: style)
  }
}
