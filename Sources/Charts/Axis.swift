import Foundation

/// What an axis says and how far it reaches.
public struct Axis: Sendable, Hashable {
  /// How values become places.
  public enum Scale: Sendable, Hashable {
    /// Equal steps for equal differences.
    case linear
    /// Equal steps for equal ratios; values must be positive.
    case logarithmic
  }

  /// The quantity and its unit: "time (s)".
  public var label: String
  /// Linear or logarithmic.
  public var scale: Scale
  /// The first and last value; taken from the data when left out.
  public var range: ClosedRange<Double>?
  /// The values that get a label; chosen to be round when left out.
  public var ticks: [Double]?
  /// How the values are written.
  public var format: NumberFormat

  /// An axis; only the label is needed.
  public init(
    _ label: String, scale: Scale = .linear, range: ClosedRange<Double>? = nil, ticks: [Double]? = nil,
    format: NumberFormat = .number()
  ) {
    self.label = label
    self.scale = scale
    self.range = range
    self.ticks = ticks
    self.format = format
  }

  /// An axis of shares written as percentages.
  public static func percent(_ label: String, range: ClosedRange<Double>? = nil) -> Axis {
    Axis(label, range: range, format: .percent())
  }
}

/// An axis whose reach and ticks are settled.
struct SettledAxis {
  let axis: Axis
  let lower: Double
  let upper: Double
  let ticks: [(value: Double, text: String)]

  /// The axis over the given values; `includesZero` makes a linear one reach 0, as bars need;
  /// `startsAtZero` says whether values that begin at 0 or just above make it start there.
  init(
    _ axis: Axis, values: [Double], includesZero: Bool = false, startsAtZero: Bool = true, style: ChartStyle
  ) {
    self.axis = axis
    let isLog = axis.scale == .logarithmic
    let usable = (values + (axis.ticks ?? [])).filter { $0.isFinite && (!isLog || $0 > 0) }
    (lower, upper) = SettledAxis.reach(
      of: usable, axis: axis, includesZero: includesZero, startsAtZero: startsAtZero)
    let (low, high) = (lower, upper)
    let isInside = { (value: Double) in value >= low - 1e-9 * (high - low) && value <= high + 1e-9 * (high - low) }
    if let given = axis.ticks {
      ticks = given.filter(isInside).map { ($0, axis.format.text($0, style: style)) }
    } else if isLog {
      let values = logTicks(from: low, to: high).filter(isInside)
      let hasExtremes = values.contains { $0 > 99_999 || $0 < 0.000_99 }
      ticks = values.map { ($0, logText($0, axis.format, asPower: hasExtremes, style)) }
    } else {
      let step = niceStep(for: (high - low) / 6)
      let decimals = max(0, -Int(floor(log10(step) + 1e-9)))
      let first = Int((low / step - 1e-9).rounded(.up))
      let last = Int((high / step + 1e-9).rounded(.down))
      ticks = (first...max(first, last)).map { Double($0) * step }.filter(isInside)
        .map { ($0, axis.format.text($0, decimals: decimals, style: style)) }
    }
  }

  /// Where a value stands: 0 at the lower end, 1 at the upper; nil when it has no place on the axis.
  func position(_ value: Double) -> Double? {
    guard value.isFinite else { return nil }
    if axis.scale == .linear { return (value - lower) / (upper - lower) }
    return value > 0 ? (log(value) - log(lower)) / (log(upper) - log(lower)) : nil
  }

  /// Lines of the thin grid of a logarithmic axis that have no label: 2, 3, … 9 times a power of ten.
  var minorTicks: [Double] {
    guard axis.scale == .logarithmic, axis.ticks == nil, upper / lower < 3e4 else { return [] }
    return logTicks(from: lower, to: upper, mantissas: [2, 3, 4, 5, 6, 7, 8, 9]).filter { $0 > lower && $0 < upper }
  }

  private static func reach(of values: [Double], axis: Axis, includesZero: Bool, startsAtZero: Bool) -> (Double, Double)
  {
    if let range = axis.range, range.lowerBound < range.upperBound { return (range.lowerBound, range.upperBound) }
    guard var low = values.min(), var high = values.max() else { return axis.scale == .linear ? (0, 1) : (1, 10) }
    if axis.scale == .logarithmic {
      let margin = max(pow(10, 0.04 * (log10(high) - log10(low))), 1.05)
      return (max(low / margin, 1e-305), min(high * margin, 1e305))
    }
    if includesZero { (low, high) = (min(low, 0), max(high, 0)) }
    let span = high > low ? high - low : max(abs(high), 1)
    let (paddedLow, paddedHigh) = (low - 0.05 * span, high + 0.05 * span)
    let isAtZero = includesZero && low == 0 || startsAtZero && low >= 0 && paddedLow < 0
    return (isAtZero ? 0 : paddedLow, includesZero && high == 0 ? 0 : paddedHigh)
  }
}

/// 1, 2 or 5 times a power of ten, the nearest above.
private func niceStep(for step: Double) -> Double {
  let power = pow(10, floor(log10(step)))
  return power * ([1.0, 2, 5].first { $0 * power >= step * 0.999 } ?? 10)
}

/// Round values on a logarithmic axis; their mantissas are 1, or 1, 2, 5 when there are few powers of ten.
private func logTicks(from lower: Double, to upper: Double, mantissas: [Double]? = nil) -> [Double] {
  let decades = log10(upper) - log10(lower)
  let chosen = mantissas ?? (decades < 2.2 ? [1, 2, 5] : [1])
  let step = mantissas == nil ? max(1, Int((decades / 8).rounded(.up))) : 1
  return stride(from: Int(floor(log10(lower))), through: Int(ceil(log10(upper))), by: step).flatMap { exponent in
    chosen.map { exponent >= 0 ? $0 * pow(10, Double(exponent)) : $0 / pow(10, Double(-exponent)) }
  }
}

private func logText(_ value: Double, _ format: NumberFormat, asPower: Bool, _ style: ChartStyle) -> String {
  let exponent = log10(value)
  if case .number = format, asPower, abs(exponent - exponent.rounded()) < 1e-9 {
    return powerOfTen(Int(exponent.rounded()))
  }
  return format.text(value, style: style)
}
