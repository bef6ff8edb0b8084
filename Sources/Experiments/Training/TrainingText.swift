import Datasets
import Foundation
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// The words of a training's report.
package struct TrainingText {
  package let training: NetworkTraining
  package let trained: TrainedNetwork
  /// The network's file.
  package let file: URL
  package let language: Language

  package func markdown(_ figures: [TrainingFigure]) -> String {
    let pictures = figures.enumerated().map { index, figure in
      "![\(figure.alternative.inMarkdown)](\(figure.name).png)\n\n"
        + "**\(say("Figure", "Gambar")) \(index + 1). \(figure.title.inMarkdown).**"
    }
    let blocks =
      [
        "# \(title.inMarkdown)", table(settings), say("## How well it does", "## Seberapa baik"), scores, caution,
        classes,
      ]
      + pictures
      + remarks
      + [say("## How to use it", "## Cara memakainya"), usage]
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private var title: String {
    let name = training.source.network.architecture.name
    return say("\(name), trained on \(training.data.name)", "\(name), dilatih dengan \(training.data.name)")
  }

  private var settings: [(String, String)] {
    let (data, settings) = (training.data, training.settings)
    let classes = data.classNames.map { Phrase($0)(language) }.joined(separator: ", ")
    let scale =
      training.source.network.assumedScale.map { scale in
        say(
          "; its file does not state its scale, \(scale.en) was taken",
          "; berkasnya tidak menyebut skalanya, dipakai \(scale.id)")
      } ?? ""
    var rows = [
      (say("Strategy", "Strategi"), settings.strategy.summary(language)),
      (say("Classes", "Kelas"), "\(data.classNames.count): \(classes)"),
      (
        say("Pictures", "Gambar"),
        say(
          "\(data.training.count) to learn from, \(data.validation.count) to choose by",
          "\(data.training.count) untuk belajar, \(data.validation.count) untuk memilih")
      ),
    ]
    if settings.strategy != .scratch { rows.append((say("Starts from", "Berawal dari"), training.source.name + scale)) }
    if settings.strategy == .fineTune {
      let all = trained.network.layerGroups.count
      rows.append(
        (say("Frozen parts", "Bagian beku"), "\(settings.frozenParts) \(say("of", "dari")) \(all)"))
    }
    if settings.strategy != .head { rows += steps }
    return rows + [
      (say("Seed", "Benih acak"), "\(settings.seed)"),
      (say("Time", "Waktu"), ValueFormat.seconds.text(trained.seconds, in: language)),
      (say("Made by", "Dibuat oleh"), Release.software),
    ]
  }

  /// The settings of a training in epochs.
  private var steps: [(String, String)] {
    let settings = training.settings
    let rate = "\(settings.learningRate)".replacing(".", with: language == .en ? "." : ",")
    return [
      (say("Epochs", "Epoch"), epochs), (say("Learning rate", "Laju pembelajaran"), rate),
      (say("Batch", "Ukuran batch"), "\(settings.batchSize)"),
      (
        say("Augmentation", "Augmentasi"),
        settings.isAugmented ? say("mirror and crop", "cermin dan potongan") : say("none", "tidak ada")
      ),
    ]
  }

  private var epochs: String {
    let end = trained.divergence.map { divergence in
      say("; diverged in epoch \(divergence.epoch + 1)", "; divergen pada epoch \(divergence.epoch + 1)")
    }
    return keptEpochs + (end ?? "")
  }

  private var keptEpochs: String {
    let (done, most) = (trained.epochs.count, training.settings.epochs)
    guard trained.keptEpoch > 0 else {
      return say(
        "\(done) of at most \(most); none was better than the head alone, which was kept",
        "\(done) dari paling banyak \(most); tak satu pun mengungguli kepala klasifikasi saja, yang disimpan")
    }
    return say(
      "\(done) of at most \(most); kept from epoch \(trained.keptEpoch)",
      "\(done) dari paling banyak \(most); disimpan dari epoch \(trained.keptEpoch)")
  }

  private func table(_ rows: [(String, String)]) -> String {
    (["| \(say("This training", "Pelatihan ini")) | |", "|---|---|"]
      + rows.map { "| \($0) | \($1.inMarkdown) |" }).joined(separator: "\n")
  }

  private var scores: String {
    func row(_ name: String, _ score: Score, _ count: Int) -> String {
      "| \(name) | \(count) | \(ValueFormat.percent.text(Double(score.accuracy), in: language)) "
        + "| \(ValueFormat.number(digits: 3).text(Double(score.loss), in: language)) |"
    }
    let (data, chosen) = (training.data, say("validation", "validasi"))
    let before = trained.headAlone.map {
      [row(say("validation, head alone", "validasi, kepala klasifikasi saja"), $0, data.validation.count)]
    }
    return
      ([
        say("| pictures | number | accuracy | loss (nats) |", "| gambar | jumlah | akurasi | rugi (nat) |"),
        "|---|--:|--:|--:|", row(say("training", "pelatihan"), trained.training, data.training.count),
      ] + (before ?? []) + [row(chosen, trained.validation, data.validation.count)]).joined(separator: "\n")
  }

  /// Precision, recall and F1 of each class, which an average may hide.
  private var classes: String {
    let (header, rows) = trained.predictions.table(in: language)
    let each = ValueFormat.percent.text(trained.predictions.report.balancedAccuracy, in: language)
    let lines = [header] + rows
    let table = lines.map { "| " + $0.map(\.inMarkdown).joined(separator: " | ") + " |" }
    return say(
      "Each class counting the same, \(each) of the validation pictures are classified rightly:",
      "Bila setiap kelas berbobot sama, \(each) gambar validasi diklasifikasi dengan benar:") + "\n\n"
      + ([table[0], "|---|--:|--:|--:|--:|"] + table.dropFirst()).joined(separator: "\n")
  }

  private var caution: String {
    let command = "alih evaluate --data FOLDER --network \(path)".inMarkdownCode
    return training.settings.patience == nil
      ? say(
        "No validation picture was learnt from. A fair score of what you go on to choose takes new pictures: "
          + "\(command).",
        "Gambar validasi tidak dipakai untuk belajar. Nilai yang adil atas pilihan Anda selanjutnya memerlukan gambar "
          + "baru: \(command).")
      : say(
        "The validation pictures chose the epoch, so their score flatters a little. A fair one takes new pictures: "
          + "\(command).",
        "Gambar validasi ikut memilih epoch, sehingga nilainya sedikit terlalu bagus. Nilai yang adil memerlukan "
          + "gambar baru: \(command).")
  }

  /// Why a figure is not there.
  private var remarks: [String] {
    let classes = training.data.classNames.count
    return
      (trained.predictions.wrong.isEmpty
      ? [say("There are no mistakes to show.", "Tidak ada kekeliruan untuk ditunjukkan.")] : [])
      + (classes > PredictionFigures<Choosing>.mostClasses
        ? [
          say(
            "With \(classes) classes a table of confusions could not be read; it is left out.",
            "Dengan \(classes) kelas, tabel kekeliruan tak terbaca; tabel itu ditiadakan.")
        ] : [])
  }

  /// The network's file as a shell takes it, on one line.
  private var path: String { file.relativePath.inShell }

  private var usage: String {
    return """
      ```sh
      alih predict photo.jpg --network \(path)
      alih networks info \(path)
      ```
      """
  }

  private func say(_ english: String, _ indonesian: String) -> String { Phrase(en: english, id: indonesian)(language) }
}
