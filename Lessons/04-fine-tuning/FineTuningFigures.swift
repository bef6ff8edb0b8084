import Charts
import Notebook

/// The figures of the lesson that are curves, with their titles and alternative texts in both languages.
struct FineTuningFigures {
  let page: Page
  /// The parts of the network.
  var parts = 8

  /// Validation accuracy before learning and after each epoch; `curves[way][seed][epoch]`.
  func curves(_ curves: [[[Float]]]) throws {
    let title = Phrase(en: "Four ways to learn from fifteen pictures", id: "Empat cara belajar dari lima belas gambar")
    let names = [
      page("from scratch", id: "dari nol"), page("new head, all at once", id: "kepala baru, semua sekaligus"),
      page("head first, then all", id: "kepala dahulu, lalu semua"),
      page("head first, then all, ten times as fast", id: "kepala dahulu, lalu semua, sepuluh kali lebih cepat"),
    ]
    try page.figure(
      "curves", title: title,
      alternative: Phrase(
        en: """
          Four curves of validation accuracy over {{curves.epochs}} epochs. From scratch: up to {{curves.scratch.end}}. All at once: \
          from {{curves.all-at-once.before}} to {{curves.all-at-once.end}}. Head first: from {{curves.head-first.before}} \
          to {{curves.head-first.end}}. The same ten times as fast: down to {{curves.too-fast.after-one}} after one epoch, \
          in the end {{curves.too-fast.end}}.
          """,
        id: """
          Empat kurva akurasi validasi selama {{curves.epochs}} epoch. Dari nol: hingga {{curves.scratch.end}}. Semua sekaligus: \
          dari {{curves.all-at-once.before}} ke {{curves.all-at-once.end}}. Kepala dahulu: dari \
          {{curves.head-first.before}} ke {{curves.head-first.end}}. Cara yang sama sepuluh kali lebih cepat: turun ke \
          {{curves.too-fast.after-one}} setelah satu epoch, akhirnya {{curves.too-fast.end}}.
          """),
      caption: spreadCaption,
      image: LineChart(
        title: page(title), x: Axis("epoch", format: .number(decimals: 0)),
        panels: [
          LineChart.Panel(
            y: .percent(page("validation accuracy", id: "akurasi validasi"), range: 0.2...1),
            series: zip(names, curves).map { name, curves in
              .init(name, curves[0].indices.map { epoch in point(Double(epoch), curves.map { $0[epoch] }) })
            })
        ], panelHeight: 380, style: page.style
      ).image())
  }

  /// Validation accuracy against the learning rate; `accuracies[rate][seed]`.
  func rates(_ rates: [Float], _ accuracies: [[Float]]) throws {
    let title = Phrase(en: "Too fast, too slow", id: "Terlalu cepat, terlalu lambat")
    try page.figure(
      "rates", title: title,
      alternative: Phrase(
        en: """
          Validation accuracy against the learning rate. At 0.00001 it is {{rates.slowest.accuracy}}, best at \
          {{rates.best}} with {{rates.best.accuracy}}, and at 0.1 {{rates.fastest.accuracy}}.
          """,
        id: """
          Akurasi validasi terhadap laju pembelajaran. Pada 0,00001 nilainya {{rates.slowest.accuracy}}, terbaik pada \
          {{rates.best}} dengan {{rates.best.accuracy}}, dan pada 0,1 {{rates.fastest.accuracy}}.
          """),
      caption: spreadCaption,
      image: LineChart(
        title: page(title),
        x: Axis(
          page("learning rate", id: "laju pembelajaran"), scale: .logarithmic,
          ticks: rates.reversed().map(Double.init), format: .number(decimals: 5)),
        y: .percent(page("validation accuracy", id: "akurasi validasi"), range: 0.2...1),
        series: [.init("", zip(rates, accuracies).reversed().map { point(Double($0), $1) })], style: page.style
      ).image())
  }

  /// How far each part has gone; `trials[brake][seed]`.
  func distance(_ trials: [[BrakeTrial]]) throws {
    let title = Phrase(en: "How far each part has gone", id: "Seberapa jauh setiap bagian berpindah")
    let names = [
      page("one rate for all", id: "satu laju untuk semua"),
      page("half the rate for each part further down", id: "setengah laju untuk tiap bagian di bawahnya"),
      page("one rate, decay towards θ₀", id: "satu laju, peluruhan menuju θ₀"),
    ]
    let places = trials[0][0].distances.indices
    try page.figure(
      "distance", title: title,
      alternative: Phrase(
        en: """
          Three curves over the eight parts of the network. With one rate the first part has moved by \
          {{brakes.none.first}} of its size and the last below the head by {{brakes.none.last}}; with falling \
          rates by {{brakes.falling-rates.first}} and {{brakes.falling-rates.last}}; with decay by \
          {{brakes.decay.first}} and {{brakes.decay.last}}.
          """,
        id: """
          Tiga kurva atas delapan bagian jaringan. Dengan satu laju bagian pertama berpindah {{brakes.none.first}} \
          dari besarnya dan bagian terakhir di bawah kepala {{brakes.none.last}}; dengan laju menurun \
          {{brakes.falling-rates.first}} dan {{brakes.falling-rates.last}}; dengan peluruhan {{brakes.decay.first}} \
          dan {{brakes.decay.last}}.
          """),
      caption: spreadCaption,
      image: LineChart(
        title: page(title),
        x: Axis(
          page("part, from the picture (1) to the head (8)", id: "bagian, dari gambar (1) sampai kepala (8)"),
          ticks: places.map { Double($0 + 1) }, format: .number(decimals: 0)),
        y: .percent(page("‖θ − θ₀‖ / ‖θ₀‖", id: "‖θ − θ₀‖ / ‖θ₀‖")),
        series: zip(names, trials).map { name, runs in
          .init(name, places.map { part in point(Double(part + 1), runs.map { $0.distances[part].distance }) })
        }, style: page.style
      ).image())
  }

  var spreadCaption: Phrase {
    Phrase(
      en: "Mean and standard deviation over \(page.seeds.count) seeds.",
      id: "Rata-rata dan simpangan baku dari \(page.seeds.count) benih.")
  }

  func point(_ x: Double, _ values: [Float]) -> DataPoint { DataPoint(x: x, values: values.map(Double.init)) }
}
