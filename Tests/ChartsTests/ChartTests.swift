import Charts
import Imaging
import Testing

@Suite("Charts")
struct ChartTests {
  @Test("no chart reaches its outermost pixels, however long its words", arguments: [Font.found, .builtIn])
  func nothingIsCut(font: Font) {
    for (name, image) in ChartPictures.all(font: font) {
      let (right, bottom) = (image.width - 4, image.height - 4)
      let sides = [
        image.cropped(x: 0, y: 0, width: 4, height: image.height),
        image.cropped(x: right, y: 0, width: 4, height: image.height),
        image.cropped(x: 0, y: 0, width: image.width, height: 4),
        image.cropped(x: 0, y: bottom, width: image.width, height: 4),
      ]
      #expect(sides.map { $0.pixels.min() } == [1, 1, 1, 1], "\(name) in \(font)")
      #expect(image.channels == 3)
    }
  }

  @Test("the same chart gives the same bytes")
  func determinism() {
    for (one, other) in zip(ChartPictures.all(font: .found), ChartPictures.all(font: .found)) {
      #expect(one.image.pngData() == other.image.pngData(), "\(one.name)")
    }
  }

  @Test("pictures in a grid are exactly themselves, enlarged")
  func gridPixels() {
    let grid = ChartPictures.grid(.standard)
    let image = grid.image()
    for column in 0..<3 {
      let (x, y) = grid.corner(row: 0, column: column)
      let part = image.cropped(x: x, y: y, width: 17 * grid.factor, height: 13 * grid.factor)
      #expect(part == ChartPictures.picture(column + 1).enlarged(by: grid.factor))
    }
  }

  @Test("a grid of pictures in a row wraps into rows of its columns")
  func gridRows() {
    let cells = (0..<5).map { PictureGrid.Cell(ChartPictures.picture($0)) }
    let grid = PictureGrid(cells: cells, columns: 3, factor: 2)
    #expect(grid.rows.map(\.count) == [3, 2])
    #expect(grid.corner(row: 1, column: 1).x == grid.corner(row: 0, column: 1).x)
  }

  @Test("a picture with a caption that is much wider than itself is centred over it")
  func narrowPicture() {
    let grid = PictureGrid(
      cells: [.init(ChartPictures.picture(1), caption: ["Donaudampfschifffahrtsgesellschaft"])], columns: 1, factor: 1)
    let image = grid.image()
    let x = grid.corner(row: 0, column: 0).x
    #expect(abs(x + 17 / 2 - image.width / 2) <= 2)
  }

  @Test("bars under pictures are as long as their shares and begin in one line, whatever their names")
  func captionBars() {
    let cell = PictureGrid.Cell(
      ChartPictures.picture(1),
      caption: [.bar("cat", 1, "100 %"), .bar("a longer name", 0.5, "50 %"), .bar("", 0, "0 %")])
    let image = PictureGrid(cells: [cell], columns: 1, factor: 4).image()
    // Columns of strong blue in each row; a bar is ten rows high.
    let rows = (0..<image.height).map { y in
      (0..<image.width).filter { x in
        image[x: x, y: y, channel: 0] < 0.02 && abs(image[x: x, y: y, channel: 2] - 178.0 / 255) < 0.02
      }
    }.filter { $0.count > 8 && $0.count == ($0.last ?? 0) - ($0.first ?? 0) + 1 }
    let starts = Set(rows.compactMap(\.first))
    let lengths = Set(rows.map(\.count)).sorted()
    #expect(starts.count == 1 && lengths.count == 2)
    #expect(abs((lengths.last ?? 0) - 2 * (lengths.first ?? 0)) <= 2)
  }

  @Test("a line is drawn where its data are")
  func lineIsInPlace() {
    func chart(_ value: Double) -> Image {
      LineChart(
        title: "", x: Axis("x", range: 0...1), y: Axis("y", range: 0...1),
        series: [.init("a", [DataPoint(x: 0, y: value), DataPoint(x: 1, y: value)], hasMarkers: false)]
      ).image()
    }
    func blueRows(_ image: Image) -> [Int] {
      let x = image.width / 2 + 11
      return (0..<image.height).filter { image[x: x, y: $0, channel: 2] - image[x: x, y: $0, channel: 0] > 0.5 }
    }
    let (low, high) = (blueRows(chart(0.25)), blueRows(chart(0.75)))
    #expect((2...3).contains(low.count) && (2...3).contains(high.count))
    // Half the axis is half the plot's 320 pixels.
    #expect(abs((low.first ?? 0) - (high.first ?? 0) - 160) <= 1)
  }

  @Test("a bar of twice the value is twice as long")
  func barLengths() {
    let chart = BarChart(
      title: "", categories: ["a", "b"], value: Axis("x", range: 0...2), series: [.init("s", [1, 2])],
      showsValues: false)
    let image = chart.image()
    let lengths = (0..<image.height).map { y in
      (0..<image.width).count { image[x: $0, y: y, channel: 2] - image[x: $0, y: y, channel: 0] > 0.6 }
    }.filter { $0 > 20 }
    let shortest = lengths.min() ?? 0
    let longest = lengths.max() ?? 0
    #expect(shortest > 100)
    #expect(abs(longest - 2 * shortest) <= 2)
  }

  @Test("groups and series that differ in colour differ in grey too")
  func notByColorAlone() {
    func grey(_ name: Int) -> Image {
      let groups = (0...name).map { ScatterChart.Group("g", $0 == name ? [.init(x: 0, y: 0)] : []) }
      let image = ScatterChart(
        title: "", x: Axis("", range: -1...1, ticks: []), y: Axis("", range: -1...1, ticks: []), groups: groups
      ).image()
      let ink = image.withChannels(1)
      return Image(
        width: ink.width, height: ink.height, channels: 1, pixels: ink.pixels.map { $0 < 0.9 ? 0 : 1 }
      ).cropped(x: 0, y: ink.height - 420, width: ink.width, height: 360)
    }
    #expect(Set((0..<7).map(grey)).count == 7)
  }
}
