import Charts
import Experiments
import Notebook

/// The figures of the lesson that are curves, with their titles and alternative texts in both languages.
struct FineTuningFigures {
  let page: Page
  /// The parts of the network.
  var parts = 8

  /// Validation accuracy before learning and after each epoch; `curves[way][seed][epoch]`.
  func curves(_ curves: [[[Float]]]) throws {
    let names = [
      page("from scratch", id: "dari nol"), page("new head, all at once", id: "kepala baru, semua sekaligus"),
      page("head first, then all", id: "kepala dahulu, lalu semua"),
      page("head first, then all, ten times as fast", id: "kepala dahulu, lalu semua, sepuluh kali lebih cepat"),
    ]
    try page.figure(
      "curves",
      LineChart(
        x: Axis("epoch", format: .number(decimals: 0)),
        panels: [
          LineChart.Panel(
            y: .percent(page("validation accuracy", id: "akurasi validasi"), range: 0.2...1),
            series: zip(names, curves).map { name, curves in
              .init(name, curves[0].indices.map { epoch in point(Double(epoch), curves.map { $0[epoch] }) })
            })
        ], panelHeight: 380))
  }

  /// Validation accuracy against the learning rate; `accuracies[rate][seed]`.
  func rates(_ rates: [Float], _ accuracies: [[Float]]) throws {
    try page.figure(
      "rates",
      LineChart(
        x: Axis(
          page("learning rate", id: "laju pembelajaran"), scale: .logarithmic,
          ticks: rates.reversed().map(Double.init), format: .number(decimals: 5)),
        y: .percent(page("validation accuracy", id: "akurasi validasi"), range: 0.2...1),
        series: [.init("", zip(rates, accuracies).reversed().map { point(Double($0), $1) })]))
  }

  /// How far each part has gone; `trials[brake][seed]`.
  func distance(_ trials: [[BrakeTrial]]) throws {
    let names = [
      page("one rate for all", id: "satu laju untuk semua"),
      page("half the rate for each part further down", id: "setengah laju untuk tiap bagian di bawahnya"),
      page("one rate, decay towards θ₀", id: "satu laju, peluruhan menuju θ₀"),
    ]
    let places = trials[0][0].distances.indices
    try page.figure(
      "distance",
      LineChart(
        x: Axis(
          page("part, from the picture (1) to the head (8)", id: "bagian, dari gambar (1) sampai kepala (8)"),
          ticks: places.map { Double($0 + 1) }, format: .number(decimals: 0)),
        y: .percent(page("‖θ − θ₀‖ / ‖θ₀‖", id: "‖θ − θ₀‖ / ‖θ₀‖")),
        series: zip(names, trials).map { name, runs in
          .init(name, places.map { part in point(Double(part + 1), runs.map { $0.distances[part].distance }) })
        }))
  }

  var spreadCaption: Phrase {
    Phrase(
      en: "Mean and standard deviation over \(page.seeds.count) seeds.",
      id: "Rata-rata dan simpangan baku dari \(page.seeds.count) benih.")
  }

  func point(_ x: Double, _ values: [Float]) -> DataPoint { DataPoint(x: x, values: values.map(Double.init)) }
}
