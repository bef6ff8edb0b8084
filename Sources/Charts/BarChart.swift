import Foundation
import Imaging

/// Bars that compare categories, side by side for several series.
///
/// ```swift
/// BarChart(
///   title: "What the network sees", categories: ["cat", "dog", "fox"], value: .percent("probability"),
///   series: [BarChart.Series("original", [0.9, 0.08, 0.02]), BarChart.Series("attacked", [0.1, 0.85, 0.05])]
/// ).image()
/// ```
public struct BarChart: Chart {
  /// The bars of one kind, one for each category.
  public struct Series: Sendable {
    /// What the legend calls it.
    public var name: String
    /// One value for each category; nil leaves its place empty.
    public var values: [Double?]
    /// One spread for each category, drawn as an error bar.
    public var spreads: [ClosedRange<Double>?]

    /// A series, with spreads if it has them.
    public init(_ name: String, _ values: [Double?], spreads: [ClosedRange<Double>?] = []) {
      precondition(
        spreads.isEmpty || spreads.count == values.count, "\(values.count) values but \(spreads.count) spreads")
      self.name = name
      self.values = values
      self.spreads = spreads.isEmpty ? [ClosedRange<Double>?](repeating: nil, count: values.count) : spreads
    }
  }

  /// Which way the bars grow.
  public enum Orientation: Sendable, Hashable {
    /// To the right, with the names of the categories on the left: for long names and many categories.
    case horizontal
    /// Upwards, with the names below.
    case vertical
  }

  /// What the chart shows.
  public var title: String
  /// The names of the categories.
  public var categories: [String]
  /// What the categories are, written below bars that grow upwards; empty for none.
  public var categoryTitle: String
  /// The axis of the values; it starts at 0.
  public var value: Axis
  public var series: [Series]
  /// Which way the bars grow.
  public var orientation: Orientation
  /// Whether each bar has its value beside it.
  public var showsValues: Bool
  /// How the values beside the bars are written; as on the axis when left out.
  public var valueFormat: NumberFormat?
  public var style: ChartStyle

  /// A bar chart; every series needs one value for each category.
  public init(
    title: String = "", categories: [String], categoryTitle: String = "", value: Axis, series: [Series],
    orientation: Orientation = .horizontal, showsValues: Bool = true, valueFormat: NumberFormat? = nil,
    style: ChartStyle = .standard
  ) {
    precondition(!categories.isEmpty && !series.isEmpty, "a bar chart needs a category and a series")
    for one in series {
      precondition(
        one.values.count == categories.count,
        "\(categories.count) categories but \(one.values.count) values in \"\(one.name)\"")
    }
    self.title = title
    self.categories = categories
    self.categoryTitle = categoryTitle
    self.value = value
    self.series = series
    self.orientation = orientation
    self.showsValues = showsValues
    self.valueFormat = valueFormat
    self.style = style
  }

  /// The finished chart.
  public func image() -> Image {
    let names = series.enumerated().map { LegendEntry(name: $1.name, look: Look($0), sample: .bar) }
    let header = Header(
      title: title, legend: series.count > 1 ? names : [], width: Double(style.width), style: style)
    let values = series.flatMap { $0.values.compactMap { $0 } }
    let spreads = series.flatMap { $0.spreads.compactMap { $0 } }
    let axis = SettledAxis(
      value, values: values + spreads.map(\.lowerBound) + spreads.map(\.upperBound), includesZero: true, style: style)
    switch orientation {
    case .horizontal: return HorizontalBars(chart: self, header: header, axis: axis).image()
    case .vertical: return VerticalBars(chart: self, header: header, axis: axis).image()
    }
  }

  /// What stands beside a bar.
  func text(of bar: Double) -> String {
    let format = valueFormat ?? value.format
    let decimals = sharedDecimals(series.flatMap { $0.values.compactMap { $0 } }, format)
    let step = pow(10, -Double(decimals))
    // What is not zero is not written as zero.
    let isTiny = valueFormat == nil && bar > 0 && bar < step / 2
    return (isTiny ? "<\u{202F}" : "") + format.text(isTiny ? step : bar, decimals: decimals, style: style)
  }
}
