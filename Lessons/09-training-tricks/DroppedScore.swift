import Autograd
import NeuralNetworks
import Notebook
import TransferLearning

/// The share of values that are dropped in training.
struct DropoutShare: StudyKey {
  /// In [0, 1).
  let value: Float

  init(_ value: Float) { self.value = value }

  /// The shares of the lesson.
  static let all = [DropoutShare(0), DropoutShare(0.2), DropoutShare(0.5), DropoutShare(0.8)]

  /// In tenths, as a name cannot have a point.
  var name: String { "p\(Int((value * 10).rounded()))" }
  func label(_ term: Terms) -> String { "p = \(ValueFormat.number(digits: 1).text(Double(value), in: term.language))" }
}

/// How a wide network does that has learnt few flowers with dropout.
struct DroppedScore {
  /// How many flowers it learns.
  static let count = 120
  /// The shares of the training and of the test flowers that are right, and of the test with dropout left on.
  let training, test, leftOn: Float
  /// The mean cross entropy on the test, in nats.
  let loss: Float

  /// Trains two hidden layers of 256 values, each with dropout behind it.
  init(_ share: Float, learning flowers: FlowerRows, seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let width = 128
    let network = Sequential(numbered: [
      Linear(FlowerRows.width, width, random: &random), ReLU(), Dropout(share, seed: seed),
      Linear(width, width, random: &random), ReLU(), Dropout(share, seed: seed &+ 1),
      Linear(width, 5, random: &random),
    ])
    let optimizer = SGD(network.parameters, learningRate: 0.01, momentum: 0.9)
    try TrainingLoop(epochs: 25).runWhileFinite(network, optimizer: optimizer) {
      flowers.training.shuffledBatches(of: 20, seed: seed, epoch: $0)
    }
    let score = network.score(on: flowers.test)
    (training, test, loss) = (network.score(on: flowers.training).accuracy, score.accuracy, score.loss)
    leftOn = accuracy(network.whileFrozen { network(flowers.test.features, .training) }, flowers.test.labels)
  }
}
