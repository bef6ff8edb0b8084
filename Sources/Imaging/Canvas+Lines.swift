import Foundation

extension Canvas {
  /// Draws straight lines from point to point with round joins.
  ///
  /// `dashes` gives the lengths in pixels of strokes and gaps in turn; empty means unbroken. Lines along an axis are
  /// crisp when their edges fall on whole pixels, as those of an odd width at half coordinates do.
  public func line(_ points: [CanvasPoint], width: Double, color: Color, dashes: [Double] = []) {
    for piece in dashes.isEmpty ? [points] : pieces(of: points, dashes: dashes) {
      for (start, end) in zip(piece, piece.dropFirst()) {
        segment(from: start, to: end, width: width, color: color)
      }
      guard width > 1.5 else { continue }
      for joint in piece.dropFirst().dropLast() {
        fillCircle(at: joint, radius: width / 2, color: color)
      }
    }
  }

  private func segment(from start: CanvasPoint, to end: CanvasPoint, width: Double, color: Color) {
    if start.x == end.x {
      let top = min(start.y, end.y)
      fill(Box(x: start.x - width / 2, y: top, width: width, height: abs(end.y - start.y)), color: color)
    } else if start.y == end.y {
      let left = min(start.x, end.x)
      fill(Box(x: left, y: start.y - width / 2, width: abs(end.x - start.x), height: width), color: color)
    } else {
      let length = distance(start, end)
      // libgd fills a polygon with its edge, which adds one drawn pixel.
      let half = (width - 1 / Double(Canvas.scale)) / 2
      let across = CanvasPoint(x: -(end.y - start.y) / length * half, y: (end.x - start.x) / length * half)
      fill(
        [
          CanvasPoint(x: start.x + across.x, y: start.y + across.y),
          CanvasPoint(x: end.x + across.x, y: end.y + across.y),
          CanvasPoint(x: end.x - across.x, y: end.y - across.y),
          CanvasPoint(x: start.x - across.x, y: start.y - across.y),
        ], color: color)
    }
  }

  /// The strokes of a dashed line.
  private func pieces(of points: [CanvasPoint], dashes: [Double]) -> [[CanvasPoint]] {
    precondition(dashes.allSatisfy { $0 > 0 }, "strokes and gaps of a dashed line need positive lengths")
    var pieces: [[CanvasPoint]] = []
    var index = 0
    var left = dashes[0]
    var piece = Array(points.prefix(1))
    for (start, end) in zip(points, points.dropFirst()) {
      let length = distance(start, end)
      var done = 0.0
      while length - done > left {
        done += left
        let share = done / length
        let turn = CanvasPoint(x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
        if index.isMultiple(of: 2) { pieces.append(piece + [turn]) }
        piece = [turn]
        index += 1
        left = dashes[index % dashes.count]
      }
      left -= length - done
      piece.append(end)
    }
    if index.isMultiple(of: 2) { pieces.append(piece) }
    return pieces
  }

  private func distance(_ one: CanvasPoint, _ other: CanvasPoint) -> Double {
    hypot(other.x - one.x, other.y - one.y)
  }
}
