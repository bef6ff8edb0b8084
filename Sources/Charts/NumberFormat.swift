import Foundation

/// How a number is written on an axis, at a bar or in a cell.
public enum NumberFormat: Sendable, Hashable {
  /// As it is; `decimals` digits after the separator, or as many as it takes.
  case number(decimals: Int? = nil)
  /// A share as a percentage: 0.835 is written 83.5 %.
  case percent(decimals: Int? = nil)

  /// The number in words of this format; `decimals` stands in when the format leaves them open.
  public func text(_ value: Double, decimals: Int? = nil, style: ChartStyle = .standard) -> String {
    guard value.isFinite else { return "–" }
    switch self {
    case .number(let own):
      return written(value, decimals: own ?? decimals ?? neededDecimals(value), separator: style.decimalSeparator)
    case .percent(let own):
      let hundred = 100 * value
      let decimals = own ?? decimals.map { max(0, $0 - 2) } ?? neededDecimals(hundred)
      return written(hundred, decimals: decimals, separator: style.decimalSeparator) + style.percentSign
    }
  }
}

/// Digits after the separator that show three significant ones without trailing zeros.
private func neededDecimals(_ value: Double) -> Int {
  guard value != 0 else { return 0 }
  let most = max(0, 2 - Int(floor(log10(abs(value)))))
  return (0..<most).first { decimals in
    let scaled = value * pow(10, Double(decimals))
    return abs(scaled - scaled.rounded()) < 1e-6 * abs(scaled)
  } ?? min(most, 6)
}

/// The digits after the separator that all of several numbers get.
///
/// They are what the largest needs for three significant ones, or fewer when none needs so many, counted for the number
/// itself and not for its percentage.
func sharedDecimals(_ values: [Double], _ format: NumberFormat) -> Int {
  var scale = 1.0
  if case .percent = format { scale = 100 }
  let finite = values.filter(\.isFinite).map { abs($0) * scale }
  guard let largest = finite.max(), largest > 0 else { return 0 }
  let most = min(6, max(0, 2 - Int(floor(log10(largest)))))
  let needed = min(most, finite.map(neededDecimals).max() ?? 0)
  return scale == 100 ? needed + 2 : needed
}

/// A number with the separator, a real minus sign and thin spaces between groups of three digits from 10,000 on.
private func written(_ value: Double, decimals: Int, separator: String) -> String {
  let digits = String(format: "%.\(decimals)f", abs(value)).split(separator: ".")
  let whole = String(digits[0])
  var text = whole
  if whole.count > 4 {
    text = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { text += "\u{202F}" }
      text.append(digit)
    }
  }
  if digits.count > 1 { text += separator + digits[1] }
  let isZero = text.allSatisfy { !$0.isNumber || $0 == "0" }
  return value < 0 && !isZero ? "−" + text : text
}

/// A power of ten as 10⁻³.
func powerOfTen(_ exponent: Int) -> String {
  let raised: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹", "-": "⁻",
  ]
  return "10" + String("\(exponent)".compactMap { raised[$0] })
}
