import Charts
import Imaging

/// One of every kind of chart, with names that are awkward to place.
enum ChartPictures {
  static let longName = "a rather long name that nobody shortened, with été, ε and ∞ in it"

  static func all(font: Font) -> [(name: String, image: Image)] {
    let style = ChartStyle(width: 720, decimalSeparator: ",", font: font)
    return [
      ("line", line(style).image()), ("panels", panels(style).image()),
      ("horizontal bars", bars(.horizontal, style).image()), ("vertical bars", bars(.vertical, style).image()),
      ("heat map", heatMap(style).image()), ("confusion matrix", confusion(style).image()),
      ("scatter", scatter(style).image()), ("grid", grid(style).image()),
    ]
  }

  static func line(_ style: ChartStyle) -> LineChart {
    LineChart(
      title: "\(longName), \(longName)", x: Axis(longName, scale: .logarithmic), y: .percent("\(longName) \(longName)"),
      series: [
        .init(longName, [DataPoint(x: 1, values: [0.2, 0.3]), DataPoint(x: 1_000_000, values: [0.9, 1])]),
        .init("second \(longName)", [DataPoint(x: 1, y: 0), DataPoint(x: 10, y: 1)]),
      ], annotations: [.init(x: 1_000_000, y: 1, text: "the very end of the line")], style: style)
  }

  static func panels(_ style: ChartStyle) -> LineChart {
    let points = (0..<50).map { DataPoint(x: Double($0), y: Double($0 * $0)) }
    return LineChart(
      title: "panels", x: Axis("steps"),
      panels: [
        .init(y: Axis("loss", scale: .logarithmic), series: [.init("a", points)]),
        .init(y: Axis("distance"), series: [.init("a", points.map { DataPoint(x: $0.x, y: -1e6 * $0.y) })]),
      ], style: style)
  }

  static func bars(_ orientation: BarChart.Orientation, _ style: ChartStyle) -> BarChart {
    BarChart(
      title: longName, categories: ["short", longName, "unbreakable_" + String(repeating: "x", count: 20)],
      value: .percent("\(longName), \(longName)"),
      series: [
        .init("first", [1, 0.5, nil], spreads: [0.95...1.1, 0.2...0.9, nil]), .init(longName, [0.001, -0.2, 0.00001]),
      ], orientation: orientation, style: style)
  }

  static func heatMap(_ style: ChartStyle) -> HeatMap {
    HeatMap(
      title: longName, rowTitle: "rows of it", columnTitle: longName, rows: ["a", longName],
      columns: [longName, "b", "c", "d", "e", "f", "g", "h"],
      values: [[0, 1, 2, nil, 4, 5, 6, 123_456.789], [.nan, -1, -2, -3, -4, -5, -6, -7]], valueLabel: longName,
      colors: .diverging, style: style)
  }

  static func confusion(_ style: ChartStyle) -> ConfusionMatrix {
    ConfusionMatrix(title: longName, classes: ["cat", "dog"], counts: [[1234, 0], [0, 0]], style: style)
  }

  static func scatter(_ style: ChartStyle) -> ScatterChart {
    ScatterChart(
      title: longName, x: Axis("cost"), y: Axis(longName),
      groups: [
        .init("corners", [.init(x: 0, y: 0, label: longName), .init(x: 1, y: 1, label: longName)]),
        .init(longName, [.init(x: 0, y: 0, label: "here too", radius: 9)]),
      ], style: style)
  }

  static func grid(_ style: ChartStyle) -> PictureGrid {
    PictureGrid(
      title: longName, columnHeadings: ["one", longName], rowHeadings: [longName],
      rows: [
        [.init(picture(1), caption: ["99.9 %", .bad(longName)]), .init(picture(2), frame: .good), .init(picture(3))]
      ],
      style: style)
  }

  /// A picture of 8-bit values that differ from pixel to pixel.
  static func picture(_ seed: Int) -> Image {
    Image(width: 17, height: 13, pixels: (0..<17 * 13 * 3).map { Float(($0 * 37 + seed * 71) % 256) / 255 })
  }
}
