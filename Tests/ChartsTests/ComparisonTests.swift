import Imaging
import Testing

@testable import Charts

/// What helps to compare: levels, spreads, names side by side, frames without axes.
@Suite struct ComparisonTests {
  private func darkRows(_ image: Image, x: Int) -> [Int] {
    (0..<image.height).filter { image[x: x, y: $0, channel: 0] < 0.6 }
  }

  @Test("a level is a line across the plot at its value, and belongs to what the axis shows")
  func level() {
    func chart(_ levels: [LineChart.Level], range: ClosedRange<Double>? = 0...1) -> Image {
      LineChart(
        x: Axis("x", range: 0...1), y: Axis("y", range: range),
        series: [.init("a", [DataPoint(x: 0, y: 0.9), DataPoint(x: 1, y: 0.9)], hasMarkers: false)], levels: levels
      ).image()
    }
    let (without, low) = (chart([]), chart([.init(0.25, "guessing")]))
    let changed = (0..<low.height).filter { y in
      (60..<400).contains { low[x: $0, y: y, channel: 0] < without[x: $0, y: y, channel: 0] - 0.3 }
    }
    #expect((1...3).contains(changed.count))
    let high = chart([.init(0.75, "guessing")])
    let above = (0..<high.height).filter { y in
      (60..<400).contains { high[x: $0, y: y, channel: 0] < without[x: $0, y: y, channel: 0] - 0.3 }
    }
    #expect(abs((changed.first ?? 0) - (above.first ?? 0) - 160) <= 1)
    #expect(chart([.init(0.1, "guessing")], range: nil) != chart([], range: nil))
  }

  @Test("two networks of one cost stand side by side, none hidden behind the other; in every group alike")
  func sideBySide() {
    func image(_ names: [String]) -> Image {
      ScatterChart(
        x: Axis("cost", range: 0...2), y: Axis("accuracy", range: 0...1),
        groups: [0.3, 0.8].enumerated().map { index, y in
          .init("\(index)", names.map { .init(x: 1, y: y, label: $0, radius: 8, spread: y - 0.1...y + 0.1) })
        }
      ).image()
    }
    func blue(_ image: Image) -> Int {
      image.pixels.indices.count {
        $0 % 3 == 0 && image.pixels[$0] < 0.05 && abs(image.pixels[$0 + 2] - 178.0 / 255) < 0.03
      }
    }
    let legend = blue(image([]))
    let (one, two) = (blue(image(["a"])) - legend, blue(image(["a", "b"])) - legend)
    #expect(one > 100 && abs(two - 2 * one) < one / 8)
  }

  @Test("a plane without numbers has a frame, as dark at the top as at the bottom")
  func frame() {
    let image = ScatterChart(
      x: Axis("", ticks: []), y: Axis("", ticks: []), groups: [.init("", [.init(x: 0, y: 0)])], plotHeight: 100
    ).image()
    let rows = darkRows(image, x: image.width / 4)
    #expect(rows.count == 2 && (95...101).contains((rows.last ?? 0) - (rows.first ?? 0)))
  }

  @Test("what the categories are is written below upright bars")
  func categoryTitle() {
    func chart(_ title: String) -> Image {
      BarChart(
        categories: ["1", "2"], categoryTitle: title, value: Axis("n"), series: [.init("", [0, 3])],
        orientation: .vertical
      ).image()
    }
    #expect(chart("smallest ε").height >= chart("").height + 15)
  }
}
