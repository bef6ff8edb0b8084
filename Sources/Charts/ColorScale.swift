import Foundation
import Imaging

/// Colours for numbers, spaced evenly to the eye: computed in the colour space OKLab (Ottosson, 2020), in which equal
/// distances look about equal.
public enum ColorScale: Sendable, Hashable {
  /// From pale yellow through green to dark blue, always darker: for amounts.
  case sequential
  /// From blue through near-white to vermilion, with equal lightness at both ends: for differences around zero.
  case diverging

  /// The colour at `share`, from 0 to 1; beyond them the ends.
  public func color(at share: Double) -> Color {
    let share = share.isFinite ? min(max(share, 0), 1) : 0
    switch self {
    case .sequential:
      let hue = (105 + 165 * pow(share, 0.85)) * .pi / 180
      return oklab(lightness: 0.97 - 0.62 * share, chroma: 0.035 + 0.075 * sin(.pi * pow(share, 0.9) * 0.85), hue: hue)
    case .diverging:
      let distance = abs(share - 0.5) * 2
      let hue = (share < 0.5 ? 250.0 : 42.0) * .pi / 180
      return oklab(lightness: 0.97 - 0.45 * distance, chroma: 0.16 * pow(distance, 0.9), hue: hue)
    }
  }
}

private func oklab(lightness: Double, chroma: Double, hue: Double) -> Color {
  let (a, b) = (chroma * cos(hue), chroma * sin(hue))
  let l = pow(lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b, 3)
  let m = pow(lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b, 3)
  let s = pow(lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b, 3)
  func encoded(_ linear: Double) -> Float {
    let value = min(max(linear, 0), 1)
    return Float(value <= 0.003_130_8 ? 12.92 * value : 1.055 * pow(value, 1 / 2.4) - 0.055)
  }
  return Color(
    red: encoded(4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s),
    green: encoded(-1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s),
    blue: encoded(-0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s))
}
