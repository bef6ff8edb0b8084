import Imaging

extension PictureGrid {
  /// The finished grid.
  public func image() -> Image {
    let layout = PictureGridLayout(self)
    let canvas = Canvas(width: layout.width, height: layout.height, font: style.font)
    layout.header.draw(on: canvas)
    for (column, lines) in layout.columnHeadings.enumerated() {
      let first = layout.columnHeadingBottom - (Double(lines.count) - 0.5) * TextSize.label * Canvas.lineHeight
      canvas.text(
        lines: lines, at: CanvasPoint(x: layout.center(of: column), y: first), size: TextSize.label, weight: .bold,
        color: Ink.text, alignment: .center)
    }
    for (row, cells) in rows.enumerated() {
      drawHeading(of: row, layout, on: canvas)
      for (column, cell) in cells.enumerated() {
        guard let cell else { continue }
        let corner = layout.corner(row, column)
        draw(cell, at: corner, on: canvas)
        let below = Double(corner.y + cell.image.height * factor) + 15
        draw(layout.captions[row][column], of: column, from: below, layout, on: canvas)
      }
    }
    return canvas.image
  }

  /// The upper left corner of a picture in the finished grid, in whole pixels.
  package func corner(row: Int, column: Int) -> (x: Int, y: Int) {
    PictureGridLayout(self).corner(row, column)
  }

  private func drawHeading(of row: Int, _ layout: PictureGridLayout, on canvas: Canvas) {
    guard row < layout.rowHeadings.count else { return }
    let lines = layout.rowHeadings[row]
    let middle = Double(layout.corner(row, 0).y + layout.pictureHeights[row] / 2)
    let first = middle - Double(lines.count - 1) / 2 * TextSize.label * Canvas.lineHeight
    canvas.text(
      lines: lines, at: CanvasPoint(x: Ink.margin, y: first), size: TextSize.label, weight: .bold, color: Ink.text)
  }

  private func draw(_ cell: Cell, at corner: (x: Int, y: Int), on canvas: Canvas) {
    let size = (width: cell.image.width * factor, height: cell.image.height * factor)
    drawFrame(cell.frame, around: corner, size: size, on: canvas)
    canvas.draw(cell.image, x: corner.x, y: corner.y, factor: factor)
  }

  /// Draws the lines below a picture, the middle of the first at `top`.
  private func draw(
    _ lines: [Caption], of column: Int, from top: Double, _ layout: PictureGridLayout, on canvas: Canvas
  ) {
    for (index, line) in lines.enumerated() {
      let y = top + Double(index) * TextSize.tick * Canvas.lineHeight
      if line.bar != nil {
        layout.bars.draw(line, between: layout.extent(of: column), y: y, on: canvas)
      } else {
        canvas.text(
          line.text, at: CanvasPoint(x: layout.center(of: column), y: y), size: TextSize.tick, weight: line.weight,
          color: line.color, alignment: .center)
      }
    }
  }

  /// Draws the frame just outside the picture, so that no pixel of it is covered.
  private func drawFrame(
    _ frame: Frame, around corner: (x: Int, y: Int), size: (width: Int, height: Int), on canvas: Canvas
  ) {
    let width = frame == .thin ? 1.0 : 3.0
    let box = Box(
      x: Double(corner.x) - width / 2, y: Double(corner.y) - width / 2, width: Double(size.width) + width,
      height: Double(size.height) + width)
    switch frame {
    case .thin: canvas.stroke(box, width: width, color: Color(0xC8C8C8))
    case .strong: canvas.stroke(box, width: width, color: Ink.text)
    case .good: canvas.stroke(box, width: width, color: Caption.good("").color)
    case .bad:
      let corners = [
        CanvasPoint(x: box.x, y: box.y), CanvasPoint(x: box.right, y: box.y), CanvasPoint(x: box.right, y: box.bottom),
        CanvasPoint(x: box.x, y: box.bottom), CanvasPoint(x: box.x, y: box.y),
      ]
      canvas.line(corners, width: width, color: Caption.bad("").color, dashes: [8, 5])
    }
  }
}

extension PictureGrid.Caption {
  var weight: Font.Weight {
    emphasis == .plain || emphasis == .muted ? .regular : .bold
  }

  var color: Color {
    switch emphasis {
    case .plain, .strong: Ink.text
    case .muted: Color(0x6B6B6B)
    case .good: Color(0x007A59)
    case .bad: Color(0xB84A00)
    }
  }

  /// The line with the mark of its emphasis, broken to a width; one with a bar stays whole.
  func wrapped(width: Double, font: Font) -> [PictureGrid.Caption] {
    if bar != nil { return [self] }
    let mark =
      switch emphasis {
      case .good: "✓\u{A0}"
      case .bad: "✗\u{A0}"
      default: ""
      }
    return font.wrapped(mark + text, width: width, size: TextSize.tick, weight: weight).map {
      PictureGrid.Caption($0, emphasis: emphasis)
    }
  }
}
