import Datasets
import Experiments
import ModelZoo
import NeuralNetworks

/// How a network does on the pictures that it has learnt from, and on new ones.
struct TuningScore {
  let training, test: Float
  /// Accuracy from epoch to epoch; empty where it was not watched.
  let curve: [Float]

  init(_ network: Network, _ few: FewPictures, test: TestSet, curve: [Float] = []) {
    training = network.score(on: few.training).accuracy
    self.test = network.score(on: test).accuracy
    self.curve = curve
  }

  /// How much better it is on what it has seen: overfitting, in shares of pictures.
  var gap: Float { training - test }
}
