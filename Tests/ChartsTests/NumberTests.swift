import Charts
import Imaging
import Testing

@Suite("Numbers in figures")
struct NumberTests {
  private let english = ChartStyle.standard
  private let indonesian = ChartStyle(decimalSeparator: ",")

  @Test("percentages are written as each language has them")
  func percent() {
    #expect(NumberFormat.percent().text(0.835, style: english) == "83.5\u{A0}%")
    #expect(NumberFormat.percent().text(0.835, style: indonesian) == "83,5%")
    #expect(NumberFormat.percent(decimals: 0).text(1, style: english) == "100\u{A0}%")
    #expect(NumberFormat.percent().text(0.07, style: english) == "7\u{A0}%")
  }

  @Test("numbers show three significant digits and no trailing zeros")
  func number() {
    #expect(NumberFormat.number().text(0.12345) == "0.123")
    #expect(NumberFormat.number().text(0.5) == "0.5")
    #expect(NumberFormat.number().text(1234.4) == "1234" && NumberFormat.number().text(1234.6) == "1235")
    #expect(NumberFormat.number().text(0) == "0")
    #expect(NumberFormat.number().text(0.00012) == "0.00012")
    #expect(NumberFormat.number(decimals: 2).text(-1.5) == "−1.50")
    #expect(NumberFormat.number(decimals: 1).text(-0.01) == "0.0")
  }

  @Test("long numbers are grouped by thin spaces")
  func grouped() {
    #expect(NumberFormat.number().text(138_357_544) == "138\u{202F}357\u{202F}544")
    #expect(NumberFormat.number().text(9_999) == "9999")
    #expect(NumberFormat.number(decimals: 1).text(12_345.6, style: indonesian) == "12\u{202F}345,6")
  }

  @Test("what is not a number is written as a dash")
  func notANumber() {
    #expect(NumberFormat.number().text(.nan) == "–")
    #expect(NumberFormat.percent().text(.infinity) == "–")
  }

  @Test("several runs become their mean and standard deviation")
  func spread() throws {
    let point = DataPoint(x: 1, values: [1, 2, 3])
    #expect(point.y == 2)
    #expect(try #require(point.spread) == 1...3)
    #expect(DataPoint(x: 1, values: [5]).spread == nil)
  }

  @Test("the sequential scale gets darker all the way, the diverging one is as dark at both ends")
  func scales() {
    let luminances = (0...50).map { ColorScale.sequential.color(at: Double($0) / 50).luminance }
    #expect(zip(luminances, luminances.dropFirst()).allSatisfy { $0 > $1 })
    let ends = [0.0, 1].map { ColorScale.diverging.color(at: $0).luminance }
    #expect(abs(ends[0] - ends[1]) < 0.06)
    #expect(ColorScale.diverging.color(at: 0.5).luminance > 0.9)
  }
}
