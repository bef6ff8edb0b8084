import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// Pictures to attack: for every seed as many others, all of one class.
struct AttackSet {
  /// The pictures, `[seeds · count, H, W, 3]`, those of one seed after those of another.
  let pictures: Tensor
  /// What every picture is, and what it shall be taken for.
  let own, target: ClassLabel
  /// Pictures of each seed.
  let count: Int
  let seeds: [UInt64]
  /// How many seeds go through a network at once: all of the course's small pictures, one of a reader's.
  let seedsAtOnce: Int

  /// The classes as labels, one for each picture.
  var ownLabels: [Int] { [Int](repeating: own.label, count: pictures.shape[0]) }
  var targetLabels: [Int] { [Int](repeating: target.label, count: pictures.shape[0]) }

  /// A smaller set: the first pictures of each seed.
  func first(_ fewer: Int) -> AttackSet { part(seeds, count: min(fewer, count)) }

  /// The pictures of one seed.
  subscript(seed: UInt64) -> AttackSet { part([seed], count: count) }

  private func part(_ some: [UInt64], count fewer: Int) -> AttackSet {
    let places = seeds.indices.filter { some.contains(seeds[$0]) }
      .flatMap { seed in (0..<fewer).map { seed * count + $0 } }
    return AttackSet(
      pictures: pictures.gather(rows: places), own: own, target: target, count: fewer, seeds: some,
      seedsAtOnce: seedsAtOnce)
  }

  /// The first picture of each of the first seeds, `[most, H, W, 3]`.
  func firsts(_ most: Int) -> Tensor { first(1).pictures.gather(rows: Array(0..<most)) }

  /// What goes through a network at once.
  var parts: [AttackSet] {
    stride(from: 0, to: seeds.count, by: seedsAtOnce).map { start in
      part(Array(seeds[start..<min(start + seedsAtOnce, seeds.count)]), count: count)
    }
  }

  /// What becomes of all pictures, one part after another.
  func changed(_ change: (AttackSet) -> Tensor) -> Tensor { .concatenated(parts.map(change)) }

  // MARK: - One value a seed

  /// Values of which there is one for each picture, in a list for each seed.
  func ofEachSeed<Value>(_ values: [Value]) -> [[Value]] {
    seeds.indices.map { seed in Array(values[seed * count..<(seed + 1) * count]) }
  }

  /// The mean of each seed's values, of which there is one for each picture.
  func means(_ values: [Float]) -> [Float] { ofEachSeed(values).map(\.mean) }

  /// How often the goals are reached by what has become of each seed's pictures.
  func successRates(of changed: Tensor, by network: some Layer) -> [SuccessRate] {
    ofEachSeed(network.whileFrozen { network(changed) }.indicesOfLargest()).map { answers in
      func share(_ goal: AttackGoal) -> Float { answers.map { goal.isReached(by: $0) ? 1 : 0 }.mean }
      return SuccessRate(
        targeted: share(.target(target.label)), untargeted: share(.anythingBut(own.label)),
        unchanged: share(.target(own.label)))
    }
  }

  /// How far each picture of each seed has gone.
  func distances(to changed: Tensor) -> [[PictureDistance]] {
    ofEachSeed(
      (0..<pictures.shape[0]).map { place in
        PictureDistance(from: pictures.gather(rows: [place]), to: changed.gather(rows: [place]))
      })
  }
}

/// The shares of pictures that are taken for the target, for anything but what they are, and for what they are, in [0, 1].
struct SuccessRate {
  let targeted, untargeted, unchanged: Float
}
