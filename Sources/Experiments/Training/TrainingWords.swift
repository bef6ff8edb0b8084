import Foundation
import NeuralNetworks
import Notebook
import TransferLearning

extension TrainingLoop.Epoch {
  /// The epoch in one line, with the seconds that have gone by and, where there is more to do, those that the rest will take.
  public func line(of total: Int, seconds: Double, left: Double, in language: Language) -> String {
    func words(_ score: Score) -> String {
      let loss = ValueFormat.number(digits: 3).text(Double(score.loss), in: language)
      let accuracy = ValueFormat.percent.text(Double(score.accuracy), in: language)
      return language == .en ? "loss \(loss), accuracy \(accuracy)" : "rugi \(loss), akurasi \(accuracy)"
    }
    let learnt = language == .en ? "training" : "pelatihan"
    let chosen = validation.map { "; \(language == .en ? "validation" : "validasi") \(words($0))" } ?? ""
    func time(_ seconds: Double) -> String { ValueFormat.seconds(digits: 0).text(seconds, in: language) }
    let rest = language == .en ? ", \(time(left)) left" : ", sisa \(time(left))"
    return "epoch \(index + 1)/\(total): \(learnt) \(words(training))\(chosen), \(time(seconds))"
      + (index + 1 < total ? rest : "")
  }
}

extension TrainedNetwork {
  /// What came of it, in one line.
  public func summary(in language: Language) -> String {
    func percent(_ share: Float) -> String { ValueFormat.percent.text(Double(share), in: language) }
    let count = predictions.counts.joined().reduce(0, +)
    let time = ValueFormat.seconds.text(seconds, in: language)
    let inVain =
      keptEpoch > 0 ? "" : language == .en ? ", which no epoch improved on" : ", yang tak diungguli epoch mana pun"
    let name = language == .en ? "head alone" : "kepala klasifikasi saja"
    let aside = headAlone.map { " (\(name): \(percent($0.accuracy))\(inVain))" } ?? ""
    return language == .en
      ? "\(percent(validation.accuracy)) of \(count) validation pictures are classified rightly\(aside), \(time)"
      : "\(percent(validation.accuracy)) dari \(count) gambar validasi diklasifikasi dengan benar\(aside), \(time)"
  }
}
