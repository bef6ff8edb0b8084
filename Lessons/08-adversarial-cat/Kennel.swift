import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import Visualization

/// Dogs to attack: for every seed as many others, all of which every network of the lesson takes for dogs.
struct Kennel {
  /// The pictures, `[seeds · count, 64, 64, 3]`, those of one seed after those of another.
  let dogs: Tensor
  /// Dogs of each seed.
  let count: Int
  /// Pictures of dogs that were left out, since some network did not take them for dogs to begin with.
  let leftOut: Int
  /// What every dog shall be taken for.
  let cats: [Int]

  /// No dogs.
  init() {
    (dogs, count, leftOut, cats) = (Tensor([], shape: [0, 64, 64, 3]), 0, 0, [])
  }

  private init(_ dogs: Tensor, count: Int, leftOut: Int, target: Int) {
    (self.dogs, self.count, self.leftOut) = (dogs, count, leftOut)
    cats = [Int](repeating: target, count: dogs.shape[0])
  }

  /// The first test pictures of dogs in each seed's own world that all networks get right.
  init(of dog: Subject, to cat: Subject, count: Int, seeds: [UInt64], knownTo networks: [Network]) {
    let kept = seeds.map { seed in
      let scenes = Menagerie(seed: UInt16(truncatingIfNeeded: seed)).testScenes(of: dog.label, count: 2 * count)
      let pictures = Tensor(scenes.map { $0.picture(size: networks[0].inputSize) })
      let answers = networks.map { network in network.whileFrozen { network(pictures) }.indicesOfLargest() }
      let known = scenes.indices.filter { place in answers.allSatisfy { $0[place] == dog.label } }.prefix(count)
      precondition(known.count == count, "of \(2 * count) dogs only \(known.count) are known")
      let asked = (known.last ?? -1) + 1
      return (pictures: pictures.entries(Array(known)), leftOut: asked - known.count)
    }
    self.init(
      Tensor.concatenated(kept.map(\.pictures)), count: count, leftOut: kept.map(\.leftOut).reduce(0, +),
      target: cat.label)
  }

  /// Dogs of breeds that the course's networks have never seen, whatever a network takes them for.
  init(strangersTo network: Network, count: Int, seeds: [UInt64]) {
    let pictures = seeds.flatMap { seed in
      let world = Menagerie(.catsVersusDogs, seed: UInt16(truncatingIfNeeded: seed))
      return world.testScenes(of: 1, count: count).map { $0.picture(size: network.inputSize) }
    }
    self.init(Tensor(pictures), count: count, leftOut: 0, target: 0)
  }

  /// How many seeds there are.
  var seeds: Int { count == 0 ? 0 : dogs.shape[0] / count }

  /// A smaller kennel: the first dogs of each seed.
  func first(_ fewer: Int) -> Kennel {
    let places = (0..<seeds).flatMap { seed in (0..<min(fewer, count)).map { seed * count + $0 } }
    return Kennel(dogs.entries(places), count: min(fewer, count), leftOut: leftOut, target: cats.first ?? 0)
  }

  /// The share of each seed's dogs for which a network gives the wanted answer.
  func shares(of pictures: Tensor, by network: some Layer, reaching goal: AttackGoal) -> [Float] {
    let answers = network.whileFrozen { network(pictures) }.indicesOfLargest()
    return means(answers.map { goal.isReached(by: $0) ? 1 : 0 })
  }

  /// The mean of each seed's values, of which there is one for each dog.
  func means(_ values: [Float]) -> [Float] {
    (0..<seeds).map { seed in Array(values[seed * count..<(seed + 1) * count]).mean }
  }
}

extension Tensor {
  /// The entries of the first axis at some places, in that order.
  func entries(_ places: [Int]) -> Tensor {
    .concatenated(places.map { slice($0..<$0 + 1, along: 0) })
  }

  /// 1 at some places of a shape, 0 at all others.
  init(marking places: some Sequence<Int>, shape: [Int]) {
    var values = [Float](repeating: 0, count: shape.reduce(1, *))
    for place in places { values[place] = 1 }
    self.init(values, shape: shape)
  }

  /// The gradient at this place of a number that is computed from it.
  func gradient(of number: (Tensor) -> Tensor) -> Tensor {
    let start = requiringGradient()
    return number(start).gradients()[start] ?? Tensor(shape: shape, filledWith: 0)
  }
}
