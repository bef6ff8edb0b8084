import Charts

extension ChartStyle {
  /// The usual style with the decimal sign of a language.
  public init(_ language: Language) {
    self.init(decimalSeparator: language == .en ? "." : ",")
  }
}
