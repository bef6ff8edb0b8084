import Autograd
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

/// Writes pictures to files, reads them back, and scores what was read against real pictures.
struct PictureScorer {
  /// The variation and the energy of fine detail of real pictures, which everything is compared with.
  let realVariation, realDetail: Float
  /// Their variation where differences are squared.
  private let realSquaredVariation: Float
  private let judge, robustJudge: Network
  private let page: Page

  /// A scorer for which some real pictures are the measure of what is normal.
  init(against real: [Image], judge: Network, robustJudge: Network, on page: Page) {
    let tensor = Tensor(real)
    realVariation = variation(tensor).mean().item
    realSquaredVariation = variation(tensor, .squared).mean().item
    realDetail = highFrequencyEnergy(tensor).mean
    (self.judge, self.robustJudge) = (judge, robustJudge)
    self.page = page
  }

  /// The weight at which squared differences cost a real picture as much as absolute ones do at the given weight.
  func squaredWeight(for weight: Float) -> Float { weight * realVariation / realSquaredVariation }

  /// What a picture scores as a picture of a class, drawn by `network`.
  func score(_ picture: Image, as subject: ClassLabel, by network: Network) -> IdealPicture {
    let tensor = Tensor([picture])
    func probability(_ network: Network) -> Float {
      network.index(of: subject.name).map { network.probabilities(tensor).values[$0] } ?? 0
    }
    return IdealPicture(
      subject: subject, picture: picture, probability: probability(network), judge: probability(judge),
      robustJudge: probability(robustJudge), variation: variation(tensor).item / realVariation,
      detail: highFrequencyEnergy(tensor)[0] / realDetail)
  }

  /// The same of a picture that is written to a file first, and read back.
  func keep(_ picture: Image, of subject: ClassLabel, by network: Network, as name: String) throws -> IdealPicture {
    score(try page.picture("\(subject.fileName)-\(name)", picture), as: subject, by: network)
  }

  /// The same of each picture of a batch.
  func keep(
    _ pictures: Tensor, of targets: [IdealTarget], by network: Network, as name: String
  ) throws -> [IdealPicture] {
    try zip(pictures.pictures, targets).map { picture, target in
      try keep(picture, of: target.subject, by: network, as: "\(name)-seed-\(target.seed)")
    }
  }

  /// The noise of each seed, scored once for each class.
  func noise(of subjects: [ClassLabel], seeds: [UInt64], by network: Network) throws -> IdealStudy {
    let noises = try seeds.map { seed in
      try page.picture(
        "noise-\(seed)", Tensor.pinkNoise(seed: seed, size: network.inputSize, colors: .natural).pictures[0])
    }
    return page.study(
      subjects, seeds: seeds,
      found: subjects.flatMap { subject in noises.map { score($0, as: subject, by: network) } })
  }
}
