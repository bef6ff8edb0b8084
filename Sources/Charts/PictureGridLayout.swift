import Imaging

/// Where the parts of a grid of pictures stand.
///
/// A column is as wide as its widest picture, or as the widest word below it or above it; a row is as high as its highest
/// picture with the most lines below.
struct PictureGridLayout {
  let width: Int
  let height: Int
  let header: Header
  let columnHeadings: [[String]]
  let columnHeadingBottom: Double
  let rowHeadings: [[String]]
  let captions: [[[PictureGrid.Caption]]]
  let pictureHeights: [Int]
  let bars: CaptionBars

  private let grid: PictureGrid
  private var columnStarts: [Int] = []
  private let columnWidths: [Int]
  private var rowStarts: [Int] = []

  init(_ grid: PictureGrid) {
    self.grid = grid
    let font = grid.style.font
    let bars = CaptionBars(grid)
    self.bars = bars
    let columns = max(grid.rows.map(\.count).max() ?? 1, grid.columnHeadings.count)
    let widths = (0..<columns).map { PictureGridLayout.width(of: $0, in: grid, bars) }
    columnWidths = widths
    captions = grid.rows.map { row in
      row.enumerated().map { column, cell in
        (cell?.caption ?? []).flatMap { $0.wrapped(width: Double(widths[column]), font: font) }
      }
    }
    columnHeadings = grid.columnHeadings.enumerated().map {
      font.wrapped($1, width: Double(widths[$0]), size: TextSize.label, weight: .bold)
    }
    rowHeadings = grid.rowHeadings.map { font.wrapped($0, width: 130, size: TextSize.label, weight: .bold) }
    let headingWidth = rowHeadings.joined()
      .map { font.width(of: $0, size: TextSize.label, weight: .bold) }.max()
    var x = Int(Ink.margin) + (headingWidth.map { Int($0.rounded(.up)) + 14 } ?? 0)
    for width in widths {
      columnStarts.append(x)
      x += width + PictureGridLayout.gap
    }
    let titleWidth = font.width(of: grid.title, size: TextSize.title, weight: .bold) + 2 * Ink.margin
    let content = x - PictureGridLayout.gap + Int(Ink.margin)
    width = max(content, min(Int(titleWidth.rounded(.up)) + 2, max(content, 480)))
    header = Header(title: grid.title, width: Double(width), style: grid.style)
    let headingLines = columnHeadings.map(\.count).max() ?? 0
    columnHeadingBottom = header.height + Double(headingLines) * TextSize.label * Canvas.lineHeight
    var y =
      Int(header.height) + (headingLines == 0 ? 2 : Int(Double(headingLines) * TextSize.label * Canvas.lineHeight) + 8)
    var heights: [Int] = []
    for (row, lines) in zip(grid.rows, captions) {
      let pictures = row.compactMap { $0.map { $0.image.height * grid.factor } }.max() ?? 0
      heights.append(pictures)
      rowStarts.append(y)
      let count = lines.map(\.count).max() ?? 0
      y += pictures + (count == 0 ? 6 : Int((Double(count) * TextSize.tick * Canvas.lineHeight).rounded(.up)) + 8)
      y += PictureGridLayout.gap - 4
    }
    pictureHeights = heights
    height = y + 2
  }

  private static let gap = 16

  /// The upper left corner of a picture.
  func corner(_ row: Int, _ column: Int) -> (x: Int, y: Int) {
    let picture = row < grid.rows.count && column < grid.rows[row].count ? grid.rows[row][column]?.image.width : nil
    let spare = columnWidths[column] - (picture ?? 0) * grid.factor
    return (columnStarts[column] + max(0, spare) / 2, rowStarts[row])
  }

  /// The middle of a column.
  func center(of column: Int) -> Double {
    Double(columnStarts[column]) + Double(columnWidths[column]) / 2
  }

  /// From the left to the right end of a column.
  func extent(of column: Int) -> (left: Double, right: Double) {
    (Double(columnStarts[column]), Double(columnStarts[column] + columnWidths[column]))
  }

  private static func width(of column: Int, in grid: PictureGrid, _ bars: CaptionBars) -> Int {
    let font = grid.style.font
    let cells = grid.rows.compactMap { column < $0.count ? $0[column] : nil }
    let pictures = cells.map { $0.image.width * grid.factor }.max() ?? 0
    // Wrapped to nothing, every word stands alone: the widest of them sets the least width.
    let words = cells.flatMap(\.caption).flatMap { $0.wrapped(width: 0, font: font) }.map {
      font.width(of: $0.text, size: TextSize.tick, weight: $0.weight)
    }
    let heading = column < grid.columnHeadings.count ? grid.columnHeadings[column] : ""
    let headingWords = font.wrapped(heading, width: 0, size: TextSize.label, weight: .bold).map {
      font.width(of: $0, size: TextSize.label, weight: .bold)
    }
    let barWidth = cells.flatMap(\.caption).contains { $0.bar != nil } ? Int(bars.leastWidth.rounded(.up)) : 0
    let least = cells.contains { !$0.caption.isEmpty && $0.image.width * grid.factor >= 64 } ? 92 : 0
    return max(pictures, least, barWidth, Int(((words + headingWords).max() ?? 0).rounded(.up)) + 2)
  }
}
