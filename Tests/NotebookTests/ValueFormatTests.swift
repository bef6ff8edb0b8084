import Testing

@testable import Notebook

@Suite("Numbers in both languages")
struct ValueFormatTests {
  static let table: [(format: ValueFormat, value: Double, en: String, id: String)] = [
    (.percent, 0.835, "83.5\u{A0}%", "83,5%"),
    (.percent(digits: 0), 0.005, "0\u{A0}%", "0%"),
    (.percent(digits: 2), 12.3456, "1,234.56\u{A0}%", "1.234,56%"),
    (.number, -0.001, "0.00", "0,00"),
    (.number, -1234.5, "−1,234.50", "−1.234,50"),
    (.number(digits: 0), 999.6, "1,000", "1.000"),
    (.number(digits: 4), 0.00005, "0.0001", "0,0001"),
    (.count, 0, "0", "0"),
    (.count, 999, "999", "999"),
    (.count, 1000, "1,000", "1.000"),
    (.count, 138_357_544, "138,357,544", "138.357.544"),
    (.factor, 5.23, "5.2×", "5,2×"),
    (.seconds, 7.13, "7.1\u{A0}s", "7,1\u{A0}detik"),
    (.number, .nan, "undefined", "tak terdefinisi"),
    (.number, -.infinity, "−∞", "−∞"),
  ]

  @Test("a number is written with the separators of its language", arguments: table.indices)
  func numbers(row: Int) {
    let (format, value, en, id) = Self.table[row]
    #expect(format.text(value, in: .en) == en)
    #expect(format.text(value, in: .id) == id)
  }

  @Test("mean and spread share their unit")
  func spread() {
    #expect(ValueFormat.percent.text(mean: 0.835, spread: 0.012, in: .id) == "83,5\u{A0}± 1,2%")
    #expect(ValueFormat.factor.text(mean: 5.2, spread: 0.3, in: .en) == "5.2×\u{A0}± 0.3×")
  }

  @Test("a range has a dash, or words where a minus sign would be beside it")
  func range() {
    #expect(ValueFormat.percent.text(from: 0.8, to: 0.9, in: .en) == "80.0–90.0\u{A0}%")
    #expect(ValueFormat.number.text(from: -3, to: 5, in: .en) == "−3.00 to 5.00")
    #expect(ValueFormat.number.text(from: -3, to: 5, in: .id) == "−3,00 sampai 5,00")
  }

  @Test("a format is found by its name, with digits or without")
  func names() {
    #expect(ValueFormat(named: "percent") == .percent)
    #expect(ValueFormat(named: "number:3") == .number(digits: 3))
    #expect(ValueFormat(named: "count") == .count)
    for wrong in ["", "percents", "percent:", "percent:x", "percent:1:2", "count:2", "number:99"] {
      #expect(ValueFormat(named: wrong[...]) == nil, "\(wrong)")
    }
  }
}
