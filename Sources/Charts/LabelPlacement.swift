import Imaging

/// Finds places for labels beside their points where they cover neither data nor one another.
struct LabelPlacement {
  private let bounds: Box
  private let style: ChartStyle
  private var obstacles: [CanvasPoint]
  private var taken: [Box] = []

  /// Labels are to stay inside `bounds` and off the `obstacles`.
  init(bounds: Box, obstacles: [CanvasPoint], style: ChartStyle) {
    self.bounds = bounds
    self.obstacles = obstacles
    self.style = style
  }

  /// The best of several places around `point` for a line of text.
  mutating func place(_ text: String, beside point: CanvasPoint, distance: Double, size: Double) -> Box {
    let width = style.font.width(of: text, size: size) + 4
    let height = size * 1.25
    var best = Box(x: 0, y: 0, width: width, height: height)
    var bestCost = Double.infinity
    for reach in [0, 10, 22, 36, 54, 76, 100].map({ distance + $0 }) {
      for (across, up) in [
        (1.0, -0.6), (0, -1), (1, 0), (-1, -0.6), (1, 0.6), (0, 1), (-1, 0), (-1, 0.6), (0.5, 1), (-0.5, 1), (0.5, -1),
        (-0.5, -1),
      ] {
        let x = point.x + across * (reach + width / 2) - width / 2
        let y = point.y + up * (reach + height / 2) - height / 2
        let box = Box(
          x: max(bounds.x, min(x, bounds.right - width)), y: max(bounds.y, min(y, bounds.bottom - height)),
          width: width,
          height: height)
        let cost = cost(of: box) + reach
        if cost < bestCost { (best, bestCost) = (box, cost) }
      }
    }
    taken.append(best)
    return best
  }

  private func cost(of box: Box) -> Double {
    let covered = obstacles.count {
      $0.x > box.x - 3 && $0.x < box.right + 3 && $0.y > box.y - 2 && $0.y < box.bottom + 2
    }
    let overlaps = taken.count {
      $0.x < box.right && box.x < $0.right && $0.y < box.bottom && box.y < $0.bottom
    }
    return Double(covered) * 12 + Double(overlaps) * 1_000
  }
}

/// Points every few pixels along a line, as obstacles for labels.
func samples(along line: [CanvasPoint]) -> [CanvasPoint] {
  zip(line, line.dropFirst()).flatMap { start, end in
    let steps = max(1, Int(max(abs(end.x - start.x), abs(end.y - start.y)) / 4))
    return (0...steps).map { step in
      let share = Double(step) / Double(steps)
      return CanvasPoint(x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
    }
  } + line
}
