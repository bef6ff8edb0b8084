import Autograd
import NeuralNetworks

/// φ, what is worth matching: for every pair of layers (m, n) a linear layer f that weighs the channels of the source's maps, and
/// one, g, that weighs the pair (Jang and others, 2019, section 2.2).
///
/// w = softmax(f(s)) and λ = min(max(g(s), 0), 6), where s are the source's maps averaged over their places. All begin equal:
/// w_c = 1/D for each of the D channels and λ = 1, whatever the picture, since f begins at zero and g at the constant 1.
public struct MatchingWeights {
  /// f of each pair, D → D.
  public let channels: [Linear]
  /// g of each pair, D → 1.
  public let pairs: [Linear]

  /// Equal weights for pairs whose source layers have so many channels each.
  public init(sourceChannels: [Int]) {
    channels = sourceChannels.map {
      Linear(weight: Tensor(shape: [$0, $0], filledWith: 0), bias: Tensor(shape: [$0], filledWith: 0))
    }
    pairs = sourceChannels.map { Linear(weight: Tensor(shape: [1, $0], filledWith: 0), bias: Tensor([1])) }
  }

  /// w of a pair for pictures whose source maps have the averages `pooled` `[N, D]`: `[N, D]`, with sum 1 in each row.
  public func ofChannels(_ pair: Int, pooled: Tensor) -> Tensor { channels[pair](pooled).softmax() }

  /// λ of a pair for the same pictures, `[N, 1]` in [0, 6].
  public func ofPair(_ pair: Int, pooled: Tensor) -> Tensor { pairs[pair](pooled).relu6() }

  /// All that meta-learning changes.
  public var parameters: [Parameter] { channels.flatMap(\.parameters) + pairs.flatMap(\.parameters) }
}
