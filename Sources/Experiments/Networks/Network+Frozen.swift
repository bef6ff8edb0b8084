import Autograd
import ModelZoo
import NeuralNetworks
import TransferLearning

extension Network {
  /// All layers below the head of this network, frozen; where they end in maps, these are averaged over their places.
  package var frozenBelowHead: FrozenBase {
    freeze()
    let base = cut.base
    let blank = Tensor(shape: [1, inputSize, inputSize, 3], filledWith: 0.5)
    guard base(blank).shape.count == 4 else { return base }
    return FrozenBase(Sequential([("base", base), ("pool", GlobalAveragePool())]))
  }

  /// The same architecture with random weights, for the same scale and size of pictures.
  package func untrained(random: inout RandomSource) -> Network {
    Network(architecture, classes: classes, normalization: normalization, inputSize: inputSize, random: &random)
  }
}
