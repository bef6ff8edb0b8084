extension Int {
  /// A number of channels times a width, as the nearest multiple of 8 that is not more than a tenth smaller, and at least 8, as
  /// networks for small machines have it.
  func scaled(by width: Double) -> Int {
    let exact = Double(self) * width
    let rounded = Swift.max(8, Int(exact + 4) / 8 * 8)
    return Double(rounded) < 0.9 * exact ? rounded + 8 : rounded
  }
}
