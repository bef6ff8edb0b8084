import Autograd
import Charts
import Foundation
import Imaging

/// A square of numbers, as it is written on paper.
struct NumberTable: Sendable {
  /// What stands above it.
  var heading = ""
  /// The numbers, row by row.
  let rows: [[Float]]
  /// Rows and columns with a frame around them; nil for none.
  var marked: (rows: Range<Int>, columns: Range<Int>)?
  /// Whether the numbers are of a picture, from 0, black, to 1, white; others are coloured by sign and size.
  var isPicture = false

  /// A table of some numbers.
  init(_ rows: [[Float]]) { self.rows = rows }

  /// A table of the brightness of a picture's pixels.
  init(of picture: Image) {
    let grey = picture.withChannels(1)
    rows = (0..<grey.height).map { y in (0..<grey.width).map { x in grey[x: x, y: y, channel: 0] } }
    isPicture = true
  }

  /// A table of the first channel of the first picture of a tensor `[N, H, W, C]`.
  init(_ tensor: Tensor) {
    let (width, channels) = (tensor.shape[2], tensor.shape[3])
    let values = tensor.values
    rows = (0..<tensor.shape[1]).map { y in (0..<width).map { x in values[(y * width + x) * channels] } }
  }

  /// The numbers as a picture of one channel, `[1, H, W, 1]`.
  var tensor: Tensor { Tensor(rows.flatMap { $0 }, shape: [1, rows.count, rows[0].count, 1]) }

  var smallest: Float { rows.joined().min() ?? 0 }
  var largest: Float { rows.joined().max() ?? 0 }

  /// The numbers of some rows and columns.
  func window(_ rows: Range<Int>, _ columns: Range<Int>) -> [Float] {
    rows.flatMap { row in columns.map { self.rows[row][$0] } }
  }

  /// The same table under a heading, with a frame around some of it.
  func headed(_ heading: String, marked: (rows: Range<Int>, columns: Range<Int>)? = nil) -> NumberTable {
    var table = self
    (table.heading, table.marked) = (heading, marked)
    return table
  }
}

/// Tables of numbers beside one another, each number on a ground that shows how large it is.
struct NumberTables: Chart {
  var title = ""
  var style = ChartStyle.standard
  let tables: [NumberTable]
  private let cell = 42.0
  private let gap = 34.0

  init(_ tables: [NumberTable]) { self.tables = tables }

  func image() -> Image {
    let widths = tables.map { max(Double($0.rows[0].count) * cell, style.font.width(of: $0.heading, size: 13)) }
    let width = max(640, widths.reduce(0, +) + gap * Double(tables.count - 1) + 36)
    let lines = style.font.wrapped(title, width: width - 36, size: 17, weight: .bold)
    let top = 18 + Double(lines.count) * 17 * Canvas.lineHeight + 34
    let tallest = tables.map(\.rows.count).max() ?? 0
    let canvas = Canvas(width: Int(width), height: Int(top + Double(tallest) * cell + 20), font: style.font)
    canvas.text(lines: lines, at: CanvasPoint(x: 18, y: 27), size: 17, weight: .bold)
    var x = 18.0
    for (table, tableWidth) in zip(tables, widths) {
      let drop = ((Double(tallest - table.rows.count) * cell) / 2).rounded()
      draw(table, x: x, y: top + drop, on: canvas)
      x += tableWidth + gap
    }
    return canvas.image
  }

  private func draw(_ table: NumberTable, x: Double, y: Double, on canvas: Canvas) {
    canvas.text(table.heading, at: CanvasPoint(x: x, y: y - 16), size: 13)
    let reach = max(abs(table.smallest), abs(table.largest), 1e-6)
    for (row, numbers) in table.rows.enumerated() {
      for (column, number) in numbers.enumerated() {
        let box = Box(x: x + Double(column) * cell, y: y + Double(row) * cell, width: cell, height: cell)
        let ground =
          table.isPicture
          ? Color(red: number, green: number, blue: number)
          : ColorScale.diverging.color(at: Double(0.5 + 0.5 * number / reach))
        canvas.fill(box, color: ground)
        canvas.stroke(box, width: 1, color: Color(0xBBBBBB))
        let isDark = 0.3 * ground.red + 0.59 * ground.green + 0.11 * ground.blue < 0.5
        canvas.text(
          text(number), at: CanvasPoint(x: box.x + cell / 2, y: box.y + cell / 2), size: 13,
          color: isDark ? .white : Color(0x222222), alignment: .center)
      }
    }
    guard let marked = table.marked else { return }
    canvas.stroke(
      Box(
        x: x + Double(marked.columns.lowerBound) * cell, y: y + Double(marked.rows.lowerBound) * cell,
        width: Double(marked.columns.count) * cell, height: Double(marked.rows.count) * cell), width: 4,
      color: Color(0xD55E00))
  }

  /// A number with one decimal as a reader of the style's language writes it.
  private func text(_ number: Float) -> String {
    let rounded = String(format: "%.1f", number)
    return (rounded == "-0.0" ? "0.0" : rounded).replacing("-", with: "−").replacing(".", with: style.decimalSeparator)
  }
}
