import Charts
import Testing

@testable import Notebook

@Suite struct StudySelectionTests {
  private let study = Study(
    [1, 2, 3], seeds: [1, 2], term: Terms([:], language: .en),
    outcomes: [1: [[1, 3] as [Float], [3]], 2: [[0, 0], [0, 0]], 3: [[5], [7]]])

  @Test("some keys alone keep their outcomes, in the order given")
  func restricted() {
    let some = study.restricted(to: [3, 1])
    #expect(some.keys == [3, 1] && some.labels == ["3", "1"] && some[3] == [[5], [7]])
  }

  @Test("a curve that ends sooner than others of its key stays at its last value")
  func unevenCurves() throws {
    let chart = study.curves(
      x: Axis("epoch"), y: .percent("accuracy"), from: { Double($0) }, label: { "key \($0)" }, { $0 })
    let lines = try #require(chart.panels.first).series
    #expect(lines.map(\.name) == ["key 1", "key 2", "key 3"])
    #expect(lines[0].points.map(\.y) == [2, 3] && lines[0].points.map(\.x) == [1, 2])
    #expect(lines[2].points.map(\.y) == [6])
  }

  @Test("bars of seeds have their mean and spread")
  func barsOfSeeds() {
    let bars = BarChart.Series("accuracy", ofSeeds: [[1, 3], [2, 2]])
    #expect(bars.values == [2, 2] && bars.spreads[1] == 2...2)
    #expect(abs((bars.spreads[0]?.upperBound ?? 0) - 2 - 2.0.squareRoot()) < 1e-12)
  }
}
