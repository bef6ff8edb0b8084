import Autograd
import NeuralNetworks

/// What holds a target network's maps to a source network's: for each pair of layers a 1×1 convolution r, which learns with
/// the target, and the weights φ of channels and pairs.
///
/// ```swift
/// let pairs = MatchingStrategy.allToAll.pairs(source: 4, target: 3)
/// let matcher = FeatureMatcher(pairs, sourceChannels: [32, 64, 96, 128], targetChannels: [16, 32, 64], random: &random)
/// let loss = crossEntropy(logits, labels) + matcher.loss(target: maps, source: sourceMaps) * 0.5
/// ```
public struct FeatureMatcher {
  /// C, the pairs (m, n).
  public let pairs: [LayerPair]
  /// r of each pair.
  public let projections: [Convolution2D]
  /// φ.
  public let weights: MatchingWeights

  /// A matcher of some pairs among layers of so many channels: r has He-normal weights, φ weighs all alike unless it is given,
  /// as learnt before for the same pairs.
  public init(
    _ pairs: [LayerPair], sourceChannels: [Int], targetChannels: [Int], weights: MatchingWeights? = nil,
    random: inout RandomSource
  ) {
    self.pairs = pairs
    projections = pairs.map {
      Convolution2D(targetChannels[$0.target], sourceChannels[$0.source], kernel: 1, random: &random)
    }
    self.weights = weights ?? MatchingWeights(sourceChannels: pairs.map { sourceChannels[$0.source] })
  }

  /// The weights of all r.
  public var parameters: [Parameter] { projections.flatMap(\.parameters) }

  /// r(T(x)) and S(x) of a pair at one size, for maps of each layer.
  public func maps(of pair: Int, target: [Tensor], source: [Tensor]) -> (projected: Tensor, wanted: Tensor) {
    let (from, to) = target[pairs[pair].target].matched(with: source[pairs[pair].source])
    return (projections[pair](from), to)
  }

  /// Σ over the pairs of λ · Σ_c w_c · (distance in channel c), averaged over the batch: what β stands before in the total
  /// loss (equation 4.4 of the lesson, with the λ that the chapter's formula leaves out).
  ///
  /// Maps are `[N, H, W, C]`, one for each layer, in the order of their places.
  public func loss(target: [Tensor], source: [Tensor]) -> Tensor {
    let pooled = source.map { $0.globalAveragePooled() }
    var reduced = ReducedMaps(target)
    let terms = pairs.enumerated().map { index, pair in
      let (maps, projection, averages) = (source[pair.source], projections[index], pooled[pair.source])
      let distances = channelDistances(
        target: reduced.maps(of: pair.target, for: maps), weight: projection.weight.value,
        bias: projection.bias?.value, source: maps)
      let weighted = weights.ofChannels(index, pooled: averages) * distances
      return (weights.ofPair(index, pooled: averages) * weighted).sum()
    }
    precondition(!terms.isEmpty, "there is no pair of layers to match")
    return terms.dropFirst().reduce(terms[0], +) / Float(target[0].shape[0])
  }
}

/// Target maps reduced to the sizes of source maps, each made once.
private struct ReducedMaps {
  private let maps: [Tensor]
  private var found: [[Int]: Tensor] = [:]

  init(_ maps: [Tensor]) { self.maps = maps }

  mutating func maps(of place: Int, for source: Tensor) -> Tensor {
    let key = [place, source.shape[1], source.shape[2]]
    let made = found[key] ?? maps[place].matched(with: source).0
    found[key] = made
    return made
  }
}
