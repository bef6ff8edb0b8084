import Autograd
import Datasets
import Experiments
import Imaging
import ModelZoo
import Notebook
import Visualization

/// A picture as it was read back from its file, and what a network says of it.
struct AttackedPicture {
  let picture: Image
  let outcome: AttackOutcome

  /// The probability of a class.
  func probability(of subject: ClassLabel) -> Float { outcome.after[subject.label] }
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
