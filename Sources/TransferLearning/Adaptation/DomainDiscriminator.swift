import Autograd
import NeuralNetworks

/// What tells source from target by features: linear to `width` units, ReLU, linear to one logit, the larger the surer of the
/// source.
///
/// ```swift
/// let discriminator = DomainDiscriminator(features: 128, random: &random)
/// let loss = discriminator.adversarialLoss(source: s, target: t, reversal: adaptationRamp(progress))
/// ```
public struct DomainDiscriminator: Layer {
  private let layers: Sequential

  /// A discriminator with random weights for features of a width.
  public init(features: Int, width: Int = 64, random: inout RandomSource) {
    layers = Sequential(numbered: [
      Linear(features, width, random: &random), ReLU(), Linear(width, 1, random: &random),
    ])
  }

  /// One logit a row, `[N, 1]`, of features `[N, d]`.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor { layers(input, mode) }

  /// The layers, from the features on.
  public var children: [(name: String, layer: any Layer)] { layers.layers }

  /// The binary cross entropy of its answers, in nats: ln 2 where it guesses.
  ///
  /// The gradient reaches the features reversed and `reversal` times as large, so that they learn to mislead it (DANN; Ganin et
  /// al., 2016). `source` is `[n, d]`, `target` `[m, d]`; both sides count by their rows.
  public func adversarialLoss(source: Tensor, target: Tensor, reversal: Float) -> Tensor {
    let rows = Tensor.concatenated([source, target]).reversingGradient(reversal)
    let isSource = Tensor(
      [Float](repeating: 1, count: source.shape[0]) + [Float](repeating: 0, count: target.shape[0]),
      shape: [rows.shape[0], 1])
    return binaryCrossEntropy(self(rows, .training), isSource)
  }
}

/// The binary cross entropy of logits z and wanted answers y in [0, 1], of one shape: the mean of ln(1 + eᶻ) − y · z, in nats.
public func binaryCrossEntropy(_ logits: Tensor, _ wanted: Tensor) -> Tensor {
  precondition(logits.shape == wanted.shape, "logits \(logits.shape) do not fit answers \(wanted.shape)")
  return (logits.softplus() - logits * wanted).mean()
}
