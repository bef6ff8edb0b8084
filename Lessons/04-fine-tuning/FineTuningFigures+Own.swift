import Charts
import Experiments
import Notebook

/// The figures of the lesson on own material.
extension FineTuningFigures {
  /// Accuracy on pictures kept back, after each epoch of each way; `curves[seed][way][epoch]`.
  func ownCurves(_ depths: [Int?], _ curves: [[[Float]]]) throws {
    let longest = curves.joined().map(\.count).max() ?? 0
    let series = depths.enumerated().map { way, depth in
      let runs = curves.map { $0[way] }
      // The head alone is found in one go, and stays as it is.
      let epochs = runs.map(\.count).max() == 1 ? longest : runs.map(\.count).max() ?? 0
      let first = depth == nil ? 1 : 0
      return LineChart.Series(
        name(ofDepth: depth),
        (0..<epochs).map { epoch in
          point(Double(epoch + first), runs.map { $0[min(epoch, $0.count - 1)] })
        })
    }
    try page.figure(
      "ways",
      LineChart(
        x: Axis("epoch", format: .number(decimals: 0)),
        panels: [
          LineChart.Panel(
            y: .percent(page("accuracy on pictures kept back", id: "akurasi pada gambar yang disisihkan")),
            series: series)
        ], panelHeight: 380))
  }

  /// Test accuracy and gap for every number of pictures and every depth.
  func ownTables(_ table: DepthTable) throws {
    try depthMap(
      "fewer-accuracy", table,
      title: Phrase(
        en: "How deep to train, and with how many pictures", id: "Seberapa dalam dilatih, dengan berapa gambar"),
      alternative: Phrase(
        en: """
          A table of test accuracy. With {{fewer.fewest}} pictures a class: the head alone {{fewer.head}}, everything \
          {{fewer.all}}, from scratch {{fewer.scratch}}; with {{fewer.most}}: {{ways.head}}, {{ways.all}}, {{ways.scratch}}.
          """,
        id: """
          Tabel akurasi uji. Dengan {{fewer.fewest}} gambar per kelas: kepala saja {{fewer.head}}, semuanya {{fewer.all}}, \
          dari nol {{fewer.scratch}}; dengan {{fewer.most}}: {{ways.head}}, {{ways.all}}, {{ways.scratch}}.
          """),
      label: page("test accuracy", id: "akurasi uji"), value: \.test)
    try depthMap(
      "fewer-gap", table,
      title: Phrase(
        en: "What is known by heart: training accuracy minus test accuracy",
        id: "Yang sekadar dihafal: akurasi latih dikurangi akurasi uji"),
      alternative: Phrase(
        en: """
          A table of the gap between training and test accuracy. Where everything learns it is {{fewer.all.gap}} with \
          {{fewer.fewest}} pictures a class and {{ways.all.gap}} with {{fewer.most}}; from scratch {{fewer.scratch.gap}} and \
          {{ways.scratch.gap}}.
          """,
        id: """
          Tabel selisih antara akurasi latih dan akurasi uji. Bila semuanya belajar, nilainya {{fewer.all.gap}} dengan \
          {{fewer.fewest}} gambar per kelas dan {{ways.all.gap}} dengan {{fewer.most}}; dari nol {{fewer.scratch.gap}} dan \
          {{ways.scratch.gap}}.
          """),
      label: page("gap", id: "selisih"), value: \.gap)
  }
}
