import Charts
import Experiments
import Notebook

extension PretrainedFigures {
  /// How far the pictures that drive a channel are of one class, layer by layer.
  func selectivity(_ trained: [[Float]], untrained: [[Float]]) throws {
    try page.figure(
      "selectivity",
      LineChart(
        x: depth(trained[0].count),
        y: .percent(page("of one class among the top six", id: "sekelas di antara enam teratas"), range: 0...1),
        series: [
          .init(page("trained", id: "terlatih"), points(trained)),
          .init(page("not trained", id: "tak dilatih"), points(untrained)),
        ]))
  }

  /// What a linear probe reads off every layer, on the source, on a near target and on a far one.
  func probes(_ curves: [[[Float]]]) throws {
    try page.figure(
      "probes",
      LineChart(
        x: depth(curves[0][0].count),
        panels: [
          panel(page("accuracy on the source, 16 classes", id: "akurasi pada sumber, 16 kelas"), curves[0], curves[1]),
          panel(page("accuracy on farm, 3 new classes", id: "akurasi pada farm, 3 kelas baru"), curves[2], curves[3]),
          panel(
            page("accuracy on digits, far from the source", id: "akurasi pada digits, jauh dari sumber"), curves[4],
            curves[5]),
        ], panelHeight: 210))
  }

  private func panel(_ label: String, _ trained: [[Float]], _ untrained: [[Float]]) -> LineChart.Panel {
    LineChart.Panel(
      y: .percent(label, range: 0...1),
      series: [
        .init(page("pre-trained", id: "pralatih"), points(trained)),
        .init(page("not trained", id: "tak dilatih"), points(untrained)),
      ])
  }

  private func depth(_ layers: Int) -> Axis {
    Axis(
      page("depth: convolutions passed", id: "kedalaman: konvolusi yang dilalui"), range: 0.8...Double(layers) + 0.2,
      ticks: (1...layers).map(Double.init))
  }

  /// Mean and spread over the seeds at every depth.
  func points(_ runs: [[Float]]) -> [DataPoint] {
    runs[0].indices.map { layer in
      DataPoint(x: Double(layer + 1), values: runs.map { Double($0[layer]) })
    }
  }
}
