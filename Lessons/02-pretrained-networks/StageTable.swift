import Autograd
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

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
