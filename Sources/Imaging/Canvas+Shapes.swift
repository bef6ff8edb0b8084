import CGD
import Foundation

extension Canvas {
  /// Fills a rectangle.
  public func fill(_ box: Box, color: Color) {
    let (left, top, right, bottom) = drawnEdges(of: box)
    guard right > left, bottom > top else { return }
    gdImageFilledRectangle(surface.handle, left, top, right - 1, bottom - 1, color.word)
  }

  /// Fills a polygon; the last corner is joined to the first.
  public func fill(_ corners: [CanvasPoint], color: Color) {
    guard corners.count > 2 else { return }
    var points = corners.map { corner in
      // A drawn pixel is named by its centre, which lies half a pixel from its corner.
      gdPoint(
        x: Int32((corner.x * Double(Canvas.scale) - 0.5).rounded()),
        y: Int32((corner.y * Double(Canvas.scale) - 0.5).rounded()))
    }
    gdImageFilledPolygon(surface.handle, &points, Int32(points.count), color.word)
  }

  /// Fills a rectangle with round corners.
  public func fill(_ box: Box, radius: Double, color: Color) {
    fill(outline(of: box, radius: radius), color: color)
  }

  /// Draws the outline of a rectangle, its line centred on the sides.
  public func stroke(_ box: Box, radius: Double = 0, width: Double = 1, color: Color) {
    let corners =
      radius > 0
      ? outline(of: box, radius: radius)
      : [
        CanvasPoint(x: box.x, y: box.y), CanvasPoint(x: box.right, y: box.y), CanvasPoint(x: box.right, y: box.bottom),
        CanvasPoint(x: box.x, y: box.bottom),
      ]
    line(corners + corners.prefix(1), width: width, color: color)
  }

  /// Fills a disc.
  public func fillCircle(at center: CanvasPoint, radius: Double, color: Color) {
    fill(arc(around: center, radius: radius, from: 0, to: 2 * .pi), color: color)
  }

  /// Draws a circle.
  public func strokeCircle(at center: CanvasPoint, radius: Double, width: Double = 1, color: Color) {
    line(arc(around: center, radius: radius, from: 0, to: 2 * .pi), width: width, color: color)
  }

  private func outline(of box: Box, radius: Double) -> [CanvasPoint] {
    let radius = min(radius, box.width / 2, box.height / 2)
    let (left, right) = (box.x + radius, box.right - radius)
    let (top, bottom) = (box.y + radius, box.bottom - radius)
    return arc(around: CanvasPoint(x: right, y: bottom), radius: radius, from: 0, to: .pi / 2)
      + arc(around: CanvasPoint(x: left, y: bottom), radius: radius, from: .pi / 2, to: .pi)
      + arc(around: CanvasPoint(x: left, y: top), radius: radius, from: .pi, to: 1.5 * .pi)
      + arc(around: CanvasPoint(x: right, y: top), radius: radius, from: 1.5 * .pi, to: 2 * .pi)
  }

  private func arc(around center: CanvasPoint, radius: Double, from start: Double, to end: Double) -> [CanvasPoint] {
    let steps = max(2, Int((end - start) * max(radius, 2) * 1.5))
    return (0...steps).map { step in
      let angle = start + (end - start) * Double(step) / Double(steps)
      return CanvasPoint(x: center.x + radius * cos(angle), y: center.y + radius * sin(angle))
    }
  }
}

/// The shape that marks a point of a series, so that series differ in more than colour.
public enum Marker: Sendable, Hashable, CaseIterable {
  /// Filled disc.
  case circle
  /// Filled square.
  case square
  /// Filled triangle with its point up.
  case triangle
  /// Filled square on its corner.
  case diamond
  /// Filled triangle with its point down.
  case invertedTriangle
  /// Upright cross of two strokes.
  case plus
  /// Cross of two slanting strokes.
  case cross
  /// Ring.
  case ring
}

extension Canvas {
  /// Draws a marker that would just fit a circle of `radius`, with a thin white edge that sets it off from lines.
  public func mark(_ marker: Marker, at center: CanvasPoint, radius: Double, color: Color) {
    func corners(_ count: Int, _ size: Double, turnedBy degrees: Double) -> [CanvasPoint] {
      (0..<count).map { corner in
        let angle = (degrees + 360 * Double(corner) / Double(count)) * .pi / 180
        return CanvasPoint(x: center.x + size * cos(angle), y: center.y + size * sin(angle))
      }
    }
    func polygon(_ count: Int, _ size: Double, turnedBy degrees: Double) {
      fill(corners(count, size + 1.3, turnedBy: degrees), color: .white.opacity(color.opacity))
      fill(corners(count, size, turnedBy: degrees), color: color)
    }
    func strokes(turnedBy degrees: Double) {
      let ends = corners(4, radius * 1.1, turnedBy: degrees)
      for (width, ink) in [(radius * 0.6 + 2, Color.white), (radius * 0.6, color)] {
        line([ends[0], ends[2]], width: width, color: ink)
        line([ends[1], ends[3]], width: width, color: ink)
      }
    }
    switch marker {
    case .circle:
      fillCircle(at: center, radius: radius + 0.9, color: .white.opacity(color.opacity))
      fillCircle(at: center, radius: radius, color: color)
    case .square: polygon(4, radius * 1.22, turnedBy: 45)
    case .triangle: polygon(3, radius * 1.35, turnedBy: -90)
    case .diamond: polygon(4, radius * 1.3, turnedBy: 0)
    case .invertedTriangle: polygon(3, radius * 1.35, turnedBy: 90)
    case .plus: strokes(turnedBy: 0)
    case .cross: strokes(turnedBy: 45)
    case .ring:
      fillCircle(at: center, radius: radius + 0.4, color: color)
      fillCircle(at: center, radius: radius * 0.5, color: .white)
    }
  }
}
