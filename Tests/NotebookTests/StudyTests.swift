import Charts
import Foundation
import Testing

@testable import Notebook

private enum Way: String, StudyKey, CaseIterable { case fast, slow = "very-slow", other }
private enum Size: Int, StudyKey, CaseIterable { case few = 5, many = 50 }
private struct Outcome {
  let end: Float
  var curve: [Float] { [0, end] }
}

@Suite("Studies") struct StudyTests {
  /// Calls `body` with a page of the toy, whose seeds are 1 to 5.
  private func page<Result>(_ body: (Page) throws -> Result) throws -> Result {
    let toy = try ToyLesson(
      glossary: "- `fast` **Fast**\n- `very-slow` **Slow**\n- `share` **share**\n- `size` **Size**"
    ) {
      []
    }
    defer { toy.remove() }
    return try body(toy.page(.id))
  }

  /// Ends of a way: its place times ten, plus the seed.
  private func study(_ page: Page) -> Study<Way, Outcome> {
    page.study([.slow, .fast]) { way, seed in Outcome(end: Float(way == .fast ? 10 : 20) + Float(seed)) }
  }

  @Test("outcomes are found seed by seed, of every key what the seed prepared, and are kept key by key")
  func order() throws {
    try page { page in
      var calls: [String] = []
      let study = page.study(
        [Way.slow, .fast],
        preparing: { seed -> UInt64 in
          calls.append("\(seed)")
          return seed * 100
        }
      ) { way, prepared in
        calls.append(way.name)
        return prepared
      }
      #expect(calls == (1...5).flatMap { ["\($0)", "very-slow", "fast"] })
      #expect(study.keys == [.slow, .fast] && study.seeds == [1, 2, 3, 4, 5])
      #expect(study[.fast] == [100, 200, 300, 400, 500] && study[.slow] == study[.fast])
    }
  }

  @Test("gain, mean, values, best and map go over the seeds of a key")
  func numbers() throws {
    let study = try page(study)
    #expect(study.values(of: .fast, \.end) == [11, 12, 13, 14, 15] && study.mean(of: .slow, \.end) == 23)
    #expect(study.gain(of: .slow, over: .fast, \.end) == [10, 10, 10, 10, 10])
    #expect(study.best(by: \.end) == .slow && study.best { -$0.end } == .fast && study.best { _ in 0 } == .slow)
    let ends = study.map(\.end)
    #expect(ends[.fast] == [11, 12, 13, 14, 15] && ends.best == .slow && ends.mean(of: .fast) == 13)
    #expect(ends.gain(of: .fast, over: .slow) == [-10, -10, -10, -10, -10])
  }

  @Test("a study may have more seeds than the run, from the run's first on, and then its values are as many")
  func moreSeeds() throws {
    try page { page in
      let study = page.study([Way.slow, .fast], seeds: 8) { way, seed in Float(way == .fast ? 10 : 20) + Float(seed) }
      #expect(study.seeds == [1, 2, 3, 4, 5, 6, 7, 8] && study[.fast] == (11...18).map(Float.init))
      #expect(study.gain(of: .slow, over: .fast).count == 8)
      let table = page.study([Way.fast], by: [Size.few], seeds: 6) { _, _, seed in Float(seed) }
      #expect(table.seeds.count == 6 && table[.fast, .few] == [1, 2, 3, 4, 5, 6])
      let usual = page.study([Way.fast], by: [Size.few]) { _, _, seed in Float(seed) }
      #expect(usual.seeds == page.seeds)
    }
  }

  @Test("all seeds of a key may be found at once")
  func allSeeds() throws {
    let study = try page { page in page.study(Way.allCases) { way in page.seeds.map { "\(way.name)\($0)" } } }
    #expect(study[.other] == ["other1", "other2", "other3", "other4", "other5"])
  }

  /// 10 a way, 1 a size, a tenth a seed.
  private func table(_ page: Page) -> Study<KeyPair<Way, Size>, Float> {
    page.study([Way.fast, .slow], by: Size.allCases) { way, size, seed in
      (way == .fast ? 10 : 20) + (size == .few ? 1 : way == .fast ? 2 : 3) + Float(seed) / 10
    }
  }

  @Test("a table has rows and columns, and is a study of each")
  func rowsAndColumns() throws {
    let table = try page(table)
    let (rows, columns): ([Way], [Size]) = (table.rows(), table.columns())
    #expect(rows == [.fast, .slow] && columns == [.few, .many])
    #expect(table.keys.map(\.name) == ["fast.5", "very-slow.5", "fast.50", "very-slow.50"])
    #expect(table[.slow, .many][0] == 23.1)
    #expect(table.column(.few)[.fast] == table[.fast, .few] && table.column(.few).keys == [.fast, .slow])
    #expect(table.row(.slow)[.many] == table[.slow, .many] && table.row(.slow).keys == [.few, .many])
    let smallest = table.smallestGain(of: Way.slow, over: .fast) { $0 }
    #expect(smallest.count == 5 && smallest.allSatisfy { abs($0 - 10) < 1e-4 })
    #expect(table.smallestGain(of: Way.slow, over: .fast, in: [Size.many]) { $0 }.allSatisfy { abs($0 - 11) < 1e-4 })
  }

  @Test("keys are labelled by their terms, numbers by themselves")
  func labels() throws {
    try page { page in
      #expect(Way.slow.label(page.term) == "Slow" && Way.other.label(page.term) == "other")
      #expect(
        Size.many.label(page.term) == "50" && Size.many.name == "50" && 7.name == "7" && 7.label(page.term) == "7")
      #expect(KeyPair(Way.fast, Size.few).label(page.term) == "Fast, 5")
    }
  }

  @Test("a report gives every key a value, named by cell, key and name")
  func report() throws {
    let toy = try ToyLesson { [Cell("measure", ToyLesson.measure), Cell("draw", ToyLesson.draw)] }
    defer { toy.remove() }
    let page = try toy.page(.en)
    try page.run(
      Cell("c") { page in
        let study = self.study(page)
        page.report("end", of: study, as: .number(digits: 1), \.end)
        page.report(of: study.map(\.end), as: .percent)
        page.report(of: self.table(page), as: .number)
      })
    let names = page.measurements.keys.filter { $0.hasPrefix("c.") }.sorted()
    #expect(
      names == [
        "c.fast", "c.fast.5", "c.fast.50", "c.fast.end", "c.very-slow", "c.very-slow.5", "c.very-slow.50",
        "c.very-slow.end",
      ])
    #expect(page.measurements["c.fast.end"]?.text(in: .en) == "13.0\u{A0}± 1.6")
    #expect(page.measurements["c.fast"]?.text(in: .en) == "1,300.0\u{A0}± 158.1\u{A0}%")
  }
}

@Suite("Charts of studies") struct StudyChartTests {
  private func page<Result>(_ body: (Page) throws -> Result) throws -> Result {
    let toy = try ToyLesson(glossary: "- `fast` **Fast**\n- `very-slow` **Slow**\n- `share` **Share**") { [] }
    defer { toy.remove() }
    return try body(toy.page(.id))
  }

  private func study(_ page: Page) -> Study<Way, Outcome> {
    page.study([.slow, .fast]) { way, seed in Outcome(end: Float(way == .fast ? 10 : 20) + Float(seed)) }
  }

  private static let spread = 2.5.squareRoot()

  private func isSpread(_ spread: ClosedRange<Double>?, around mean: Double) -> Bool {
    guard let spread else { return false }
    return abs(spread.lowerBound - (mean - Self.spread)) < 1e-9 && abs(spread.upperBound - (mean + Self.spread)) < 1e-9
  }

  @Test("bars: a category a key, a series a value, means with the deviation over the seeds")
  func bars() throws {
    let chart = try page { page in study(page).bars(Axis("a"), [("share", \.end), ("fast", { -$0.end })]) }
    #expect(chart.categories == ["Slow", "Fast"] && chart.series.map(\.name) == ["Share", "Fast"])
    #expect(chart.series.map(\.values) == [[23, 13], [-23, -13]])
    #expect(isSpread(chart.series[0].spreads[0], around: 23) && isSpread(chart.series[0].spreads[1], around: 13))
    let single = try page { page in study(page).bars(Axis("a"), \.end) }
    #expect(single.series.map(\.name) == [""] && single.series[0].values == [23, 13])
  }

  @Test("curves: a line a key, a point a place of the list")
  func curves() throws {
    let chart = try page { page in study(page).curves(x: Axis("x"), y: Axis("y"), from: 1, \.curve) }
    let lines = try #require(chart.panels.first).series
    #expect(lines.map(\.name) == ["Slow", "Fast"] && lines[1].points.map(\.x) == [1, 2])
    #expect(lines[1].points.map(\.y) == [0, 13] && isSpread(lines[1].points[1].spread, around: 13))
  }

  @Test("lines: a line a row over the columns' numbers; a heat map has both, with mean and spread in each field")
  func tables() throws {
    try page { page in
      let table = page.study([Way.fast, .slow], by: Size.allCases) { way, size, seed in
        Float(size.rawValue) / 100 * (way == .fast ? 1 : 2) + Float(seed) / 100
      }
      let lines = table.lines(x: Axis("x"), y: Axis("y"), at: { (size: Size) in Double(size.rawValue) }) { $0 }
      let series = try #require(lines.panels.first).series
      #expect(series.map(\.name) == ["Fast", "Slow"] && series.map { $0.points.map(\.x) } == [[5, 50], [5, 50]])
      #expect(abs(series[1].points[0].y - 0.13) < 1e-6)
      let (way, size) = (Way.fast, Size.few)
      let map = table.heatMap(rows: "way", columns: "share", value: "fast", format: .percent()) { (value: Float) in
        value
      }
      #expect(map.rows == ["Fast", "Slow"] && map.columns == ["5", "50"] && map.columnTitle == "Share")
      #expect(
        map.values.map { $0.map { ($0 ?? 0) * 100 } }.map { $0.map { Int($0.rounded()) } } == [[8, 53], [13, 103]])
      #expect(map.cellTexts?[0][0] == ["8,0\u{A0}± 1,6%"])
      #expect(table[way, size].count == 5)
    }
  }
}
