import Autograd
import Datasets
import Experiments
import Imaging
import ModelZoo
import Notebook
import Visualization

/// Scores pictures against real ones, by the network that drew them and by a judge.
final class Easel {
  private let judge: Network
  /// The variation and the energy of fine detail of real pictures, which everything is compared with.
  private(set) var realVariation: Float = 1, realDetail: Float = 1

  init(judge: Network) {
    self.judge = judge
  }

  /// Takes real pictures as the measure of what is normal.
  func measure(_ real: [Image]) {
    let tensor = Tensor(real)
    realVariation = variation(tensor).mean().item
    realDetail = highFrequencyEnergy(tensor).mean
  }

  /// What a picture scores as a picture of `subject`, drawn by `network`.
  func score(_ picture: Image, as subject: Subject, seed: UInt64, by network: Network) -> Drawing {
    let tensor = Tensor([picture])
    func probability(_ network: Network) -> Float {
      network.index(of: subject.name).map { network.probabilities(tensor).values[$0] } ?? 0
    }
    return Drawing(
      subject: subject, seed: seed, picture: picture, probability: probability(network), judge: probability(judge),
      variation: variation(tensor).item / realVariation, detail: highFrequencyEnergy(tensor)[0] / realDetail)
  }

  /// Writes each picture of a batch to its own file, reads it back, and scores what was read.
  func keep(
    _ pictures: Tensor, of casts: [IdealTarget], by network: Network, as name: String, on page: Page
  ) throws -> [Drawing] {
    try zip(pictures.pictures, casts).map { picture, cast in
      let file = "\(cast.subject.fileName)-\(name)-seed-\(cast.seed)"
      return score(try page.picture(file, picture), as: cast.subject, seed: cast.seed, by: network)
    }
  }

  /// The same for pictures of one subject that have no seed, which are numbered.
  func keep(
    _ pictures: [Image], of subject: Subject, by network: Network, as name: String, on page: Page
  ) throws -> [Drawing] {
    try pictures.enumerated().map { index, picture in
      score(try page.picture("\(subject.fileName)-\(name)-\(index + 1)", picture), as: subject, seed: 0, by: network)
    }
  }

  /// The noise of each seed, scored once for each subject.
  func keep(
    noise: (UInt64) -> Tensor, of casts: [IdealTarget], by network: Network, on page: Page
  ) throws -> [Drawing] {
    let seeds = Set(casts.map(\.seed))
    let kept = try Dictionary(
      uniqueKeysWithValues: seeds.sorted().map { seed in
        (seed, try page.picture("noise-\(seed)", noise(seed).pictures[0]))
      })
    return casts.compactMap { cast in
      kept[cast.seed].map { score($0, as: cast.subject, seed: cast.seed, by: network) }
    }
  }
}
