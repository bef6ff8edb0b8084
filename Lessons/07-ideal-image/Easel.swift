import Autograd
import Datasets
import Imaging
import ModelZoo
import Notebook
import Visualization

/// Scores pictures against real ones.
final class Easel {
  private let network: Network
  /// The variation and the energy of fine detail of real pictures, which everything is compared with.
  private(set) var realVariation: Float = 1, realDetail: Float = 1

  init(_ network: Network) {
    self.network = network
  }

  /// Takes real pictures as the measure of what is normal.
  func measure(_ real: [Image]) {
    let tensor = Tensor(real)
    realVariation = variation(tensor).mean().item
    realDetail = highFrequencyEnergy(tensor).mean
  }

  /// What a picture scores as a picture of `subject`.
  func score(_ picture: Image, as subject: Subject, seed: UInt64) -> Drawing {
    let tensor = Tensor([picture])
    return Drawing(
      subject: subject, seed: seed, picture: picture,
      probability: network.probabilities(tensor).values[subject.label],
      variation: variation(tensor).item / realVariation, detail: highFrequencyEnergy(tensor)[0] / realDetail)
  }

  /// Writes each picture of a batch to its own file, reads it back, and scores what was read.
  func keep(_ pictures: Tensor, of casts: [Cast], as name: String, on page: Page) throws -> [Drawing] {
    try zip(pictures.pictures, casts).map { picture, cast in
      let file = "\(cast.subject.name)-\(name)-seed-\(cast.seed)"
      return score(try page.picture(file, picture), as: cast.subject, seed: cast.seed)
    }
  }

  /// The same for pictures of one subject that have no seed, which are numbered.
  func keep(_ pictures: [Image], of subject: Subject, as name: String, on page: Page) throws -> [Drawing] {
    try pictures.enumerated().map { index, picture in
      score(try page.picture("\(subject.name)-\(name)-\(index + 1)", picture), as: subject, seed: 0)
    }
  }

  /// One picture, scored once for each subject.
  func keep(
    _ picture: Tensor, of subjects: [Subject], seed: UInt64, as name: String, on page: Page
  ) throws -> [Drawing] {
    let kept = try page.picture(name, picture.pictures[0])
    return subjects.map { score(kept, as: $0, seed: seed) }
  }
}
