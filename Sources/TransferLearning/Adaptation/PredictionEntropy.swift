import Autograd
import Foundation

/// The mean entropy of what logits `[N, C]` say, −Σ_c p_c ln p_c with p their softmax, in nats: 0 where every answer is sure,
/// ln C where each is a guess.
///
/// To make it smaller on pictures without labels is entropy minimisation (Grandvalet and Bengio, 2004); at test time, with
/// nothing learning but the scales and shifts of the batch norms, TENT (Wang et al., 2021).
public func predictionEntropy(_ logits: Tensor) -> Tensor {
  -(logits.softmax() * logits.logSoftmax()).sum() / Float(logits.shape[0])
}

/// How much the answers `[N, C]`, probabilities, say about the pictures, as a share of all that they could: (H(p̄) − H̄) / ln C,
/// in [0, 1], where H(p̄) is the entropy of the mean answer and H̄ the mean entropy of an answer (Bridle et al., 1992).
///
/// It is 1 where every answer is sure and the classes come up equally often, 0 where all answers are alike: unlike the entropy
/// alone it does not praise a network that says one thing to everything. It needs no labels, and it is misled where
/// the classes are far from equally common.
public func predictionInformation(_ probabilities: Tensor) -> Float {
  let (count, classes) = (probabilities.shape[0], probabilities.shape[1])
  guard count > 0, classes > 1 else { return 0 }
  var mean = [Double](repeating: 0, count: classes)
  var entropy = 0.0
  func term(_ share: Double) -> Double { share > 0 ? -share * log(share) : 0 }
  probabilities.withValues { values in
    for row in 0..<count {
      for column in 0..<classes {
        let share = Double(values[row * classes + column])
        mean[column] += share / Double(count)
        entropy += term(share) / Double(count)
      }
    }
  }
  return Float((mean.map(term).reduce(0, +) - entropy) / log(Double(classes)))
}
