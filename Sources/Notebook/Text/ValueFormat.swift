import Foundation

/// How a measured number is written: its unit and how many digits stand after the decimal separator.
///
/// ```swift
/// ValueFormat.percent(digits: 1).text(0.835, in: .en)  // 83.5 %
/// ValueFormat.percent(digits: 1).text(0.835, in: .id)  // 83,5%
/// ValueFormat.count.text(11_689_512, in: .id)          // 11.689.512
/// ```
/// A space before a unit is a no-break space, so that number and unit stay on one line. Indonesian has none before %.
public struct ValueFormat: Sendable, Hashable {
  private enum Unit: String {
    case number, percent, factor, count, seconds
  }

  private let unit: Unit
  private let digits: Int

  /// A share: 0.835 is written as 83.5 %.
  public static func percent(digits: Int = 1) -> ValueFormat { ValueFormat(unit: .percent, digits: digits) }
  /// A plain number: 0.835 is written as 0.84.
  public static func number(digits: Int = 2) -> ValueFormat { ValueFormat(unit: .number, digits: digits) }
  /// A ratio: 5.23 is written as 5.2×.
  public static func factor(digits: Int = 1) -> ValueFormat { ValueFormat(unit: .factor, digits: digits) }
  /// A time in seconds: 7.13 is written as 7.1 s.
  public static func seconds(digits: Int = 1) -> ValueFormat { ValueFormat(unit: .seconds, digits: digits) }

  /// A share with one decimal.
  public static var percent: ValueFormat { .percent() }
  /// A plain number with two decimals.
  public static var number: ValueFormat { .number() }
  /// A ratio with one decimal.
  public static var factor: ValueFormat { .factor() }
  /// A time in seconds with one decimal.
  public static var seconds: ValueFormat { .seconds() }
  /// A whole number: 1000 is written as 1,000.
  public static var count: ValueFormat { ValueFormat(unit: .count, digits: 0) }

  private init(unit: Unit, digits: Int) {
    self.unit = unit
    self.digits = min(max(digits, 0), 12)
  }

  /// The format named in a lesson's text, such as `percent` or `number:3` (three decimals), or nil if there is none.
  init?(named name: Substring) {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard let first = parts.first, let unit = Unit(rawValue: String(first)), parts.count <= 2 else { return nil }
    let usual = unit == .count ? 0 : unit == .number ? 2 : 1
    guard parts.count == 2 else {
      self.init(unit: unit, digits: usual)
      return
    }
    guard unit != .count, let digits = Int(parts[1]), (0...12).contains(digits) else { return nil }
    self.init(unit: unit, digits: digits)
  }

  /// `value` as a reader of `language` writes it.
  public func text(_ value: Double, in language: Language) -> String {
    bare(value, in: language) + suffix(in: language)
  }

  /// A mean with its spread: `83.5 ± 1.2 %`.
  public func text(mean: Double, spread: Double, in language: Language) -> String {
    pair(mean, spread, joinedBy: "\u{A0}± ", in: language)
  }

  /// A range: `83.5–90.1 %`, or in words where the first number is negative.
  public func text(from lower: Double, to upper: Double, in language: Language) -> String {
    let words = language == .en ? " to " : " sampai "
    return pair(lower, upper, joinedBy: lower < 0 ? words : "–", in: language)
  }

  private func pair(_ first: Double, _ second: Double, joinedBy sign: String, in language: Language) -> String {
    let suffix = suffix(in: language)
    let repeated = unit == .factor ? suffix : ""
    return bare(first, in: language) + repeated + sign + bare(second, in: language) + suffix
  }

  private func suffix(in language: Language) -> String {
    switch unit {
    case .number, .count: ""
    case .percent: language == .en ? "\u{A0}%" : "%"
    case .factor: "×"
    case .seconds: language == .en ? "\u{A0}s" : "\u{A0}detik"
    }
  }

  /// The number without its unit.
  private func bare(_ value: Double, in language: Language) -> String {
    let scaled = unit == .percent ? value * 100 : value
    guard scaled.isFinite else {
      if scaled.isNaN { return language == .en ? "undefined" : "tak terdefinisi" }
      return scaled < 0 ? "−∞" : "∞"
    }
    let parts = String(format: "%.\(digits)f", abs(scaled)).split(separator: ".")
    let isZero = parts.allSatisfy { $0.allSatisfy { $0 == "0" } }
    let grouped = grouped(parts[0], separator: language == .en ? "," : ".")
    let decimals = parts.count == 2 ? (language == .en ? "." : ",") + parts[1] : ""
    return (scaled < 0 && !isZero ? "−" : "") + grouped + decimals
  }

  private func grouped(_ digits: Substring, separator: Character) -> String {
    var result = ""
    for (position, digit) in digits.enumerated() {
      if position > 0 && (digits.count - position) % 3 == 0 { result.append(separator) }
      result.append(digit)
    }
    return result
  }
}
