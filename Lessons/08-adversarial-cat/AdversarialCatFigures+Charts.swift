import Charts
import Experiments
import Notebook

/// The figures of the lesson that are curves, bars and tables.
extension AdversarialCatFigures {
  /// How far a change moves the margin, against the number of values that were changed.
  func why(_ reaches: [Reach]) throws {
    func series(_ name: String, _ values: (Reach) -> [Float]) -> LineChart.Series {
      .init(name, reaches.map { DataPoint(x: Double($0.count), values: values($0).map(Double.init)) })
    }
    try page.figure(
      "why",
      LineChart(
        x: Axis(
          page("values changed by 1/255", id: "banyaknya nilai yang diubah 1/255"), scale: .logarithmic,
          ticks: reaches.map { Double($0.count) }, format: .number(decimals: 0)),
        y: Axis(page("change of z(cat) − z(dog)", id: "perubahan z(kucing) − z(anjing)"), scale: .logarithmic),
        series: [
          series(page("foretold, ε · ‖∇‖₁", id: "ramalan, ε · ‖∇‖₁"), \.foretold),
          series(page("along the signs", id: "menurut tanda"), \.signs),
          series(page("by chance, either way", id: "acak, arah mana pun"), \.chance),
        ], height: 380))
  }

  /// Targeted success against ε for four ways to change a picture; `rates[ε][way][seed]`.
  func epsilon(_ levels: [Float], _ rates: [[[Float]]]) throws {
    let names = [
      page("random", id: "acak"), page("one step (FGSM)", id: "satu langkah (FGSM)"),
      page("ten steps (iterated)", id: "sepuluh langkah (iteratif)"),
      page("ten steps with momentum, projected", id: "sepuluh langkah dengan momentum, diproyeksikan"),
    ]
    try page.figure(
      "epsilon",
      LineChart(
        x: Axis(
          page("ε, in levels of 255", id: "ε, dalam aras dari 255"), ticks: levels.map(Double.init),
          format: .number(decimals: 0)),
        y: .percent(page("taken for cat", id: "disangka kucing"), range: 0...1),
        series: names.indices.map { way in
          .init(names[way], zip(levels, rates).map { DataPoint(x: Double($0), values: $1[way].map(Double.init)) })
        }, height: 360))
  }

  /// Success of what was saved in four ways; `rates[saving][seed]`.
  func saved(_ rates: [[Float]]) throws {
    try page.figure(
      "saved",
      BarChart(
        categories: [
          page("never saved (float)", id: "tidak disimpan (pecahan)"),
          page("truncated to 8 bits", id: "dipotong ke 8 bit"), page("rounded to 8 bits", id: "dibulatkan ke 8 bit"),
          page("kept on the lattice", id: "dijaga pada kisi"),
        ],
        value: shareAxis(page("taken for cat, after reading the file", id: "disangka kucing, setelah berkas dibaca")),
        series: [series("", rates)], valueFormat: .percent(decimals: 1)))
  }

  /// How many dogs take how large a change, with those that are never fooled; `found[network][dog]`.
  func smallest(_ found: [[Int?]], upTo largest: Int) throws {
    let names = [page("plain network", id: "jaringan biasa"), page("robust twin", id: "kembaran tangguh")]
    try page.figure(
      "smallest",
      BarChart(
        categories: (1...largest).map { "\($0)" } + [page("never", id: "tak pernah")],
        value: Axis(
          page(
            "dogs, by the smallest ε in levels of 255", id: "banyaknya anjing, menurut ε terkecil dalam aras dari 255")),
        series: zip(names, found).map { name, radii in
          .init(
            name,
            (1...largest).map { level in
              let count = radii.count { $0 == level }
              return count == 0 ? nil : Double(count)
            } + [Double(radii.count { $0 == nil })])
        }, orientation: .vertical, valueFormat: .number(decimals: 0)))
  }

  /// Success of pictures made on one network and shown to another, `[source][victim]`, without a target and with one.
  func transfer(_ flipped: [[Float]], _ cats: [[Float]]) throws {
    let names = ["mini-vgg", "mini-vgg-robust", "resnet20", "mobilenet_v2"]
    try page.figure(
      "transfer",
      HeatMap(
        rowTitle: page("made on", id: "dibuat pada"),
        columnTitle: page("shown to", id: "diperlihatkan kepada"), rows: names, columns: names,
        values: flipped.map { $0.map { Double($0) } },
        cellTexts: zip(flipped, cats).map { rows in
          zip(rows.0, rows.1).map { [share($0), page("cat ", id: "kucing ") + share($1)] }
        },
        valueLabel: page("no longer a dog", id: "bukan anjing lagi"), format: .percent(decimals: 0), range: 0...1))
  }

  /// Victims that share the public base, or started from it, or have another.
  func sharedBase(_ trials: [SharedBaseTrial]) throws {
    try page.figure(
      "shared-base",
      BarChart(
        categories: [
          page("the public network itself", id: "jaringan publik itu sendiri"),
          page("its frozen base, a new head", id: "basisnya dibekukan, kepala baru"),
          page("fine-tuned from it", id: "disetel halus darinya"),
          page("another base (mobilenet_v2)", id: "basis lain (mobilenet_v2)"),
        ], value: shareAxis(page("dogs taken for cats", id: "anjing yang disangka kucing")),
        series: [
          series("", [trials.map(\.fooledPublic)] + (0..<3).map { place in trials.map { $0.fooled[place] } })
        ], valueFormat: .percent(decimals: 1)))
  }

  /// Two defences against an attack that does not know them, and two that do; `rates[defence][kind][seed]`.
  func defences(_ rates: [[[Float]]]) throws {
    try page.figure(
      "defences",
      BarChart(
        categories: [
          page("median filter, 3 × 3", id: "tapis median, 3 × 3"), page("three bits a value", id: "tiga bit per nilai"),
        ], value: shareAxis(page("share of dogs", id: "bagian anjing")),
        series: [
          series(page("right, not attacked", id: "benar, tidak diserang"), rates.map { $0[0] }),
          series(page("cat: attack does not know", id: "kucing: serangan tak tahu"), rates.map { $0[1] }),
          series(page("cat: along its gradient", id: "kucing: menurut gradiennya"), rates.map { $0[2] }),
          series(page("cat: straight through", id: "kucing: menembus langsung"), rates.map { $0[3] }),
        ], valueFormat: .percent(decimals: 1)))
  }

  /// What both networks still get right, against the size of the attack; `accuracies[ε][network][seed]`.
  func robustTwin(_ radii: [Float], _ accuracies: [[[Float]]]) throws {
    let names = [page("plain network", id: "jaringan biasa"), page("robust twin", id: "kembaran tangguh")]
    try page.figure(
      "twin",
      LineChart(
        x: Axis(page("ε, L2 of all changes", id: "ε, L2 dari semua perubahan")),
        y: .percent(page("still right", id: "masih benar"), range: 0...1),
        series: names.indices.map { place in
          .init(
            names[place], zip(radii, accuracies).map { DataPoint(x: Double($0), values: $1[place].map(Double.init)) })
        }))
  }

  private var spreadCaption: Phrase {
    Phrase(
      en: "Mean and standard deviation over \(page.seeds.count) seeds.",
      id: "Rata-rata dan simpangan baku dari \(page.seeds.count) benih.")
  }

  /// An axis of shares with room beyond 100 % for what stands beside a full bar.
  private func shareAxis(_ label: String) -> Axis {
    Axis(label, range: 0...1.14, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], format: .percent(decimals: 0))
  }

  private func share(_ value: Float) -> String { page.format(value, as: .percent(digits: 0)) }

  /// Shares with their spread, of which nothing lies beyond 0 and 1.
  private func series(_ name: String, _ values: [[Float]]) -> BarChart.Series {
    let points = values.map { DataPoint(x: 0, values: $0.map(Double.init)) }
    return BarChart.Series(name, points.map(\.y), spreads: points.map { $0.spread?.clamped(to: 0...1) })
  }
}
