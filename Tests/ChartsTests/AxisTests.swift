import Imaging
import Testing

@testable import Charts

@Suite("Axes")
struct AxisTests {
  private func texts(_ axis: Axis, _ values: [Double], style: ChartStyle = .standard) -> [String] {
    SettledAxis(axis, values: values, style: style).ticks.map(\.text)
  }

  @Test("ticks are round and share their decimals")
  func linear() {
    #expect(texts(Axis("x"), [0, 1]) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(texts(.percent("x"), [0.3, 0.9]).first?.hasSuffix("%") == true)
    #expect(texts(Axis("x"), [0, 1], style: ChartStyle(decimalSeparator: ",")).contains("0,2"))
    #expect(texts(Axis("x", range: -20...20), []) == ["−20", "−10", "0", "10", "20"])
  }

  @Test("a logarithmic axis has powers of ten, and 2 and 5 when they are few")
  func logarithmic() {
    #expect(texts(Axis("x", scale: .logarithmic), [1, 100]) == ["1", "2", "5", "10", "20", "50", "100"])
    #expect(texts(Axis("x", scale: .logarithmic), [1e-5, 1e-1]) == ["10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²", "10⁻¹"])
  }

  @Test(
    "every value has its place, and nothing traps",
    arguments: [[], [3], [0, 0], [-1e-12, 1e-12], [1e30, 2e30], [.nan, 1], [-5, -5], [1e-300, 1]])
  func awkward(values: [Double]) {
    for scale in [Axis.Scale.linear, .logarithmic] {
      let axis = SettledAxis(Axis("x", scale: scale), values: values, style: .standard)
      #expect(axis.lower < axis.upper)
      #expect(axis.ticks.count < 20)
      for value in values where value.isFinite && (scale == .linear || value > 0) {
        let position = axis.position(value) ?? -1
        #expect((0...1).contains(position))
      }
      #expect(axis.position(.nan) == nil)
    }
  }

  @Test("the label of a point avoids other labels and stays inside")
  func labels() {
    let bounds = Box(x: 0, y: 0, width: 300, height: 200)
    var placement = LabelPlacement(bounds: bounds, obstacles: [CanvasPoint(x: 290, y: 10)], style: .standard)
    let boxes = (0..<6).map { _ in
      placement.place("mini-vgg", beside: CanvasPoint(x: 290, y: 10), distance: 8, size: 12)
    }
    for (index, box) in boxes.enumerated() {
      #expect(box.right <= 300 && box.y >= 0)
      for other in boxes[..<index] {
        let isApart =
          box.right <= other.x || other.right <= box.x || box.bottom <= other.y || other.bottom <= box.y
        #expect(isApart)
      }
    }
  }
}
