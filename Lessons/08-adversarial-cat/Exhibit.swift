import Autograd
import Datasets
import Experiments
import Imaging
import ModelZoo
import Notebook
import Visualization

/// A picture as it was read back from its file, and what a network says of it.
struct Exhibit {
  let picture: Image
  let outcome: AttackOutcome

  /// Writes a picture `[1, H, W, C]`, reads it back and asks the network about what was read.
  init(
    _ picture: Tensor, from original: Tensor, as name: String, by network: Network, goal: AttackGoal, on page: Page
  ) throws {
    let kept = try page.kept(picture, as: name)
    self.picture = kept.pictures[0]
    outcome = AttackOutcome(of: kept, from: original, by: network, goal: goal)
  }

  /// The probability of a class.
  func probability(of subject: Subject) -> Float { outcome.after[subject.label] }
}

extension AdversarialCatCells {
  /// Writes one picture, reads it back and asks the plain network about what was read.
  func exhibit(_ picture: Tensor, from original: Tensor? = nil, as name: String, on page: Page) throws -> Exhibit {
    try Exhibit(
      picture, from: original ?? picture, as: name, by: network, goal: .target(cat.label), on: page)
  }
}

extension Page {
  /// Writes each picture of a batch `[N, H, W, C]` to a file of its own, reads them all back and gives what was read.
  func kept(_ pictures: Tensor, as name: String) throws -> Tensor {
    let all = pictures.pictures
    return Tensor(
      try all.enumerated().map { index, image in
        try picture(all.count == 1 ? name : "\(name)-\(index + 1)", image)
      })
  }
}
