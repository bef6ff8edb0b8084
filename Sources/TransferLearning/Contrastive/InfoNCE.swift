import Autograd
import NeuralNetworks

/// The symmetric InfoNCE of pairs: the mean of two cross entropies, in nats, in which each row has to find its partner among
/// all partners, and each partner its row (van den Oord et al., 2018; Radford et al., 2021).
///
/// With s_ij = cos(a_i, b_j) / τ it is −1/2n Σ_i (ln softmax_j(s_ij) + ln softmax_j(s_ji)) at j = i: ln n where all look alike.
/// `first` and `second` are `[n, d]`, row i of the one is the partner of row i of the other; τ > 0 is the temperature.
/// Where `names` are given, one for each pair, pairs of one name are no negatives of each other.
///
/// ```swift
/// infoNCE(towers.pictures(batch), towers.texts(captions), temperature: 0.1)
/// ```
public func infoNCE(_ first: Tensor, _ second: Tensor, temperature: Float, names: [Int]? = nil) -> Tensor {
  infoNCE(cosineSimilarities(first, second) / temperature, names: names)
}

/// The symmetric InfoNCE of similarities s `[n, n]` that are already divided by the temperature, which may be learnt itself.
public func infoNCE(_ similarities: Tensor, names: [Int]? = nil) -> Tensor {
  let count = similarities.shape[0]
  precondition(names?.count ?? count == count, "\(names?.count ?? 0) names do not fit \(count) pairs")
  precondition(similarities.shape == [count, count], "pairs have a square of similarities, not \(similarities.shape)")
  let scores = names.map { names in similarities + mask(count) { $0 != $1 && names[$0] == names[$1] } } ?? similarities
  let partners = Array(0..<count)
  return (crossEntropy(scores, partners) + crossEntropy(scores.transposed(), partners)) / 2
}

/// The InfoNCE of two views of the same things as SimCLR has it (NT-Xent; Chen et al., 2020), in nats: each of the 2n views has
/// to find its partner among all others, those of its own side too.
///
/// `first` and `second` are `[n, d]`; it is ln(2n − 1) where all look alike.
public func infoNCE(views first: Tensor, _ second: Tensor, temperature: Float) -> Tensor {
  let count = first.shape[0]
  let all = Tensor.concatenated([first, second])
  let scores = cosineSimilarities(all, all) / temperature + mask(2 * count, ==)
  return crossEntropy(scores, (0..<2 * count).map { ($0 + count) % (2 * count) })
}

/// The cosine of the angle between every row of `first` `[n, d]` and every row of `second` `[m, d]`: `[n, m]`, from −1 to 1.
public func cosineSimilarities(_ first: Tensor, _ second: Tensor) -> Tensor {
  first.withUnitRows().linear(weight: second.withUnitRows())
}

extension Tensor {
  /// Every row of `[n, d]` divided by its length, y = x / ‖x‖; rows of zeros stay.
  ///
  /// ∂x = (∂y − y · ⟨∂y, y⟩) / ‖x‖: what would change a row's length alone is gone.
  public func withUnitRows() -> Tensor {
    precondition(shape.count == 2, "rows have two axes, not \(shape)")
    let plain = detached()
    let lengths = plain.square().sum(along: [1], keepingAxes: true).squareRoot()
    let factors = Tensor(lengths.values.map { $0 > 0 ? 1 / $0 : 0 }, shape: lengths.shape)
    let unit = plain * factors
    return unit.recorded(from: [self]) { upstream in
      let along = (upstream * unit).sum(along: [1], keepingAxes: true)
      return [(upstream - unit * along) * factors]
    }
  }
}

/// What is added to similarities `[n, n]` so that the chosen ones count for nothing in a softmax.
private func mask(_ count: Int, _ isOut: (_ row: Int, _ column: Int) -> Bool) -> Tensor {
  Tensor((0..<count * count).map { isOut($0 / count, $0 % count) ? -1e9 : 0 }, shape: [count, count])
}
