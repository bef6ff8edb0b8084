import Autograd
import Datasets
import Foundation
import Imaging
import Notebook
import TransferLearning

/// What is said about a score, in JSON and in words.
extension PhotoScore: Encodable {
  private enum CodingKeys: String, CodingKey {
    case accuracy, count, classes, confusion, skipped, figures
    case balancedAccuracy = "balanced_accuracy"
    case macroF1 = "macro_f1"
    case matchedBy = "matched_by"
    case passedOver = "passed_over"
  }

  private struct Row: Encodable {
    let name: String
    let folder: String
    let index, count, predictions: Int
    let precision, recall, f1: Double
  }

  /// `counts[t][p]`: how many pictures of class `true[t]` were taken for class `predicted[p]`.
  private struct Confusion: Encodable {
    let `true`, predicted: [String]
    let counts: [[Int]]
  }

  public func encode(to encoder: any Encoder) throws {
    let report = predictions.report
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(accuracy, forKey: .accuracy)
    try values.encode(report.balancedAccuracy, forKey: .balancedAccuracy)
    try values.encode(report.macroF1, forKey: .macroF1)
    try values.encode(count, forKey: .count)
    try values.encode(match.way.rawValue, forKey: .matchedBy)
    try values.encode(
      [
        "folders": passedOver.folders.count, "irregular": passedOver.irregular.count,
        "leftovers": passedOver.leftovers.count,
        "links": passedOver.links.count, "unlabelled": passedOver.unlabelled.count,
      ], forKey: .passedOver)
    try values.encode(figures.map(\.relativePath), forKey: .figures)
    try values.encode(skipped.map { $0.photo.description }, forKey: .skipped)
    try values.encode(
      report.classes.enumerated().map { label, score in
        Row(
          name: predictions.name(label).english, folder: pictures.classNames[label].english, index: match.places[label],
          count: score.count, predictions: score.predictions, precision: score.precision, recall: score.recall,
          f1: score.f1)
      }, forKey: .classes)
    let names = predictions.classNames.map(\.english)
    try values.encode(
      Confusion(true: names, predicted: names + predictions.others.map(\.english), counts: predictions.counts),
      forKey: .confusion)
  }

  /// A header and a row for each class: its name, precision, recall, F1, and how many pictures are of it; of many classes those
  /// with the lowest F1.
  public func table(in language: Language) -> (header: [String], rows: [[String]]) { predictions.table(in: language) }

  /// What is said in words: the accuracies, and what the table does not say.
  public func remarks(in language: Language) -> (summary: String, notes: [String]) {
    let report = predictions.report
    func percent(_ share: Double) -> String { ValueFormat.percent.text(share, in: language) }
    let (all, each) = (percent(accuracy), percent(report.balancedAccuracy))
    let summary = Phrase(
      en: "\(all) of \(count) pictures are classified rightly; each class counting the same: \(each)",
      id: "\(all) dari \(count) gambar diklasifikasi dengan benar; bila setiap kelas berbobot sama: \(each)")
    return (summary(language), notes(report).map { $0(language) })
  }

  private func notes(_ report: ClassificationReport) -> [Phrase] {
    var notes: [Phrase] = []
    let never = report.classes.indices.filter { report.classes[$0].isPrecisionUndefined }
    if !never.isEmpty {
      let names = Phrase.list(never.map { Phrase(predictions.name($0)) })
      notes.append(
        Phrase(
          en: "no picture is taken for \(names.en): the precision is undefined and counts as 0",
          id: "tidak ada gambar yang disangka \(names.id): presisinya tak terdefinisi dan dihitung 0"))
    }
    let most = predictions.mostCommonConfusion
    if most.count > 0 {
      let (label, other) = (Phrase(predictions.name(most.label)), Phrase(predictions.name(most.prediction)))
      notes.append(
        Phrase(
          en: "most often taken for another: \(label.en) for \(other.en), \(most.count) times",
          id: "yang paling sering keliru: \(label.id) disangka \(other.id), \(most.count) kali"))
    }
    if report.classes.count > Predictions.mostRows {
      notes.append(
        Phrase(
          en:
            "the table has the \(Predictions.worstRows) classes with the lowest F1; --json has all \(report.classes.count)",
          id:
            "tabel memuat \(Predictions.worstRows) kelas dengan F1 terendah; --json memuat semua \(report.classes.count)"
        ))
    }
    return notes
  }

  /// Writes the confusion matrix and the surest mistakes as PNG files into a folder, as far as there are any.
  /// - Throws: one line if a file cannot be written.
  public func writeFigures(into folder: URL, in language: Language) throws -> [URL] {
    let figures = PredictionFigures(
      predictions: predictions, pictures: pictures, kind: Phrase(en: "pictures", id: "gambar"), language: language)
    let output = try OutputFolder(folder)
    return try [figures.confusion, figures.mistakes].compactMap(\.self).map { figure in
      try output.write(
        figure.image.pngData(text: [
          "Title": figure.title, "Description": figure.alternative, "Software": Release.software,
        ]), to: "\(figure.name).png")
    }
  }
}
