import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// Dogs to attack: for every seed as many others, all of which every network of the lesson takes for dogs.
struct Kennel {
  /// The pictures, `[seeds · count, 64, 64, 3]`, those of one seed after those of another.
  let dogs: Tensor
  /// Dogs of each seed.
  let count: Int
  /// Pictures of dogs that were left out, since some network did not take them for dogs to begin with.
  let leftOut: Int
  /// What every dog is, and what it shall be taken for: a label for each.
  let own, cats: [Int]

  /// No dogs.
  init() {
    self.init(Tensor([], shape: [0, 64, 64, 3]), count: 0, leftOut: 0, own: 0, target: 0)
  }

  private init(_ dogs: Tensor, count: Int, leftOut: Int, own label: Int, target: Int) {
    (self.dogs, self.count, self.leftOut) = (dogs, count, leftOut)
    own = [Int](repeating: label, count: dogs.shape[0])
    cats = [Int](repeating: target, count: dogs.shape[0])
  }

  /// The first test pictures of dogs in each seed's own world that all networks get right.
  init(of dog: Subject, to cat: Subject, count: Int, seeds: [UInt64], knownTo networks: [Network]) {
    let kept = seeds.map { seed in
      let scenes = Menagerie(seed: seed).testScenes(of: dog.label, count: 2 * count)
      let pictures = Tensor(scenes.map { $0.picture(size: networks[0].inputSize) })
      let answers = networks.map { network in network.whileFrozen { network(pictures) }.indicesOfLargest() }
      let known = scenes.indices.filter { place in answers.allSatisfy { $0[place] == dog.label } }.prefix(count)
      precondition(known.count == count, "of \(2 * count) dogs only \(known.count) are known")
      let asked = (known.last ?? -1) + 1
      return (pictures: pictures.gather(rows: Array(known)), leftOut: asked - known.count)
    }
    self.init(
      Tensor.concatenated(kept.map(\.pictures)), count: count, leftOut: kept.map(\.leftOut).reduce(0, +),
      own: dog.label, target: cat.label)
  }

  /// Dogs of breeds that the course's networks have never seen, whatever a network takes them for.
  init(strangersTo network: Network, count: Int, seeds: [UInt64]) {
    let pictures = seeds.flatMap { seed in
      let world = Menagerie(.catsVersusDogs, seed: seed)
      return world.testScenes(of: 1, count: count).map { $0.picture(size: network.inputSize) }
    }
    self.init(Tensor(pictures), count: count, leftOut: 0, own: 0, target: 0)
  }

  /// Any pictures that a network takes for one class, to be taken for another: for each seed as many of them, drawn by it.
  init(drawnFrom pictures: Tensor, own: Int, target: Int, count: Int, seeds: [UInt64]) {
    let places = seeds.flatMap { seed in
      var random = RandomSource(seed: seed)
      return (0..<pictures.shape[0]).shuffled(using: &random).prefix(count)
    }
    self.init(pictures.gather(rows: places), count: min(count, pictures.shape[0]), leftOut: 0, own: own, target: target)
  }

  /// How many seeds there are.
  var seeds: Int { count == 0 ? 0 : dogs.shape[0] / count }

  /// A smaller kennel: the first dogs of each seed.
  func first(_ fewer: Int) -> Kennel {
    let places = (0..<seeds).flatMap { seed in (0..<min(fewer, count)).map { seed * count + $0 } }
    return part(places, count: min(fewer, count))
  }

  /// The dogs of each seed, in a kennel of their own.
  var eachSeed: [Kennel] {
    (0..<seeds).map { seed in part(Array(seed * count..<(seed + 1) * count), count: count) }
  }

  private func part(_ places: [Int], count: Int) -> Kennel {
    Kennel(dogs.gather(rows: places), count: count, leftOut: leftOut, own: own.first ?? 0, target: cats.first ?? 0)
  }

  /// The first dog of the seed with this index, `[1, 64, 64, 3]`.
  func dog(ofSeed index: Int) -> Tensor { dogs.gather(rows: [index * count]) }

  /// The share of each seed's dogs for which a network gives the wanted answer.
  func shares(of pictures: Tensor, by network: some Layer, reaching goal: AttackGoal) -> [Float] {
    let answers = network.whileFrozen { network(pictures) }.indicesOfLargest()
    return means(answers.map { goal.isReached(by: $0) ? 1 : 0 })
  }

  /// The largest of each seed's values, of which there is one for each dog.
  func largest(_ values: [Float]) -> [Float] {
    (0..<seeds).map { seed in values[seed * count..<(seed + 1) * count].max() ?? 0 }
  }

  /// The mean of each seed's values, of which there is one for each dog.
  func means(_ values: [Float]) -> [Float] {
    (0..<seeds).map { seed in Array(values[seed * count..<(seed + 1) * count]).mean }
  }
}
