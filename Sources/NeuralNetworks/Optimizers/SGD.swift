import Autograd

/// Stochastic gradient descent with momentum.
///
/// g ← g + decay · θ, v ← momentum · v + g, θ ← θ − rate · v; with Nesterov's look-ahead θ ← θ − rate · (g + momentum · v)
/// (Sutskever et al., 2013, in PyTorch's form).
public final class SGD: Optimizer {
  public var learningRate: Float
  private let momentum, weightDecay: Float
  private let nesterov: Bool
  private var state: OptimizerState

  /// An optimiser of the given parameters.
  public init(
    _ parameters: [Parameter], learningRate: Float, momentum: Float = 0, weightDecay: Float = 0, nesterov: Bool = false
  ) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.weightDecay = weightDecay
    self.nesterov = nesterov
    state = OptimizerState(parameters, memories: 1)
  }

  /// The velocity v of every parameter, in their order, so that a training can go on where it was left.
  public var memory: [[Float]] {
    get { state.memory() }
    set { state.restore(newValue) }
  }

  public func step(_ gradients: Gradients) {
    let (rate, momentum, decay, nesterov) = (learningRate, momentum, weightDecay, nesterov)
    state.update(gradients) { step in
      for place in step.values.indices {
        // 0 times what is infinite is no number: what is not wanted is left out.
        let slope = decay == 0 ? step.gradient[place] : step.gradient[place] + decay * step.values[place]
        let velocity = momentum == 0 ? slope : momentum * step.first[place] + slope
        step.first[place] = velocity
        step.updated[place] = step.values[place] - rate * (nesterov ? slope + momentum * velocity : velocity)
      }
    }
  }
}
