import Imaging

extension Color {
  /// How much lighter one of two colours is than the other, from 1 to 21: (L₁ + 0.05) / (L₂ + 0.05) of their luminances, the
  /// lighter one above (WCAG 2.1).
  func contrast(with other: Color) -> Float {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// The colour for a text on this ground: the usual ink or white where either reaches the contrast of 4.5 : 1 that a text
  /// needs (WCAG 2.1, 1.4.3), else black, which then does.
  var readableInk: Color {
    let black = Color(0x000000)
    return [Ink.text, .white, black].first { contrast(with: $0) >= 4.5 } ?? black
  }
}
