import CGD
import Foundation

/// The typeface of drawn text: a TrueType font of the system, or the small one that libgd has built in.
public struct Font: Sendable, Hashable, CustomStringConvertible {
  /// How heavy the strokes are.
  public enum Weight: Sendable, Hashable {
    /// For text.
    case regular
    /// For headings.
    case bold
  }

  /// Files or fontconfig names of the two weights; none means built in.
  private let faces: (regular: String, bold: String)?

  /// The first font of a short list that this system has, DejaVu Sans before all others; else the built-in one.
  public static let found = Font(firstOf: knownFaces)

  /// The font built into libgd: every text can be drawn with it, but letters it lacks are replaced by near ones.
  public static let builtIn = Font(firstOf: [])

  private init(firstOf candidates: [(regular: String, bold: String)]) {
    GDImage.prepare()
    faces = candidates.first { inkBounds(of: "x", face: $0.regular, size: 10) != nil }
      .map { ($0.regular, inkBounds(of: "x", face: $0.bold, size: 10) == nil ? $0.regular : $0.bold) }
  }

  /// Whether libgd's own font is used because no TrueType font was found.
  public var isBuiltIn: Bool { faces == nil }

  /// Where the font comes from, in words.
  public var description: String { faces?.regular ?? "the font built into libgd (no TrueType font was found)" }

  /// The width of one line of text in pixels at `size` pixels an em.
  public func width(of text: String, size: Double, weight: Weight = .regular) -> Double {
    guard !text.isEmpty else { return 0 }
    guard let face = face(weight) else { return BitmapFont(size: size, weight: weight).width(of: text) }
    // Measured large, so that the whole numbers libgd answers with are fine enough.
    let bounds = inkBounds(of: text, face: face, size: 4 * size)
    return Double(bounds?.right ?? 0) / 4
  }

  /// Text broken at spaces into lines no wider than `width`; a longer word stands on its own line.
  public func wrapped(_ text: String, width: Double, size: Double, weight: Weight = .regular) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      var lines: [String] = []
      var line = ""
      // A number is not parted from its per cent sign.
      for word in paragraph.replacingOccurrences(of: " %", with: "\u{A0}%").split(separator: " ") {
        let longer = line.isEmpty ? String(word) : "\(line) \(word)"
        if line.isEmpty || self.width(of: longer, size: size, weight: weight) <= width {
          line = longer
        } else {
          lines.append(line)
          line = String(word)
        }
      }
      return lines + [line]
    }
  }

  /// The file or fontconfig name of a weight, unless the font is the built-in one.
  func face(_ weight: Weight) -> String? {
    weight == .bold ? faces?.bold : faces?.regular
  }

  /// Two fonts are equal when they come from the same place.
  public static func == (one: Font, other: Font) -> Bool {
    one.description == other.description
  }

  /// Hashes where the font comes from.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(description)
  }
}

/// Fonts that Linux distributions and macOS have, best first; the last are names that fontconfig resolves.
private let knownFaces: [(regular: String, bold: String)] =
  [
    "/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/dejavu-sans-fonts", "/usr/share/fonts/dejavu",
    "/usr/share/fonts/TTF", "/usr/local/share/fonts", "/opt/homebrew/share/fonts", "/Library/Fonts",
  ].map { ("\($0)/DejaVuSans.ttf", "\($0)/DejaVuSans-Bold.ttf") } + [
    (
      "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
      "/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf"
    ),
    (
      "/System/Library/Fonts/Supplemental/Arial.ttf", "/System/Library/Fonts/Supplemental/Arial Bold.ttf"
    ),
    ("DejaVu Sans", "DejaVu Sans:bold"), ("sans-serif", "sans-serif:bold"),
  ]

/// The right end of a line of text drawn from x = 0, or nil when libgd cannot use the face.
///
/// `size` is in pixels an em.
private func inkBounds(of text: String, face: String, size: Double) -> (left: Int, right: Int)? {
  var corners = [Int32](repeating: 0, count: 8)
  let problem = withTrueType(text, face: face) { text, face in
    gdImageStringFT(nil, &corners, 0, face, pointSize(size), 0, 0, 0, text)
  }
  return problem ? nil : (Int(corners[0]), Int(corners[2]))
}

/// libgd measures in points of 1/72 inch and draws at 96 pixels an inch.
func pointSize(_ pixels: Double) -> Double { pixels * 0.75 }

/// Runs a libgd text call with its mutable C strings, and says whether libgd complained.
///
/// Ampersands are escaped because
/// libgd would take them for the start of an entity.
func withTrueType(
  _ text: String, face: String,
  call: (UnsafeMutablePointer<CChar>, UnsafeMutablePointer<CChar>) -> UnsafeMutablePointer<CChar>?
) -> Bool {
  gdFTUseFontConfig(face.hasPrefix("/") ? 0 : 1)
  var textBytes = text.replacingOccurrences(of: "&", with: "&amp;").utf8CString.map { $0 }
  var faceBytes = face.utf8CString.map { $0 }
  return call(&textBytes, &faceBytes) != nil
}
