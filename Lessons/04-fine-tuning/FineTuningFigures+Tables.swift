import Charts
import Experiments
import Notebook

/// The figures of the lesson that are tables and bars.
extension FineTuningFigures {
  /// Test accuracy and gap for every number of pictures and every depth.
  func depth(_ table: DepthTable) throws {
    try depthMap(
      "depth-accuracy", table,
      title: Phrase(en: "How deep to train, and with how much", id: "Seberapa dalam dilatih, dengan berapa gambar"),
      alternative: Phrase(
        en: """
          A table of test accuracy. Head alone: {{depth.frozen-7.5}}, {{depth.frozen-7.20}}, {{depth.frozen-7.50}} with 5, \
          20 and 50 pictures a class. Everything: {{depth.frozen-0.5}}, {{depth.frozen-0.20}}, {{depth.frozen-0.50}}. From \
          scratch: {{depth.scratch.5}}, {{depth.scratch.20}}, {{depth.scratch.50}}.
          """,
        id: """
          Tabel akurasi uji. Kepala saja: {{depth.frozen-7.5}}, {{depth.frozen-7.20}}, {{depth.frozen-7.50}} dengan 5, 20, \
          dan 50 gambar per kelas. Semuanya: {{depth.frozen-0.5}}, {{depth.frozen-0.20}}, {{depth.frozen-0.50}}. Dari nol: \
          {{depth.scratch.5}}, {{depth.scratch.20}}, {{depth.scratch.50}}.
          """),
      label: page("test accuracy", id: "akurasi uji"), value: \.test)
    try depthMap(
      "depth-gap", table,
      title: Phrase(
        en: "What is known by heart: training accuracy minus test accuracy",
        id: "Yang sekadar dihafal: akurasi latih dikurangi akurasi uji"),
      alternative: Phrase(
        en: """
          A table of the gap between training and test accuracy for the same networks; where everything is trained it is \
          {{depth.gap.5}} with 5, {{depth.gap.20}} with 20 and {{depth.gap.50}} with 50 pictures a class.
          """,
        id: """
          Tabel selisih antara akurasi latih dan akurasi uji untuk jaringan yang sama; bila semuanya dilatih nilainya \
          {{depth.gap.5}} dengan 5, {{depth.gap.20}} dengan 20, dan {{depth.gap.50}} dengan 50 gambar per kelas.
          """),
      label: page("gap", id: "selisih"), value: \.gap)
  }

  func depthMap(
    _ id: String, _ table: DepthTable, title: Phrase, alternative: Phrase, label: String,
    value: (TuningScore) -> Float
  ) throws {
    let scores = table.depths.map { depth in table.sizes.map { size in table[size, depth].map(value) } }
    try page.figure(
      id, title: title, alternative: alternative, caption: spreadCaption,
      image: HeatMap(
        title: page(title), rowTitle: page("what learns", id: "yang belajar"),
        columnTitle: page("pictures per class", id: "gambar per kelas"), rows: table.depths.map(name(ofDepth:)),
        columns: table.sizes.map { "\($0)" }, values: scores.map { $0.map { Double($0.mean) } },
        cellTexts: scores.map { $0.map { [spread($0)] } }, valueLabel: label, format: .percent(decimals: 0),
        style: page.style
      ).image())
  }

  func name(ofDepth frozen: Int?) -> String {
    switch frozen {
    case nil: page("everything, from scratch", id: "semuanya, dari nol")
    case 0: page("everything, from θ₀", id: "semuanya, dari θ₀")
    case parts - 1: page("the head alone", id: "kepala saja")
    case let frozen?:
      page("the last \(parts - frozen) parts of \(parts)", id: "\(parts - frozen) bagian terakhir dari \(parts)")
    }
  }

  private func spread(_ values: [Float]) -> String {
    let point = point(0, values)
    let deviation = point.spread.map { ($0.upperBound - $0.lowerBound) / 2 } ?? 0
    return ValueFormat.percent.text(mean: point.y, spread: deviation, in: page.language)
  }

  /// Test accuracy with each brake; `trials[brake][seed]`.
  func brakes(_ trials: [[BrakeTrial]]) throws {
    try page.figure(
      "brakes",
      BarChart(
        categories: [
          page("no brake", id: "tanpa rem"),
          page("slower further down", id: "lebih lambat di bawah"),
          page("decay towards θ₀ (L2-SP)", id: "peluruhan menuju θ₀ (L2-SP)"),
          page("varied pictures", id: "gambar divariasikan"), "dropout",
          page("early stopping", id: "penghentian dini"),
        ], value: .percent(page("share of pictures", id: "bagian gambar"), range: 0...1),
        series: [
          series(page("test accuracy", id: "akurasi uji"), trials.map { $0.map(\.score.test) }),
          series(
            page("training minus test accuracy", id: "akurasi latih dikurangi uji"),
            trials.map { $0.map(\.score.gap) }),
        ], valueFormat: .percent(decimals: 1)))
  }

  /// Accuracy on the new task, and on the old one with the old head, with a frozen base and with its statistics running.
  func batchNorm(_ frozen: [NormTrial], _ running: [NormTrial]) throws {
    try page.figure(
      "batch-norm",
      BarChart(
        categories: [
          page("farm animals by night, new head", id: "hewan ternak malam hari, kepala baru"),
          page("the source's sixteen classes, old head", id: "enam belas kelas sumber, kepala lama"),
        ], value: .percent(page("accuracy", id: "akurasi"), range: 0...1),
        series: [
          series(page("frozen", id: "beku"), [frozen.map(\.accuracy), frozen.map(\.accuracyOnKnown)]),
          series(
            page("left running", id: "tetap berjalan"), [running.map(\.accuracy), running.map(\.accuracyOnKnown)]),
        ], valueFormat: .percent(decimals: 1)))
  }

  /// Test accuracy by how much was trained, near the source and far from it; `far[seed][depth]`.
  func far(_ depths: [Int], near: [[TuningScore]], far: [[Float]]) throws {
    try page.figure(
      "far",
      BarChart(
        categories: depths.map(name(ofDepth:)),
        value: .percent(page("test accuracy", id: "akurasi uji"), range: 0...1),
        series: [
          series(page("photos", id: "foto"), near.map { $0.map(\.test) }),
          series(page("by night", id: "malam hari"), depths.indices.map { place in far.map { $0[place] } }),
        ], valueFormat: .percent(decimals: 1)))
  }

  /// Test accuracy from scratch and fine-tuned, on farm animals and on digits; `digits[seed]` holds both.
  func digits(_ digits: [[Float]], farm: DepthTable?) throws {
    let (scratch, tuned) = (farm?[5, nil].map(\.test) ?? [], farm?[5, 0].map(\.test) ?? [])
    try page.figure(
      "digits",
      BarChart(
        categories: [page("farm animals", id: "hewan ternak"), page("digits", id: "angka")],
        value: .percent(page("test accuracy", id: "akurasi uji"), range: 0...1),
        series: [
          series(page("from scratch", id: "dari nol"), [scratch, digits.map { $0[0] }]),
          series(page("fine-tuned", id: "disetel halus"), [tuned, digits.map { $0[1] }]),
        ], valueFormat: .percent(decimals: 1)))
  }

  private func series(_ name: String, _ values: [[Float]]) -> BarChart.Series {
    let points = values.map { point(0, $0) }
    return BarChart.Series(name, points.map(\.y), spreads: points.map(\.spread))
  }
}
