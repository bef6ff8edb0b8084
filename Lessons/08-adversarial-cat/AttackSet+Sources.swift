import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook

/// Where pictures to attack come from.
extension AttackSet {
  /// The first test pictures of a class in each seed's own world that all networks get right, and how many had to be left out
  /// for that.
  static func known(
    to networks: [Network], _ own: ClassLabel, target: ClassLabel, count: Int, seeds: [UInt64]
  ) -> (set: AttackSet, leftOut: Int) {
    let kept = seeds.map { seed in
      let scenes = Menagerie(seed: seed).testScenes(of: own.label, count: 2 * count)
      let pictures = Tensor(scenes.map { $0.picture(size: networks[0].inputSize) })
      let answers = networks.map { network in network.whileFrozen { network(pictures) }.indicesOfLargest() }
      let known = scenes.indices.filter { place in answers.allSatisfy { $0[place] == own.label } }.prefix(count)
      precondition(known.count == count, "of \(2 * count) pictures only \(known.count) are known")
      let asked = (known.last ?? -1) + 1
      return (pictures: pictures.gather(rows: Array(known)), leftOut: asked - known.count)
    }
    let set = AttackSet(
      pictures: Tensor.concatenated(kept.map(\.pictures)), own: own, target: target, count: count, seeds: seeds,
      seedsAtOnce: seeds.count)
    return (set, kept.map(\.leftOut).reduce(0, +))
  }

  /// Dogs of breeds that the course's networks have never seen, whatever they take them for, as many as in this set.
  func strangers(size: Int) -> AttackSet {
    let pictures = seeds.flatMap { seed in
      Menagerie(.catsVersusDogs, seed: seed).testScenes(of: 1, count: count).map { $0.picture(size: size) }
    }
    return AttackSet(
      pictures: Tensor(pictures), own: own, target: target, count: count, seeds: seeds, seedsAtOnce: seedsAtOnce)
  }

  /// Pictures of a reader's: for each seed as many of them, drawn by it.
  init(drawnFrom choice: AttackChoice, count: Int, seeds: [UInt64]) {
    let all = choice.pictures.shape[0]
    let places = seeds.flatMap { seed in
      var random = RandomSource(seed: seed)
      return (0..<all).shuffled(using: &random).prefix(count)
    }
    self.init(
      pictures: choice.pictures.gather(rows: places), own: choice.own, target: choice.target, count: min(count, all),
      seeds: seeds, seedsAtOnce: 1)
  }
}
