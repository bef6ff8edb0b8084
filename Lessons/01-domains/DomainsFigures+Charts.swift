import Autograd
import Charts
import Datasets
import Experiments
import Imaging
import Notebook
import TransferLearning

extension DomainsFigures {
  /// P(y | brightness): the share of each drink in each tenth of the scale, from 0.1 on.
  func brightness(_ shares: [[Float]], of menu: [ClassName]) throws {
    try page.figure(
      "brightness",
      BarChart(
        categories: (1..<8).map { tenth in
          [tenth, tenth + 1].map { page.format(Float($0) / 10, as: .number(digits: 1)) }.joined(separator: "–")
        }, value: .percent(page("P(y | brightness of the drink)", id: "P(y | kecerahan minuman)"), range: 0...1),
        series: menu.enumerated().map { label, name in
          BarChart.Series(page(Phrase(name)), shares.map { Double($0[label]) })
        }, orientation: .vertical, showsValues: false))
  }

  /// Where the pictures of each style lie in the plane of the first two principal components of a layer.
  func plane(of layer: String, _ points: [Tensor]) throws {
    let isShallow = layer == "shallow"
    let title =
      isShallow
      ? Phrase(
        en: "Five styles after the first layer, in the plane of two principal components",
        id: "Lima gaya sesudah lapisan pertama, pada bidang dua komponen utama")
      : Phrase(
        en: "The same pictures after the last layer before the head",
        id: "Gambar yang sama sesudah lapisan terakhir sebelum kepala")
    try page.figure(
      "plane-\(layer)", title: title,
      alternative: isShallow
        ? Phrase(
          en: """
            Points in a plane that keeps {{plane.shallow}} of the variance: night pictures lie in a cloud of their own, \
            sketches in another on the far side, and paintings and grey pictures among the photos between them.
            """,
          id: """
            Titik-titik pada bidang yang menyimpan {{plane.shallow}} ragam: gambar malam membentuk gerombol sendiri, sketsa \
            gerombol lain di seberangnya, sedangkan lukisan dan gambar abu-abu berada di antara foto di tengah.
            """)
        : Phrase(
          en: "Points in a plane that keeps {{plane.deep}} of the variance: all styles lie mixed up.",
          id: "Titik-titik pada bidang yang menyimpan {{plane.deep}} ragam: semua gaya bercampur."),
      image: ScatterChart(
        title: page(title), x: Axis(page("first component", id: "komponen pertama")),
        y: Axis(page("second component", id: "komponen kedua")),
        groups: zip(Style.allCases, points).map { style, points in
          let values = points.values
          return ScatterChart.Group(
            page(Phrase(style.name)),
            (0..<points.shape[0]).map { .init(x: Double(values[2 * $0]), y: Double(values[2 * $0 + 1]), radius: 3) })
        }, style: page.style
      ).image())
  }

  /// The share of pictures that the network names rightly in each style.
  func accuracies(_ accuracies: [[Float]]) throws {
    let points = accuracies.map { DataPoint(x: 0, values: $0.map(Double.init)) }
    try page.figure(
      "accuracies",
      BarChart(
        categories: Style.allCases.map { page(Phrase($0.name)) },
        value: .percent(page("pictures named rightly", id: "gambar yang dinamai dengan benar"), range: 0...1),
        series: [.init("", points.map(\.y), spreads: points.map(\.spread))], valueFormat: .percent(decimals: 1)))
  }

  /// Accuracy against distance for sixteen worlds, means over the seeds.
  func farther(_ shifts: [[Shift]]) throws {
    let marks = shifts[0].indices.map { index in
      let (distance, accuracy) = (shifts.map { $0[index].distance }.mean, shifts.map { $0[index].accuracy }.mean)
      let strength = Double(shifts[0][index].look.strength)
      return (
        style: shifts[0][index].look.style,
        mark: ScatterChart.Mark(x: Double(distance), y: Double(accuracy), radius: 3 + 5 * strength)
      )
    }
    try page.figure(
      "farther",
      ScatterChart(
        x: Axis(
          page("distance from photos (MMD²), logarithmic", id: "jarak dari foto (MMD²), logaritmik"),
          scale: .logarithmic),
        y: .percent(page("pictures named rightly", id: "gambar yang dinamai dengan benar")),
        groups: Style.allCases.dropFirst().map { style in
          .init(page(Phrase(style.name)), marks.filter { $0.style == style }.map(\.mark))
        }, plotHeight: 360))
  }
}
