import Imaging

/// A table of numbers, each in a cell whose colour shows how large it is.
///
/// ```swift
/// HeatMap(
///   title: "Distance between styles", rows: styles, columns: styles, values: distances,
///   valueLabel: "maximum mean discrepancy"
/// ).image()
/// ```
public struct HeatMap: Chart {
  /// What the table shows.
  public var title: String
  /// What the rows stand for: "true class".
  public var rowTitle: String
  /// What the columns stand for: "predicted class".
  public var columnTitle: String
  public var rows: [String]
  public var columns: [String]
  /// Rows of values; nil leaves a cell empty.
  public var values: [[Double?]]
  /// Lines of text in each cell; the value alone when left out.
  public var cellTexts: [[[String]]]?
  /// The quantity and its unit, written at the colour bar.
  public var valueLabel: String
  /// How values are written.
  public var format: NumberFormat
  /// The values of the first and last colour; taken from the data when left out.
  public var range: ClosedRange<Double>?
  public var colors: ColorScale
  public var style: ChartStyle

  /// A table; `values` holds one row for each of `rows`, with one value for each of `columns`.
  public init(
    title: String = "", rowTitle: String = "", columnTitle: String = "", rows: [String], columns: [String],
    values: [[Double?]], cellTexts: [[[String]]]? = nil, valueLabel: String, format: NumberFormat = .number(),
    range: ClosedRange<Double>? = nil, colors: ColorScale = .sequential, style: ChartStyle = .standard
  ) {
    precondition(!rows.isEmpty && !columns.isEmpty, "a heat map needs a row and a column")
    precondition(
      values.count == rows.count && values.allSatisfy { $0.count == columns.count },
      "a heat map of \(rows.count)x\(columns.count) needs as many values, not \(values.map(\.count))")
    self.title = title
    self.rowTitle = rowTitle
    self.columnTitle = columnTitle
    self.rows = rows
    self.columns = columns
    self.values = values
    self.cellTexts = cellTexts
    self.valueLabel = valueLabel
    self.format = format
    self.range = range
    self.colors = colors
    self.style = style
  }

  /// The values of the first and the last colour; around zero they are equally far for a diverging scale.
  var settledRange: ClosedRange<Double> {
    if let range, range.lowerBound < range.upperBound { return range }
    let all = values.joined().compactMap { $0 }.filter(\.isFinite)
    guard let low = all.min(), let high = all.max() else { return 0...1 }
    if colors == .diverging {
      let reach = max(abs(low), abs(high))
      return reach > 0 ? -reach...reach : -1...1
    }
    return low < high ? low...high : low...low + 1
  }
}

/// How often each class was taken for each other one, counted and as a share of its row.
public struct ConfusionMatrix: Chart {
  /// What the matrix shows.
  public var title: String
  public var classes: [String]
  /// `counts[t][p]`: how many pictures of class t were taken for class p.
  public var counts: [[Int]]
  /// Words for the rows.
  public var trueTitle: String
  /// Words for the columns.
  public var predictedTitle: String
  /// Words for the colour bar.
  public var shareLabel: String
  public var style: ChartStyle

  /// A matrix of counts, one row and one column for each class.
  public init(
    title: String = "", classes: [String], counts: [[Int]], trueTitle: String = "true class",
    predictedTitle: String = "predicted class", shareLabel: String = "share of the true class",
    style: ChartStyle = .standard
  ) {
    self.title = title
    self.classes = classes
    self.counts = counts
    self.trueTitle = trueTitle
    self.predictedTitle = predictedTitle
    self.shareLabel = shareLabel
    self.style = style
  }

  /// The finished matrix: each cell has its count and, where there is room, its share of the row.
  public func image() -> Image {
    let shares = counts.map { row in
      let sum = row.reduce(0, +)
      return row.map { sum > 0 ? Double($0) / Double(sum) : nil }
    }
    let texts = zip(counts, shares).map { row, rowShares in
      zip(row, rowShares).map { count, share in
        classes.count > 10 || count == 0
          ? [count == 0 && classes.count > 10 ? "·" : "\(count)"]
          : ["\(count)", share.map { NumberFormat.percent(decimals: 0).text($0, style: style) } ?? ""]
      }
    }
    return HeatMap(
      title: title, rowTitle: trueTitle, columnTitle: predictedTitle, rows: classes, columns: classes, values: shares,
      cellTexts: texts, valueLabel: shareLabel, format: .percent(), range: 0...1, style: style
    ).image()
  }
}
