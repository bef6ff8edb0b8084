import CGD
import Foundation

/// libgd's built-in fonts of fixed width, enlarged by whole factors: what is left when there is no TrueType font.
struct BitmapFont {
  private let font: gdFontPtr
  private let factor: Int

  init(size: Double, weight: Font.Weight) {
    font = weight == .bold ? gdFontGetMediumBold() : gdFontGetSmall()
    factor = max(1, Int((size / 14).rounded()))
  }

  /// Width of a line in pixels.
  func width(of text: String) -> Double {
    Double(Self.letters(of: text).count * Int(font.pointee.w) * factor)
  }

  /// Height of a line in pixels.
  var height: Double { Double(Int(font.pointee.h) * factor) }

  /// Calls `body` with the square of every inked dot, in pixels from the upper left corner of the line.
  func forEachDot(of text: String, body: (_ x: Int, _ y: Int, _ side: Int) -> Void) {
    var letters = Self.letters(of: text) + [0]
    let width = (letters.count - 1) * Int(font.pointee.w)
    guard width > 0 else { return }
    let surface = GDImage(width: width, height: Int(font.pointee.h))
    let ink: Int32 = 0xFFFFFF
    gdImageString(surface.handle, font, 0, 0, &letters, ink)
    for y in 0..<Int(font.pointee.h) {
      for x in 0..<width where alih_gd_has_index(surface.handle, Int32(x), Int32(y), ink) == 1 {
        body(x * factor, y * factor, factor)
      }
    }
  }

  /// The text in ASCII: other letters lose their accents or become near ones.
  private static func letters(of text: String) -> [UInt8] {
    var isRaised = false
    return text.flatMap { character -> [UInt8] in
      let wasRaised = isRaised
      isRaised = raisedLetters[character] != nil
      if let raised = raisedLetters[character] { return Array((wasRaised ? raised : "^" + raised).utf8) }
      let scalar = character.unicodeScalars.first?.value ?? 0
      if character.unicodeScalars.count == 1, (0x20...0x7E).contains(scalar) { return [UInt8(scalar)] }
      if let near = nearLetters[character] { return Array(near.utf8) }
      let plain = String(character).folding(options: .diacriticInsensitive, locale: nil)
      return plain.utf8.allSatisfy { (0x20...0x7E).contains($0) } ? Array(plain.utf8) : Array("?".utf8)
    }
  }

  private static let raisedLetters: [Character: String] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "-",
  ]

  private static let nearLetters: [Character: String] = [
    "−": "-", "–": "-", "—": "-", "·": ".", "×": "x", "…": "...", "→": "->", "←": "<-", "≤": "<=", "≥": ">=", "≈": "~",
    "±": "+-", "∞": "inf", "ε": "eps", "λ": "lambda", "θ": "theta", "β": "beta", "α": "alpha", "μ": "mu", "σ": "sigma",
    "γ": "gamma", "δ": "delta", "Δ": "D", "‖": "||", "√": "sqrt", "°": " deg", "’": "'", "‘": "'", "“": "\"", "”": "\"",
    "\u{202F}": " ", "\u{A0}": " ", "✓": "+", "✗": "x", "★": "*",
  ]
}
