import Charts
import Datasets
import Experiments
import Imaging
import Notebook
import TransferLearning

extension DomainsFigures {
  /// Three heat maps of the distances between styles, means over the seeds; `measured[seed][pair]`.
  func distances(_ measured: [[DomainDistances]]) throws {
    let pairs = StylePair.all.indices.map { pair in measured.map { $0[pair] } }
    let discrepancies = pairs.map { $0.map(\.discrepancy.discrepancy) }
    let probabilities = pairs.map { runs in
      let values = runs.map(\.discrepancy.pValue)
      let (low, high) = (values.min() ?? 0, values.max() ?? 0)
      let format = ValueFormat.number(digits: high > 0.1 ? 2 : 3)
      return "p "
        + (low == high
          ? page.format(high, as: format) : format.text(from: Double(low), to: Double(high), in: page.language))
    }
    try heatMap(
      "mmd",
      Phrase(
        en: "Maximum mean discrepancy, with p over five seeds", id: "Maximum mean discrepancy, dengan p pada lima benih"
      ),
      discrepancies, digits: 3, notes: probabilities, label: Phrase("MMD²"))
    try heatMap(
      "coral",
      Phrase(
        en: "CORAL, the distance of the covariances, in units of 10⁻⁵",
        id: "CORAL, jarak antarkovarians, dalam satuan 10⁻⁵"),
      pairs.map { $0.map { $0.coral * 1e5 } }, digits: 1,
      label: Phrase("10⁻⁵"))
    try heatMap(
      "probe",
      Phrase(
        en: "Proxy A-distance: how well a straight cut parts two domains",
        id: "Jarak-A proksi: seberapa baik irisan lurus memisahkan dua domain"),
      pairs.map { $0.map(\.classifier.distance) }, digits: 2, label: Phrase(en: "2(1 − 2·error)", id: "2(1 − 2·galat)"))
  }

  /// One heat map; `values[pair]` holds one number for each seed.
  private func heatMap(
    _ id: String, _ title: Phrase, _ values: [[Float]], digits: Int, notes: [String]? = nil, label: Phrase
  ) throws {
    let styles = Style.allCases
    let means = values.map { Double($0.mean) }
    let texts = values.indices.map { pair in
      [spread(values[pair], digits: digits)] + (notes.map { [$0[pair]] } ?? [])
    }
    let place = { (row: Int, column: Int) in
      StylePair.all.firstIndex { $0.target == styles[row] && $0.source == styles[column] }
    }
    let cells = styles.indices.map { row in styles.indices.dropLast().map { place(row, $0) } }
    let largest = means.indices.max { means[$0] < means[$1] } ?? 0
    let farthest = StylePair.all[largest]
    try page.figure(
      id, title: title,
      alternative: Phrase { language in
        let names = [farthest.source, farthest.target].map { Phrase($0.name)(language) }
        let (control, most) = (label.number(means[0], digits, language), label.number(means[largest], digits, language))
        return language == .en
          ? "A table. \(title.en): photos and other photos \(control); the largest, \(names[0]) and \(names[1]), \(most)."
          : "Tabel. \(title.id): foto dan foto lain \(control); terbesar, \(names[0]) dan \(names[1]), \(most)."
      },
      image: HeatMap(
        title: page(title), rows: styles.map { page(Phrase($0.name)) },
        columns: styles.dropLast().map { page(Phrase($0.name)) }, values: cells.map { $0.map { $0.map { means[$0] } } },
        cellTexts: cells.map { $0.map { $0.map { texts[$0] } ?? [] } }, valueLabel: page(label), style: page.style
      ).image())
  }

  /// Mean ± standard deviation over the seeds.
  private func spread(_ values: [Float], digits: Int) -> String {
    let mean = Double(values.mean)
    let squares = values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    return ValueFormat.number(digits: digits).text(
      mean: mean, spread: (squares / Double(values.count - 1)).squareRoot(), in: page.language)
  }
}

extension Phrase {
  /// A text that is the same in both languages.
  fileprivate init(_ text: String) { self.init(en: text, id: text) }

  fileprivate func number(_ value: Double, _ digits: Int, _ language: Language) -> String {
    ValueFormat.number(digits: digits).text(value, in: language)
  }
}
