import Autograd
import ModelZoo
import NeuralNetworks

/// A network that learns by low-rank updates alone (LoRA; Hu et al., 2022): all that it knew is frozen, and beside each
/// convolution and each linear layer below the head an update of rank r learns; and so does the head.
///
/// ```swift
/// network.freeze(first: 5)
/// let (base, top) = network.cut
/// let adapted = LowRankNetwork(top, rank: 4, random: &random)
/// try TrainingLoop(epochs: 10).run(adapted, optimizer: Adam(adapted.parameters.filter(\.isTrainable))) { … }
/// adapted.merge()   // the same answers by the network's own layers
/// ```
/// The layers are shared with those that it is made from. Layers within blocks that have a way around them, as those of a
/// ResNet, get no update; convolutions in groups do not either.
public struct LowRankNetwork: Layer {
  /// The layers, adapted ones in the place of those that have an update.
  public let layers: Sequential
  private let normalization: Normalization?

  /// Freezes a network but for its head, and puts updates of rank r beside its layers; α is r unless it is given.
  public init(_ network: Network, rank: Int, alpha: Float? = nil, random: inout RandomSource) {
    self.init(network.layers, normalization: network.normalization, rank: rank, alpha: alpha, random: &random)
  }

  /// The same of layers whose last group is the head, such as those above a cut; their inputs are on their own scale.
  public init(_ layers: Sequential, rank: Int, alpha: Float? = nil, random: inout RandomSource) {
    self.init(layers, normalization: nil, rank: rank, alpha: alpha, random: &random)
  }

  private init(
    _ layers: Sequential, normalization: Normalization?, rank: Int, alpha: Float?, random: inout RandomSource
  ) {
    let groups = layers.layerGroups
    layers.freeze(first: groups.count - 1)
    let head = groups[groups.count - 1].name
    var adapted = layers
    for (name, layer) in layers.steps where name != head {
      func update(_ weight: Parameter) -> LowRankUpdate {
        let shape = weight.value.shape
        return LowRankUpdate(
          inputs: shape.dropFirst().reduce(1, *), outputs: shape[0], rank: rank, alpha: alpha, random: &random)
      }
      if let linear = layer as? Linear {
        adapted = adapted.replacing(name, with: AdaptedLinear(base: linear, update: update(linear.weight)))
      } else if let convolution = layer as? Convolution2D, convolution.groups == 1 {
        adapted = adapted.replacing(
          name, with: AdaptedConvolution(base: convolution, update: update(convolution.weight)))
      }
    }
    self.layers = adapted
    self.normalization = normalization
  }

  /// The logits `[N, classes]` of pictures in [0, 1], or of what the layers take.
  public func callAsFunction(_ inputs: Tensor, _ mode: Mode) -> Tensor {
    layers(normalization?(inputs) ?? inputs, mode)
  }

  /// The layers.
  public var children: [(name: String, layer: any Layer)] { layers.layers }

  /// The updates, from the input on.
  public var updates: [LowRankUpdate] { adapted.map(\.update) }

  /// The number of values that learn: those of the updates and of the head.
  public var trainableCount: Int { parameters.filter(\.isTrainable).map(\.value.count).reduce(0, +) }

  /// Adds every update to the weight beside it, W ← W + ΔW.
  ///
  /// The layers that were adapted now answer as these do, in the time
  /// that they always took. The updates begin anew from nothing.
  public func merge() { adapted.forEach { $0.merge() } }

  private var adapted: [any AdaptedLayer] { layers.descendants.compactMap { $0.layer as? any AdaptedLayer } }
}
