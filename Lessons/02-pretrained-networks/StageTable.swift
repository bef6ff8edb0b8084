import Autograd
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// A table of Markdown in both languages, for the places of a text where the rows follow from what was found.
struct MarkdownTable {
  let header: [Phrase]
  let rows: [[Phrase]]

  /// The table as a measured word: a name in the text, `{{cell.table}}`, stands for all of it.
  var phrase: Phrase { Phrase(en: text(.en), id: text(.id)) }

  private func text(_ language: Language) -> String {
    let rule = header.indices.map { $0 == 0 ? "---" : "---:" }
    let lines = [header.map { $0(language) }, rule] + rows.map { $0.map { $0(language) } }
    return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }
}

extension Phrase {
  /// A number as the readers of both languages write it.
  init(_ value: some BinaryFloatingPoint, as format: ValueFormat) {
    self.init(en: format.text(Double(value), in: .en), id: format.text(Double(value), in: .id))
  }

  /// Mean and spread of some numbers as the readers of both languages write them.
  init(_ values: [Float], as format: ValueFormat) {
    let mean = values.mean
    let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    let spread = Double((squares / Float(max(1, values.count - 1))).squareRoot())
    self.init(
      en: format.text(mean: Double(mean), spread: spread, in: .en),
      id: format.text(mean: Double(mean), spread: spread, in: .id))
  }

  /// A whole number as the readers of both languages write it.
  init(_ value: Int) {
    self.init(Double(value), as: .count)
  }
}

/// What the stages of a network are like, as a table.
struct StageTable {
  let network: Network
  let stages: [LayerSummary]
  let maps: [FeatureMaps]
  let strongest: StrongestCrops

  var phrase: Phrase {
    MarkdownTable(
      header: [
        Phrase(en: "layer", id: "lapisan"), Phrase(en: "maps", id: "peta"), Phrase(en: "sees", id: "melihat"),
        Phrase(en: "zeros", id: "nilai nol"),
        Phrase(en: "silent for this picture", id: "diam untuk gambar ini"),
        Phrase(en: "dead for all pictures", id: "mati untuk semua gambar"),
      ],
      rows: zip(stages, maps).map { stage, maps in
        let seen = network.receptiveField(of: stage.name).map { "\($0.size)×\($0.size)" }
        return [
          Phrase("`\(stage.name)`"),
          Phrase("\(stage.outputShape[2]) × \(stage.outputShape[0])×\(stage.outputShape[1])"),
          seen.map { Phrase($0) } ?? Phrase(en: "everything", id: "semuanya"),
          Phrase(maps.sparsity, as: .percent(digits: 0)), Phrase(maps.silentChannels.count),
          Phrase(strongest.deadChannels(of: stage.name).count),
        ]
      }
    ).phrase
  }
}
