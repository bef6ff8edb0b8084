import Charts
import Notebook

extension PretrainedFigures {
  /// How far the pictures that drive a channel are of one class, layer by layer.
  func selectivity(_ trained: [[Float]], untrained: [[Float]]) throws {
    let title = Phrase(en: "Channels become particular", id: "Kanal makin pemilih")
    try page.figure(
      "selectivity", title: title,
      alternative: Phrase(
        en: """
          Two curves over depth: of the six pictures that drive a channel of the trained network most, \
          {{selectivity.first}} are of one class in the first layer and {{selectivity.last}} in the last; without \
          training the curve stays low and ends at {{selectivity.untrained}}.
          """,
        id: """
          Dua kurva terhadap kedalaman: dari enam gambar yang paling merangsang sebuah kanal jaringan terlatih, \
          {{selectivity.first}} sekelas di lapisan pertama dan {{selectivity.last}} di lapisan terakhir; tanpa \
          pelatihan kurvanya tetap rendah dan berakhir di {{selectivity.untrained}}.
          """),
      image: LineChart(
        title: page(title), x: depth(trained[0].count),
        y: .percent(page("of one class among the top six", id: "sekelas di antara enam teratas"), range: 0...1),
        series: [
          .init(page("trained", id: "terlatih"), points(trained)),
          .init(page("not trained", id: "tak dilatih"), points(untrained)),
        ], style: page.style
      ).image())
  }

  /// What a linear probe reads off every layer, on the source, on a near target and on a far one.
  func probes(_ curves: [[[Float]]]) throws {
    let title = Phrase(en: "What can be read off each layer", id: "Apa yang terbaca dari setiap lapisan")
    try page.figure(
      "probes", title: title,
      alternative: Phrase(
        en: """
          Test accuracy of linear probes against depth. On the source it rises from {{probes.source.first}} to \
          {{probes.source.last}}; on farm from {{probes.farm.first}} to {{probes.farm.last}}; on digits it is \
          {{probes.digits.late}} in the layer before the last and {{probes.digits.last}} in the last. Layers that \
          were never trained stay far below.
          """,
        id: """
          Akurasi uji probe linear terhadap kedalaman. Pada domain sumber naik dari {{probes.source.first}} menjadi \
          {{probes.source.last}}; pada farm dari {{probes.farm.first}} menjadi {{probes.farm.last}}; pada digits \
          {{probes.digits.late}} di lapisan kedua dari akhir dan {{probes.digits.last}} di lapisan terakhir. Lapisan \
          yang tak pernah dilatih jauh di bawahnya.
          """),
      image: LineChart(
        title: page(title), x: depth(curves[0][0].count),
        panels: [
          panel(page("accuracy on the source, 16 classes", id: "akurasi pada sumber, 16 kelas"), curves[0], curves[1]),
          panel(page("accuracy on farm, 3 new classes", id: "akurasi pada farm, 3 kelas baru"), curves[2], curves[3]),
          panel(
            page("accuracy on digits, far from the source", id: "akurasi pada digits, jauh dari sumber"), curves[4],
            curves[5]),
        ], panelHeight: 210, style: page.style
      ).image())
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
