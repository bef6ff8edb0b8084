import Imaging
import Testing

@testable import Charts

/// The contrast that WCAG 2.1 (1.4.3) asks of texts.
@Suite struct ContrastTests {
  @Test("the contrast of black and white is 21, of a colour with itself 1")
  func reference() {
    #expect(abs(Color(0xFFFFFF).contrast(with: Color(0x000000)) - 21) < 1e-3)
    #expect(Color(0x0072B2).contrast(with: Color(0x0072B2)) == 1)
    // WebAIM's contrast checker: #777777 on white is 4.47, #0072B2 on white 5.19.
    #expect(abs(Color(0x777777).contrast(with: .white) - 4.478) < 0.01)
    #expect(abs(Color(0x0072B2).contrast(with: .white) - 5.19) < 0.01)
  }

  @Test("a label can be read on every colour of every scale", arguments: [ColorScale.sequential, .diverging])
  func scales(scale: ColorScale) {
    for step in 0...2_000 {
      let ground = scale.color(at: Double(step) / 2_000)
      #expect(ground.contrast(with: ground.readableInk) >= 4.5, "\(step)")
    }
  }

  @Test(
    "every label of a heat map can be read, empty fields among them", arguments: [ColorScale.sequential, .diverging])
  func heatMaps(colors: ColorScale) {
    let values: [[Double?]] = (0..<20).map { row in (0..<20).map { Double(row * 20 + $0) - 200 } + [nil, .nan] }
    let map = HeatMap(
      rows: values.indices.map { "\($0)" }, columns: values[0].indices.map { "\($0)" }, values: values, valueLabel: "v",
      colors: colors)
    for row in values.indices {
      for column in values[row].indices {
        let ground = map.ground(row, column)
        #expect(ground.contrast(with: ground.readableInk) >= 4.5, "\(row), \(column)")
      }
    }
  }

  @Test("what is written on white in any figure can be read")
  func inks() {
    let captions: [PictureGrid.Caption] = ["a", .strong("a"), .muted("a"), .good("a"), .bad("a")]
    for ink in [Ink.text, Ink.secondary] + captions.map(\.color) { #expect(ink.contrast(with: Color.white) >= 4.5) }
  }
}
