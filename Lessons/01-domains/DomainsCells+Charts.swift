import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import Notebook
import TransferLearning

extension DomainsCells {
  /// Pictures, and what a network for digits reads in each.
  func grid(of pictures: [Image], _ readings: [(digit: Int, probability: Float)], _ page: Page) -> PictureGrid {
    let cells = zip(pictures, readings).map { picture, reading in
      let digit = page.term("reads", ["digit": "\(reading.digit)"])
      let probability = page.format(reading.probability, as: .percent)
      return PictureGrid.Cell(picture, caption: [.strong(digit), .init("p = \(probability)")])
    }
    return PictureGrid(cells: cells, columns: 6, factor: 4)
  }

  /// What the café serves.
  private var menu: [Datasets.Category] { [.tea, .juice, .coffee] }

  /// Six of each drink, and six of which no one can tell whether they are tea or coffee.
  func pictures(of served: [Scene], _ page: Page) -> PictureGrid {
    let clear = menu.map { drink in served.filter { $0.category == drink && !$0.couldBeTeaOrCoffee }.prefix(6) }
    let alike = Dictionary(grouping: served.filter(\.couldBeTeaOrCoffee), by: \.category)
    let pairs = zip(alike[.tea, default: []], alike[.coffee, default: []]).prefix(3)
    let names = menu.map { page(Phrase($0.name)) }
    return PictureGrid(
      rowHeadings: names + [page.term("which-is-it")],
      rows: clear.map { $0.map { $0.cell(size: 104) } }
        + [pairs.flatMap { [$0, $1] }.map { $0.cell(size: 104, caption: page(Phrase($0.category.name))) }],
      factor: 1)
  }

  /// P(y | brightness): the share of each drink in each tenth of the scale, from 0.1 on, and how many drinks lie there.
  func shares(in tenths: [Int: [Scene]], _ page: Page) -> BarChart {
    BarChart(
      categories: (1..<8).map { tenth in
        let ends = [tenth, tenth + 1].map { page.format(Float($0) / 10, as: .number(digits: 1)) }
        return ends.joined(separator: "–") + " n\u{A0}=\u{A0}\(tenths[tenth, default: []].count)"
      }, categoryTitle: page.term("brightness-and-count"),
      value: .percent(page.term("drink-given-brightness"), range: 0...1),
      series: menu.map { drink in
        BarChart.Series(
          page(Phrase(drink.name)), (1..<8).map { Double(tenths[$0, default: []].share { $0.category == drink }) })
      }, orientation: .vertical, showsValues: false)
  }

  /// Pictures of the source and, after a gap, of the target of each pair, with the conditions that the checker found.
  func pictures(of comparisons: Study<DomainPair, DomainComparison>, _ page: Page) -> PictureGrid {
    let (source, target) = (page.term("source"), page.term("target"))
    return PictureGrid(
      columnHeadings: [source, source, source, "", target, target, target],
      rowHeadings: comparisons.keys.map { pair in
        let symbols = DomainComparison.Condition.allCases.filter(comparisons.first(pair).conditions.contains)
          .map(\.symbol).joined(separator: ", ").replacing(" ", with: "\u{A0}")
        return "\(pair.label(page.term)): \(symbols.isEmpty ? page.term("no-difference-found") : symbols)"
      },
      rows: comparisons.keys.map { pair in
        let (source, target) = pair.worlds(seed: page.seed)
        func cells(_ world: Menagerie) -> [PictureGrid.Cell?] {
          pair.shownPictures.map { world.testScene($0).cell(size: 96, style: world.style) }
        }
        return cells(source) + [nil] + cells(target)
      }, factor: 1)
  }

  /// Where the pictures of each style lie in the plane of two principal components, `[96, 2]` for each style.
  func points(_ places: [Tensor], _ page: Page) -> ScatterChart {
    ScatterChart(
      x: Axis(page.term("first-component")), y: Axis(page.term("second-component")),
      groups: zip(Style.allCases, places).map { style, places in
        let values = places.values.map(Double.init)
        let marks = stride(from: 0, to: values.count, by: 2).map {
          ScatterChart.Mark(x: values[$0], y: values[$0 + 1], radius: 3)
        }
        return ScatterChart.Group(style.label(page.term), marks)
      })
  }

  /// How far the styles lie apart by one measure, mean and spread over the seeds; beside the discrepancy, its p-value.
  func table(
    of measure: DistanceMeasure, _ distances: Study<KeyPair<Style, Style>, DomainDistances>, _ page: Page
  ) -> HeatMap {
    distances.heatMap(value: measure.name, measure.value) { found in
      let distance = page(Phrase(found.map(measure.value), as: measure.format))
      return measure == .mmd ? [distance, pValue(found.map(\.discrepancy.pValue).range, page)] : [distance]
    }
  }

  private func pValue(_ range: ClosedRange<Float>, _ page: Page) -> String {
    let (low, high) = (range.lowerBound, range.upperBound)
    let format = ValueFormat.number(digits: high > 0.1 ? 2 : 3)
    return "p "
      + (low == high
        ? page.format(high, as: format) : format.text(from: Double(low), to: Double(high), in: page.language))
  }

  /// Accuracy against distance: a line for each style from a quarter of it to all, beside the accuracy on photos.
  func lines(of shifts: Study<KeyPair<Int, Style>, DomainShift>, photos: Float, _ page: Page) -> LineChart {
    let styles: [Style] = shifts.columns()
    return LineChart(
      x: Axis(page.term("distance-from-photos"), scale: .logarithmic), y: .percent(page.term("named-rightly")),
      series: styles.map { style in
        let column = shifts.column(style)
        return column.line(
          style.label(page.term), at: { Double(column.mean(of: $0, \.distance)) }, \.accuracy
        ).withinShares
      }, levels: [LineChart.Level(Double(photos), page.term("photos"))], height: 360)
  }
}

extension Scene {
  /// The scene as a picture of a grid, with one line below or none.
  func cell(size: Int, style: Style = .photo, caption: String? = nil) -> PictureGrid.Cell {
    PictureGrid.Cell(
      picture(size: size, style: style).withChannels(3), caption: caption.map { [.init($0)] } ?? [])
  }
}
