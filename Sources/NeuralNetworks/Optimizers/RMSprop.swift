import Autograd

/// RMSprop (Tieleman and Hinton, 2012): v ← α·v + (1 − α)·g², θ ← θ − rate · g / (√v + ε).
public final class RMSprop: Optimizer {
  public var learningRate: Float
  private let alpha, epsilon: Float
  private var state: OptimizerState

  /// An optimiser of the given parameters.
  public init(_ parameters: [Parameter], learningRate: Float = 0.01, alpha: Float = 0.99, epsilon: Float = 1e-8) {
    self.learningRate = learningRate
    self.alpha = alpha
    self.epsilon = epsilon
    state = OptimizerState(parameters, memories: 1)
  }

  /// The mean square v of every parameter's gradient, in their order.
  public var memory: [[Float]] {
    get { state.memory() }
    set { state.restore(newValue) }
  }

  public func step(_ gradients: Gradients) {
    let (rate, alpha, epsilon) = (learningRate, alpha, epsilon)
    state.update(gradients) { step in
      for place in step.values.indices {
        let slope = step.gradient[place]
        let mean = alpha * step.first[place] + (1 - alpha) * slope * slope
        step.first[place] = mean
        step.updated[place] = step.values[place] - rate * slope / (mean.squareRoot() + epsilon)
      }
    }
  }
}
