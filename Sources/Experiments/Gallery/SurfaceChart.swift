import Charts
import Foundation
import Imaging

/// A surface seen from above, the darker the lower, with paths over it.
package struct SurfaceChart: Chart {
  /// Places that were come to one after the other.
  package struct Path: Sendable {
    let name: String
    let places: [(w: Float, b: Float)]
    let color: Color
    let marker: Marker

    /// A path under its name in the legend.
    package init(name: String, places: [(w: Float, b: Float)], color: Color, marker: Marker) {
      (self.name, self.places, self.color, self.marker) = (name, places, color, marker)
    }
  }

  /// Colours and markers of paths, those that the lines of a chart of the same walks have.
  package static let looks: [(color: Color, marker: Marker)] = [
    (Color(0x0072B2), .circle), (Color(0xD55E00), .square), (Color(0x009E73), .triangle), (Color(0xB8578F), .diamond),
  ]

  package var title = ""
  package var style = ChartStyle.standard
  private let paths: [Path]
  /// What the axes are.
  private let acrossName, upName: String
  /// How far they reach.
  private let across, up: ClosedRange<Double>
  /// How high the surface is at every pixel of the plot, from the top row on.
  private let heights: [Float]
  private static let (plotWidth, plotHeight) = (760, 420)

  /// A surface of the heights that `height` gives, and paths on it.
  package init(
    _ paths: [Path], acrossName: String, upName: String, across: ClosedRange<Double>, up: ClosedRange<Double>,
    height: (_ w: Float, _ b: Float) -> Float
  ) {
    (self.paths, self.acrossName, self.upName, self.across, self.up) = (paths, acrossName, upName, across, up)
    // A height for every fourth pixel is enough for bands that are wider.
    var heights: [Float] = []
    for row in 0..<(Self.plotHeight / 4) {
      for column in 0..<(Self.plotWidth / 4) {
        let w = across.lowerBound + (Double(column) + 0.5) / Double(Self.plotWidth / 4) * across.length
        let b = up.upperBound - (Double(row) + 0.5) / Double(Self.plotHeight / 4) * up.length
        heights.append(height(Float(w), Float(b)))
      }
    }
    self.heights = heights
  }

  package func image() -> Image {
    let lines = style.font.wrapped(title, width: 804, size: 17, weight: .bold)
    let titleEnd = 18 + Double(lines.count) * 17 * Canvas.lineHeight
    let legendRows = rows(of: paths)
    let top = (titleEnd + 14 + Double(legendRows.count) * 22 + 26).rounded()
    let box = Box(x: 60, y: top, width: Double(Self.plotWidth), height: Double(Self.plotHeight))
    let canvas = Canvas(width: 840, height: Int(box.bottom) + 56, font: style.font)
    canvas.text(lines: lines, at: CanvasPoint(x: 18, y: 27), size: 17, weight: .bold)
    for (row, entries) in legendRows.enumerated() {
      for (path, x) in entries {
        let y = titleEnd + 14 + Double(row) * 22
        canvas.line([CanvasPoint(x: x, y: y), CanvasPoint(x: x + 28, y: y)], width: 2, color: path.color)
        canvas.mark(path.marker, at: CanvasPoint(x: x + 14, y: y), radius: 4, color: path.color)
        canvas.text(path.name, at: CanvasPoint(x: x + 36, y: y), size: 13)
      }
    }
    canvas.text(upName, at: CanvasPoint(x: 18, y: box.y - 14), size: 13)
    canvas.text(acrossName, at: CanvasPoint(x: box.x + box.width / 2, y: box.bottom + 38), size: 13, alignment: .center)
    canvas.draw(ground, x: Int(box.x), y: Int(box.y), factor: 4)
    canvas.stroke(box, width: 1, color: Color(0x777777))
    drawTicks(box, on: canvas)
    canvas.clipped(to: box) { for path in paths.reversed() { draw(path, box, on: canvas) } }
    return canvas.image
  }

  /// The surface in bands: from one to the next the height grows by the factor 2^⅔.
  private var ground: Image {
    let pixels = heights.flatMap { height -> [Float] in
      let band = (log2(max(height, 1e-3)) * 1.5).rounded(.down) / 1.5
      let color = ColorScale.sequential.color(at: Double(0.62 - 0.09 * (band + 4)))
      return [color.red, color.green, color.blue]
    }
    return Image(width: Self.plotWidth / 4, height: Self.plotHeight / 4, pixels: pixels)
  }

  private func draw(_ path: Path, _ box: Box, on canvas: Canvas) {
    // A place far outside would be too far for the canvas; the line leaves the plot before.
    let points = path.places.map { place in
      CanvasPoint(
        x: box.x + min(max((Double(place.w) - across.lowerBound) / across.length, -1), 2) * box.width,
        y: box.y + min(max((up.upperBound - Double(place.b)) / up.length, -1), 2) * box.height)
    }
    canvas.line(points, width: 1.8, color: path.color)
    for point in points { canvas.mark(path.marker, at: point, radius: 3.6, color: path.color) }
  }

  private func drawTicks(_ box: Box, on canvas: Canvas) {
    for value in [-2.0, -1, 0, 1, 2] where across.contains(value) {
      let text = String(format: "%.0f", value).replacing("-", with: "−")
      let x = box.x + (value - across.lowerBound) / across.length * box.width
      let y = box.y + (up.upperBound - value) / up.length * box.height
      canvas.text(text, at: CanvasPoint(x: x, y: box.bottom + 14), size: 12, color: Color(0x555555), alignment: .center)
      if up.contains(value) {
        canvas.text(text, at: CanvasPoint(x: box.x - 10, y: y), size: 12, color: Color(0x555555), alignment: .right)
      }
    }
  }

  /// The entries of the legend, row by row with their places.
  private func rows(of paths: [Path]) -> [[(path: Path, x: Double)]] {
    var (rows, x): ([[(path: Path, x: Double)]], Double) = ([[]], 18)
    for path in paths {
      let width = 60 + style.font.width(of: path.name, size: 13)
      if x + width > 822, x > 18 { (rows, x) = (rows + [[]], 18) }
      rows[rows.count - 1].append((path, x))
      x += width
    }
    return rows
  }
}

extension ClosedRange<Double> {
  fileprivate var length: Double { upperBound - lowerBound }
}
