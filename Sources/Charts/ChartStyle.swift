import Imaging

/// What all figures of a report share: their width, the language of their numbers, their typeface.
public struct ChartStyle: Sendable, Hashable {
  /// Width of charts in pixels.
  ///
  /// Grids of pictures take the width that their pictures need.
  public var width: Int
  /// What stands before the decimals: "." in English (83.5), "," in Indonesian (83,5).
  public var decimalSeparator: String
  public var font: Font

  /// What stands behind a percentage: "\u{A0}%" in English (83.5 %), "%" in Indonesian (83,5%).
  var percentSign: String { decimalSeparator == "," ? "%" : "\u{A0}%" }

  /// A style; the default is 840 pixels wide with English numbers.
  public init(width: Int = 840, decimalSeparator: String = ".", font: Font = .found) {
    self.width = width
    self.decimalSeparator = decimalSeparator
    self.font = font
  }

  /// English numbers in DejaVu Sans, 840 pixels wide.
  public static let standard = ChartStyle()
}

/// The sizes of text, in pixels an em.
enum TextSize {
  static let title = 17.0
  static let label = 13.0
  static let tick = 12.0
}

/// The colours and distances that every figure shares.
enum Ink {
  static let text = Color(0x222222)
  static let secondary = Color(0x555555)
  static let axis = Color(0x777777)
  static let grid = Color(0xE4E4E4)
  static let margin = 18.0
}

/// How one of several series is told from the others: by colour, marker and dashes together.
///
/// The colours are those of Okabe and Ito (2008), which people with any kind of colour vision tell apart, without the
/// yellow that is too light for lines.
struct Look {
  let color: Color
  let marker: Marker
  let dashes: [Double]
  let pattern: BarPattern

  /// The look of the series with the given number, from 0.
  init(_ index: Int) {
    color = Look.colors[index % Look.colors.count]
    marker = Marker.allCases[index % Marker.allCases.count]
    dashes = Look.dashes[index % Look.dashes.count]
    pattern = BarPattern.allCases[index % BarPattern.allCases.count]
  }

  private static let colors: [Color] = [
    Color(0x0072B2), Color(0xD55E00), Color(0x009E73), Color(0xB8578F), Color(0x333333), Color(0xD18F00),
    Color(0x3FA0DA),
  ]
  private static let dashes: [[Double]] = [[], [9, 4], [3, 3], [11, 3, 3, 3], [6, 3], [2, 4], [14, 4]]
}
