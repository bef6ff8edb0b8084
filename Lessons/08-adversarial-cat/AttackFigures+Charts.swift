import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import Notebook
import Visualization

/// Charts that take more than a line.
extension AttackFigures {
  /// A picture, the gradient so many times as large with zero in grey, and its signs.
  func gradient(_ picture: Tensor, _ gradient: Tensor, times factor: Float) -> PictureGrid {
    func grey(_ tensor: Tensor, _ factor: Float) -> Image { (tensor * factor + 0.5).pictures[0] }
    let number = page.format(factor, as: .number(digits: 0))
    return grid(
      columns: [page.term("dog"), page.term("gradient-enlarged", ["factor": number]), page.term("its-signs")],
      side: 256,
      [[picture.pictures[0], grey(gradient, factor), grey(gradient.signs, 0.5)].map { PictureGrid.Cell($0) }])
  }

  /// How far a change moves the margin, against the number of values that were changed.
  func linearity(_ study: Study<Int, LinearityMeasurement>) -> LineChart {
    LineChart(
      x: Axis(
        page.term("values-changed"), scale: .logarithmic, ticks: study.keys.map(Double.init),
        format: .number(decimals: 0)),
      y: Axis(page.term("change-of-margin"), scale: .logarithmic),
      series: [
        study.line(page.term("foretold"), at: Double.init, \.foretold),
        study.line(page.term("along-signs"), at: Double.init, \.signs),
        study.line(page.term("by-chance"), at: Double.init, \.chance),
      ], height: 380)
  }

  /// The share of pictures taken for the target against ε, a plot for each way to change them, so that no band covers
  /// another's; a share's band ends at 0 and at 1.
  func panels(_ study: Study<KeyPair<AttackMethod, Int>, SuccessRate>) -> LineChart {
    let methods: [AttackMethod] = study.rows()
    let levels: [Int] = study.columns()
    return LineChart(
      x: Axis(page.term("epsilon-levels"), ticks: levels.map(Double.init), format: .number(decimals: 0)),
      panels: methods.map { method in
        let line = study.row(method).line(at: Double.init, \.targeted).withinShares
        let label = page.term("taken-for-target-by", ["method": page.term(method.name)])
        return LineChart.Panel(y: Axis(label, range: 0...1, ticks: [0, 0.5, 1], format: .percent()), series: [line])
      }, panelHeight: 110)
  }

  /// How many pictures take how large a change, with those that are never fooled.
  func smallest(_ study: Study<NetworkRole, [Int?]>, upTo largest: Int) -> BarChart {
    BarChart(
      categories: (1...largest).map { "\($0)" } + [page.term("never")], categoryTitle: page.term("smallest-epsilon"),
      value: Axis(page.term("pictures-by-epsilon")),
      series: study.keys.map { role in
        let radii = study[role].flatMap { $0 }
        let counts = (1...largest).map { level in radii.count { $0 == level } }
        return .init(page.term(role.name), (counts + [radii.count { $0 == nil }]).map(Double.init))
      }, orientation: .vertical, valueFormat: .number(decimals: 0))
  }

  /// Success of pictures made on one network and shown to another, without a target and with one.
  func transfer(
    _ flipped: Study<KeyPair<NetworkRole, NetworkRole>, Float>, _ cats: Study<KeyPair<NetworkRole, NetworkRole>, Float>
  ) -> HeatMap {
    func share(_ value: Float) -> String { page.format(value, as: .percent) }
    let roles = NetworkRole.allCases
    let pairs = roles.map { source in roles.map { KeyPair(source, $0) } }
    return HeatMap(
      rowTitle: page.term("made-on"), columnTitle: page.term("shown-to"), rows: roles.map(\.shortName),
      columns: roles.map(\.shortName), values: pairs.map { $0.map { Double(flipped.mean(of: $0)) } },
      cellTexts: pairs.map {
        $0.map { [share(flipped.mean(of: $0)), page.term("cat-share", ["share": share(cats.mean(of: $0))])] }
      }, valueLabel: page.term("no-longer-dog"), format: .percent(decimals: 0), range: 0...1)
  }

  /// Pictures, and below them what a large change makes of them on each network.
  func large(_ study: Study<NetworkRole, TransferScores>) -> PictureGrid {
    let rows = study.keys.map { role in
      study[role].map { scores in
        PictureGrid.Cell(
          scores.picture,
          caption: [
            bar(page.term("itself"), scores.itself, .plain), bar(page.term("judge"), scores.judge, .strong),
          ])
      }
    }
    return grid(
      headings: [page.term("dogs")] + study.keys.map { page.term($0.name) },
      [set.pictures.pictures.map { PictureGrid.Cell($0) }] + rows)
  }

  /// Changes of a picture within some levels: each stretched until it fills the range, and all with one factor.
  func stretched(_ original: Tensor, _ attacked: [(level: Int, picture: Tensor)]) -> PictureGrid {
    func row(_ factor: (Int) -> Float) -> [PictureGrid.Cell] {
      attacked.map { level, picture in
        PictureGrid.Cell(
          picture.pictures[0].change(from: original.pictures[0], times: factor(level)),
          caption: [.init("× \(page.format(factor(level), as: .number(digits: 1)))")])
      }
    }
    return grid(
      columns: attacked.map { "ε = \($0.level)/255" },
      headings: [page.term("each-stretched"), page.term("one-factor")],
      [row { 127.5 / Float($0) }, row { _ in 8 }])
  }
}
