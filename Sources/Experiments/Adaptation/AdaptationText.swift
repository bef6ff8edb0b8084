import Datasets
import Foundation
import NeuralNetworks
import Notebook

/// The words of an adaptation's report.
struct AdaptationText {
  let training: AdaptationTraining
  let adapted: AdaptedNetwork
  /// The network's file.
  let file: URL
  let language: Language

  func markdown(_ figures: [TrainingFigure]) -> String {
    let pictures = figures.enumerated().map { index, figure in
      "![\(figure.alternative.inMarkdown)](\(figure.name).png)\n\n"
        + "**\(say("Figure", "Gambar")) \(index + 1). \(figure.title.inMarkdown).**"
    }
    let (source, target) = (training.pair.source.name, training.pair.target.name)
    let blocks =
      ["# \(source.inMarkdown) → \(target.inMarkdown)", settings]
      + [say("## How well it does", "## Seberapa baik"), scores, caution] + pictures
      + [say("## How to use it", "## Cara memakainya"), usage]
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private var settings: String {
    let (pair, settings) = (training.pair, training.settings)
    let classes = pair.source.names.map { $0(language) }.joined(separator: ", ")
    let rate = "\(settings.learningRate)".replacing(".", with: language == .en ? "." : ",")
    let rows = [
      (say("Method", "Metode"), settings.method.summary(language)),
      (say("Classes", "Kelas"), "\(pair.source.classNames.count): \(classes)"),
      (
        say("Source", "Sumber"),
        say(
          "\(pair.source.name): \(pair.source.training.count) pictures to learn from, \(pair.source.validation.count) to "
            + "choose by",
          "\(pair.source.name): \(pair.source.training.count) gambar untuk belajar, \(pair.source.validation.count) untuk "
            + "memilih")
      ),
      (
        say("Target", "Target"),
        say(
          "\(pair.target.name): \(pair.target.training.count) pictures without labels, \(pair.target.test.count) to score",
          "\(pair.target.name): \(pair.target.training.count) gambar tanpa label, \(pair.target.test.count) untuk dinilai"
        )
      ),
      (say("Starts from", "Berawal dari"), training.source.name),
      (
        say("Epochs", "Epoch"),
        say(
          "\(settings.epochs) on the source\(training.isAdapting ? ", \(settings.epochs) of adaptation" : ""); kept from "
            + "epoch \(adapted.keptEpoch)",
          "\(settings.epochs) pada sumber\(training.isAdapting ? ", \(settings.epochs) adaptasi" : ""); disimpan dari "
            + "epoch \(adapted.keptEpoch)")
      ),
      (say("Learning rate", "Laju pembelajaran"), rate),
      (say("Seed", "Benih acak"), "\(settings.seed)"),
      (say("Time", "Waktu"), ValueFormat.seconds.text(adapted.seconds, in: language)),
      (say("Made by", "Dibuat oleh"), Release.software),
    ]
    return
      (["| \(say("This adaptation", "Adaptasi ini")) | |", "|---|---|"]
      + rows.map { "| \($0) | \($1.inMarkdown) |" }).joined(separator: "\n")
  }

  private var scores: String {
    func percent(_ share: Float) -> String { ValueFormat.percent.text(Double(share), in: language) }
    func row(_ name: String, _ standing: AdaptedNetwork.Standing) -> String {
      "| \(name) | \(percent(standing.source)) | \(percent(standing.target)) |"
    }
    return
      ([
        say("| network | source, validation | target, test |", "| jaringan | sumber, validasi | target, uji |"),
        "|---|--:|--:|",
      ]
      + (training.isAdapting
        ? [
          row(say("knows the source alone", "hanya mengenal sumber"), adapted.before),
          row(say("adapted", "sesudah adaptasi"), adapted.after),
        ] : [row(say("knows the source alone", "hanya mengenal sumber"), adapted.after)]))
      .joined(separator: "\n")
  }

  private var caution: String {
    guard training.isAdapting else {
      return say(
        "The last epoch was kept. Nothing was chosen by a label of the target; these only score.",
        "Epoch terakhir disimpan. Tidak ada yang dipilih menurut label target; label itu hanya menilai.")
    }
    return say(
      "The epoch was chosen without a label of the target: by the accuracy on the source's validation pictures and the "
        + "information in the answers on the target, half each. The target's labels only score. The network's file has "
        + "what it needs on the target, so it may do worse on the source than before.",
      "Epoch dipilih tanpa satu pun label target: menurut akurasi pada gambar validasi sumber dan informasi dalam "
        + "jawaban pada target, masing-masing setengah. Label target hanya dipakai menilai. Berkas jaringan berisi yang "
        + "diperlukannya pada target, sehingga pada sumber hasilnya dapat lebih buruk daripada sebelumnya.")
  }

  private var usage: String {
    let path = file.relativePath.inShell
    return """
      ```sh
      alih predict photo.jpg --network \(path)
      alih networks info \(path)
      ```
      """
  }

  private func say(_ english: String, _ indonesian: String) -> String { Phrase(en: english, id: indonesian)(language) }
}
