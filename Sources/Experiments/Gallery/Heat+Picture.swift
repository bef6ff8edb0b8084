import Charts
import Imaging
import Visualization

extension Heat {
  /// One picture's heat over the picture in pale grey, enlarged by a whole factor to at most `side` pixels, or reduced to it; a
  /// ring marks the hottest place, if anything speaks for the class.
  ///
  /// Vermilion speaks for the class and blue against it, the fuller the more; the fullest colour stands for ``reach(in:)`` and
  /// what is beyond.
  package func picture(over picture: Image, of index: Int, side: Int) -> Image {
    let (map, reach) = (map(of: index), reach(in: index))
    let grey = picture.withChannels(1).pixels
    let pixels = zip(map, grey).flatMap { heat, grey -> [Float] in
      let color = Heat.color(reach > 0 ? heat / reach : 0, over: 0.5 + 0.45 * grey)
      return [color.red, color.green, color.blue]
    }
    let shown = Image(width: width, height: height, pixels: pixels).fitted(to: side)
    let hottest = hottest(in: index)
    guard hottest.value > 0 else { return shown }
    let factor = Float(shown.width) / Float(width)
    return shown.ringed(x: (Float(hottest.x) + 0.5) * factor, y: (Float(hottest.y) + 0.5) * factor)
  }

  /// The colours from the most that speaks for a class, at the upper end, to nothing, or to the most that speaks against it.
  package static func scale(isSigned: Bool, height: Int) -> Image {
    let pixels = (0..<height).flatMap { row -> [Float] in
      let share = 1 - (Float(row) + 0.5) / Float(height) * (isSigned ? 2 : 1)
      let color = color(share, over: 0.725)
      return (0..<24).flatMap { _ in [color.red, color.green, color.blue] }
    }
    return Image(width: 24, height: height, pixels: pixels)
  }

  /// The colour of a share of the fullest, in [−1, 1], over a grey.
  private static func color(_ share: Float, over grey: Float) -> Color {
    let end = ColorScale.diverging.color(at: share < 0 ? 0 : 1)
    return Color(red: grey, green: grey, blue: grey).mixed(with: end, share: min(1, abs(share)))
  }
}

extension Image {
  /// The picture with a ring of black between white around a place, in pixels.
  fileprivate func ringed(x: Float, y: Float) -> Image {
    var ringed = self
    for row in 0..<height {
      for column in 0..<width {
        let (right, down) = (Float(column) + 0.5 - x, Float(row) + 0.5 - y)
        let distance = (right * right + down * down).squareRoot()
        guard 5...9 ~= distance else { continue }
        for channel in 0..<3 { ringed[x: column, y: row, channel: channel] = 6...8 ~= distance ? 0 : 1 }
      }
    }
    return ringed
  }
}
