import Autograd
import NeuralNetworks

/// An optimiser that moves the layer groups of a network at rates of their own: the head at the full rate, each group below at
/// `factor` times the rate of the one above it (Howard and Ruder, 2018, section 3.2).
///
/// What is general should change little, what is special much.
///
/// ```swift
/// let optimizer = DiscriminativeRates(network.layerGroups, learningRate: 0.01, factor: 0.5) { parameters, rate in
///   SGD(parameters, learningRate: rate, momentum: 0.9)
/// }
/// ```
public final class DiscriminativeRates: Optimizer {
  private let optimizers: [any Optimizer]
  /// What the rate of each layer group is of that of the head.
  private let shares: [Float]

  /// The rate of the head; those of the other groups follow it.
  public var learningRate: Float {
    didSet {
      for (optimizer, share) in zip(optimizers, shares) { optimizer.learningRate = learningRate * share }
    }
  }

  /// One optimiser for each layer group, made by `makeOptimizer` from its parameters and its rate.
  public init(
    _ groups: [LayerGroup], learningRate: Float, factor: Float,
    makeOptimizer: (_ parameters: [Parameter], _ learningRate: Float) -> any Optimizer
  ) {
    var shares: [Float] = []
    for _ in groups { shares.append(shares.last.map { $0 * factor } ?? 1) }
    self.shares = shares.reversed()
    self.learningRate = learningRate
    optimizers = zip(groups, self.shares).map { makeOptimizer($0.parameters, learningRate * $1) }
  }

  /// What the optimisers of the layer groups remember, from the first group to the head.
  public var memory: [[Float]] {
    get { optimizers.flatMap(\.memory) }
    set {
      var rest = newValue[...]
      for optimizer in optimizers {
        let count = optimizer.memory.count
        optimizer.memory = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Takes one step in every layer group.
  public func step(_ gradients: Gradients) {
    optimizers.forEach { $0.step(gradients) }
  }
}
