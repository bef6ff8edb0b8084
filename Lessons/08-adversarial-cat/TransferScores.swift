import Autograd
import Datasets
import Experiments
import Imaging
import ModelZoo

/// An attacked picture as it was read back, and how sure two networks are of the target: the one that was attacked, and a
/// judge that was never asked.
struct TransferScores {
  let picture: Image
  let itself, judge: Float

  /// Scores each picture of a batch `[N, H, W, C]`.
  static func ofEach(_ pictures: Tensor, attacked: Network, judge: Network, target: ClassLabel) -> [TransferScores] {
    func probabilities(_ network: Network) -> [Float] {
      network.probabilities(pictures).gather([Int](repeating: target.label, count: pictures.shape[0])).values
    }
    return zip(pictures.pictures, zip(probabilities(attacked), probabilities(judge))).map { picture, scores in
      TransferScores(picture: picture, itself: scores.0, judge: scores.1)
    }
  }
}
