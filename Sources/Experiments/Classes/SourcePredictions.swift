import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import TransferLearning

/// What a network predicts, as it is, for pictures of classes that it has no names for: one of its own classes, those of the
/// source, for each.
package struct SourcePredictions {
  private let network: Network
  private let uniqueNames: [String]
  private let labels: [Int]
  /// The network's first answer to each picture, as a place among its logits, and the probability that it gives to it.
  private let answers: [(place: Int, probability: Float)]
  /// The probability of every class for each picture, one row after another.
  private let probabilities: [Float]

  package init<Role>(of network: Network, to pictures: PictureSet<Role>) {
    self.network = network
    uniqueNames = network.uniqueNames
    labels = pictures.labels
    let logits = network.logits(of: pictures)
    let probabilities = logits.softmax().values
    answers = logits.indicesOfLargest().enumerated().map { row, place in
      (place, probabilities[row * network.classes.count + place])
    }
    self.probabilities = probabilities
  }

  /// The network's first answer to each picture, as a place among its logits.
  package var places: [Int] { answers.map(\.place) }

  /// The probability of a class for one picture.
  package func probability(of label: Int, at index: Int) -> Float {
    probabilities[index * network.classes.count + label]
  }

  /// The places of the network's classes among its logits.
  package var classIndices: Range<Int> { network.classes.indices }

  /// The name and the probability of the first answer to one picture.
  package subscript(index: Int) -> (name: String, probability: Float) {
    (uniqueNames[answers[index].place], answers[index].probability)
  }

  /// The most common answer to the pictures of a class, and how common it is, in [0, 1].
  package func mostCommon(for label: Int) -> (name: String, share: Float) {
    let given = zip(answers, labels).filter { $1 == label }.map(\.0.place)
    let counts = network.classes.indices.map { place in given.count { $0 == place } }
    let place = counts.indices.max { counts[$0] < counts[$1] } ?? 0
    return (uniqueNames[place], Float(counts[place]) / Float(max(1, given.count)))
  }

  /// Every answer renamed to the class that it was most often given for; one that was never given, to the first class.
  private var names: [Int] {
    network.classes.indices.map { place in
      let given = zip(answers, labels).filter { $0.0.place == place }.map(\.1)
      let classes = 0...(labels.max() ?? 0)
      return classes.max { a, b in given.count { $0 == a } < given.count { $0 == b } } ?? 0
    }
  }

  /// The share of test pictures that the network classifies rightly, in [0, 1], after its answers have been renamed by
  /// these pictures: all that can be had from it without learning.
  package func accuracyOfRenamed(on test: TestSet) -> Float {
    let names = names
    let right = test.batches(of: 100).map { batch in
      zip(network(batch.inputs).indicesOfLargest(), batch.labels).count { names[$0] == $1 }
    }
    return Float(right.reduce(0, +)) / Float(test.count)
  }
}
