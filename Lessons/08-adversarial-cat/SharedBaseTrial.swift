import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// Who is shown what was changed on a public network: that network itself, or one that tells cats from dogs.
enum Victim: String, CaseIterable, StudyKey {
  /// The network that everybody has, the attacker too.
  case `public`
  /// A new head on its frozen base.
  case frozen
  /// Fine-tuned from it.
  case tuned
  /// A new head on another base.
  case other
}

/// Dogs that all victims get right, of breeds that the public network was not trained on, changed until it takes them for cats.
struct SharedBaseTrial {
  /// A victim, with its logits of cat and dog.
  typealias Classifier = (network: Network, cat: Int, dog: Int)

  /// How many dogs were attacked.
  let dogs: Int
  /// The share of new cats and dogs that each victim gets right, and of attacked dogs that it takes for cats.
  let accuracies, fooled: [Victim: Float]

  /// Shows test pictures of cats, 0, and dogs, 1, to all victims, and changes those that they all know.
  init(_ attack: ProjectedGradient, on attacked: Classifier, victims: [Victim: Classifier], test: TestSet) {
    let right = victims.mapValues { victim in
      zip(victim.network.whileFrozen { victim.network(test.inputs) }.indicesOfLargest(), test.labels)
        .map { answer, label in answer == (label == 0 ? victim.cat : victim.dog) }
    }
    let known = test.labels.indices.filter { place in
      test.labels[place] == 1 && right.values.allSatisfy { $0[place] }
    }.prefix(20)
    let pictures = attack.attack(
      attacked.network, test.inputs(at: known), labels: known.map { _ in attacked.cat })
    dogs = known.count
    accuracies = right.mapValues { $0.map { $0 ? 1 : 0 }.mean }
    fooled = victims.mapValues { victim in
      victim.network.successRate(of: pictures, goals: known.map { _ in .target(victim.cat) })
    }
  }
}
