import Notebook
import TransferLearning

extension Predictions {
  /// Rows that a table has at most; of more classes the worst are shown, so many of them.
  static let (mostRows, worstRows) = (100, 20)

  /// A header and a row for each class: its name, precision, recall, F1, and how many pictures are of it; of many classes those
  /// with the lowest F1.
  func table(in language: Language) -> (header: [String], rows: [[String]]) {
    let report = report
    let header =
      language == .en
      ? ["class", "precision", "recall", "F1", "pictures"] : ["kelas", "presisi", "recall", "F1", "gambar"]
    var labels = Array(report.classes.indices)
    if labels.count > Predictions.mostRows {
      let worst = labels.sorted { (report.classes[$0].f1, $0) < (report.classes[$1].f1, $1) }
      labels = Array(worst.prefix(Predictions.worstRows))
    }
    let rows = labels.map { label in
      let score = report.classes[label]
      let shares = [score.precision, score.recall, score.f1].map {
        ValueFormat.number(digits: 3).text($0, in: language)
      }
      return [Phrase(name(label))(language)] + shares + ["\(score.count)"]
    }
    return (header, rows)
  }
}
