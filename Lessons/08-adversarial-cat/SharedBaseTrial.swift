import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Visualization

/// Victims that tell cats from dogs, shown dogs that were changed on a public network, which the attacker has and they
/// started from.
struct SharedBaseTrial {
  /// How many dogs were attacked, which all of them got right, and the public network, too.
  let dogs: Int
  /// The share of new cats and dogs that each victim gets right.
  let accuracies: [Float]
  /// The share of dogs that the public network itself takes for cats after the attack.
  let fooledPublic: Float
  /// The share of dogs that each victim takes for cats after the attack.
  let fooled: [Float]

  /// Attacks test pictures of dogs that everyone gets right, of breeds that the public network was not trained on.
  init(_ attack: ProjectedGradient, on network: Network, cat: Subject, dog: Subject, victims: [Network], test: TestSet)
  {
    accuracies = victims.map { $0.accuracy(on: test) }
    let places = test.labels.indices.filter { test.labels[$0] == 1 }
    let pictures = test.inputs(at: places)
    func answers(_ network: Network, _ pictures: Tensor) -> [Int] {
      network.whileFrozen { network(pictures) }.indicesOfLargest()
    }
    let known = answers(network, pictures).map { $0 == dog.label }
    let right = victims.map { answers($0, pictures).map { $0 == 1 } }
    let chosen = places.indices.filter { place in known[place] && right.allSatisfy { $0[place] } }.prefix(20)
    dogs = chosen.count
    let attacked = attack.attack(network, pictures.gather(rows: Array(chosen)), labels: chosen.map { _ in cat.label })
    fooledPublic = network.successRate(of: attacked, goals: chosen.map { _ in .target(cat.label) })
    fooled = victims.map { $0.successRate(of: attacked, goals: chosen.map { _ in .target(0) }) }
  }
}
