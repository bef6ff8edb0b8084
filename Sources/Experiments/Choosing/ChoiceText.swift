import Datasets
import NeuralNetworks
import Notebook
import TransferLearning

/// The words of a choice: a summary for the terminal, and its report.
package struct ChoiceText {
  package let choice: NetworkChoice
  package let language: Language

  package func markdown(_ figures: [TrainingFigure]) -> String {
    let name = choice.data.name
    let pictures = figures.enumerated().map { index, figure in
      "![\(figure.alternative.inMarkdown)](\(figure.name).png)\n\n"
        + "**\(say("Figure", "Gambar")) \(index + 1). \(figure.title.inMarkdown).**"
    }
    let blocks =
      [
        "# " + say("A network for \(name)", "Jaringan untuk \(name)").inMarkdown, advice.inMarkdown,
        say("## The data", "## Datanya"), data.inMarkdown, say("## The networks at hand", "## Jaringan yang ada"),
        networks, scoreNote, say("## The ways, tried", "## Cara-cara, dicoba"), ways, caution,
      ] + pictures + [say("## How to go on", "## Cara melanjutkan"), "```sh\n\(command)\n```"]
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// The recommendation in words, with its reason.
  package var advice: String {
    let (best, taken) = (choice.best, choice.recommendedTrial)
    let network = choice.candidates[0].source.name
    let way = Phrase(
      en: [.head: "a new head on the frozen network", .fineTune: "fine-tuning", .scratch: "training from scratch"][
        taken.settings.strategy, default: ""],
      id: [
        .head: "kepala klasifikasi baru di atas jaringan beku", .fineTune: "fine-tuning",
        .scratch: "pelatihan dari nol",
      ][taken.settings.strategy, default: ""])
    let what = say(
      "Recommended: \(network) with \(way.en), \(percent(taken.accuracy)) of \(taken.count) validation pictures.",
      "Disarankan: \(network) dengan \(way.id), \(percent(taken.accuracy)) dari \(taken.count) gambar validasi.")
    let other = best.settings.strategy.rawValue
    let why =
      best.settings.strategy == taken.settings.strategy
      ? say("No other way does better.", "Tidak ada cara lain yang lebih baik.")
      : say(
        "\(other) has \(percent(best.accuracy)), which is not ahead by more than chance, and costs more.",
        "\(other) mencapai \(percent(best.accuracy)), tidak unggul melebihi kebetulan, dan lebih mahal.")
    let transfer =
      taken.settings.strategy == .scratch
      ? say(
        " What this network has learnt is of no use for these pictures.",
        " Yang telah dipelajari jaringan ini tidak berguna bagi gambar-gambar ini.") : ""
    return "\(what) \(why)\(transfer)"
  }

  private var data: String {
    let data = choice.data
    let size = say(
      "\(data.classNames.count) classes, \(data.training.count) pictures to learn from, "
        + "\(data.validation.count) to choose by.",
      "\(data.classNames.count) kelas, \(data.training.count) gambar untuk belajar, "
        + "\(data.validation.count) untuk memilih."
    )
    guard let distance = choice.distance else {
      return size + " "
        + say(
          "How far they are from what the network has learnt cannot be measured: its own pictures are not "
            + "at hand, or yours are few.",
          "Jarak ke yang telah dipelajari jaringan tidak dapat diukur: gambar asalnya tidak tersedia, "
            + "atau gambar Anda sedikit."
        )
    }
    let number = ValueFormat.number(digits: 2).text(Double(distance), in: language)
    return size + " "
      + say(
        "Their proxy A-distance to the pictures that the network has learnt is \(number) (0: cannot be "
          + "told apart, 2: always).",
        "Jarak-A proksinya ke gambar yang telah dipelajari jaringan ialah \(number) (0: tak terbedakan, "
          + "2: selalu terbedakan)."
      )
  }

  private var networks: String {
    let header = ["", "LogME", "LEEP", "H-score", say("time", "waktu")]
    let rows = choice.candidates.map { candidate in
      [candidate.source.name.inMarkdown]
        + [candidate.scores.logME, candidate.scores.leep, candidate.scores.hScore].map {
          ValueFormat.number(digits: 3).text($0, in: language)
        } + [ValueFormat.seconds(digits: 1).text(candidate.seconds, in: language)]
    }
    return table([header] + rows)
  }

  private var scoreNote: String {
    say(
      "The largest LogME is tried. Scores rank networks; they are no accuracies. What they are worth is measured in "
        + "the lesson: `alih run choosing`.",
      "Yang dicoba ialah yang LogME-nya terbesar. Skor mengurutkan jaringan dan bukan akurasi. Nilainya diukur dalam "
        + "pelajaran: `alih run choosing`.")
  }

  private var ways: String {
    let header = [
      say("way", "cara"), say("validation", "validasi"), say("training", "pelatihan"), "epoch", say("time", "waktu"),
    ]
    let rows = choice.trials.map { trial in
      [
        trial.settings.strategy.summary(language).inMarkdown,
        "\(percent(trial.accuracy)) ± \(percent(trial.standardError))", percent(trial.trained.training.accuracy),
        "\(trial.trained.epochs.count)", ValueFormat.seconds.text(trial.trained.seconds, in: language),
      ]
    }
    return table([header] + rows)
  }

  private var caution: String {
    let count = choice.data.validation.count
    let step = percent(1 / Float(max(1, count)))
    return say(
      "± is one standard error. With \(count) validation pictures one picture is \(step). They chose the epoch of "
        + "fine-tuning and the way, so their score flatters a little; and the short trainings favour what is quick. A fair "
        + "score of what you train in the end takes pictures that nothing was chosen by.",
      "± ialah satu galat baku. Dengan \(count) gambar validasi, satu gambar bernilai \(step). Gambar itu ikut memilih "
        + "epoch fine-tuning dan caranya, sehingga nilainya sedikit terlalu bagus; dan pelatihan singkat menguntungkan "
        + "cara yang cepat. Nilai yang adil atas hasil akhirnya memerlukan gambar yang tidak dipakai memilih apa pun.")
  }

  /// What trains the network that is recommended.
  private var command: String {
    let (data, network) = (choice.data.source.argument, choice.candidates[0].argument)
    let classes = choice.data.source.chosenClasses
    let chosen = classes.isEmpty ? "" : " --classes \(classes.joined(separator: ",").inShell)"
    return "alih train --data \(data.inShell)\(chosen) --strategy \(choice.recommended.rawValue) --network "
      + "\(network.inShell) --output mine.safetensors"
  }

  private func table(_ rows: [[String]]) -> String {
    let rule = rows[0].indices.map { $0 == 0 ? "---" : "--:" }
    return ([rows[0], rule] + rows.dropFirst()).map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  private func percent(_ share: Float) -> String { ValueFormat.percent.text(Double(share), in: language) }

  private func say(_ english: String, _ indonesian: String) -> String { Phrase(en: english, id: indonesian)(language) }
}
