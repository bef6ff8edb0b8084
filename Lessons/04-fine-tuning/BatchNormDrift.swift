import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// What becomes of batch norm's running statistics in a base of which no weight learns.
enum BatchNorm: String, CaseIterable, StudyKey {
  case frozen, running
}

/// How far a base has drifted while only the head on it was meant to learn.
struct BatchNormDrift {
  /// Values of the base that are no longer those of the source.
  let changedWeights, changedStatistics: Int
  /// The share of pictures of the new task that are classified rightly, in [0, 1].
  let accuracy: Float
  /// The same of the source's own pictures, with the source's own head put back on the base.
  let accuracyOnKnown: Float

  init(of network: Network, since source: Network, new: ValidationSet, known: ValidationSet) {
    func changes(_ isStatistic: Bool) -> Int {
      zip(network.layerGroups, source.layerGroups).dropLast().flatMap { zip($0.state, $1.state) }
        .filter { $0.0.isStatistic == isStatistic }
        .map { zip($0.value.values, $1.value.values).count { $0 != $1 } }.reduce(0, +)
    }
    changedWeights = changes(false)
    changedStatistics = changes(true)
    accuracy = network.score(on: new).accuracy
    let head = source.layerGroups[source.layerGroups.count - 1].name
    let old = Sequential(network.layers.split(at: head).below.layers + source.layers.split(at: head).above.layers)
    accuracyOnKnown = FrozenBase(old, normalization: source.normalization).score(on: known).accuracy
  }
}
