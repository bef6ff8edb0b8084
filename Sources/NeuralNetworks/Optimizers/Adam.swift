import Autograd
import Foundation

/// Adam (Kingma and Ba, 2015), and AdamW where the decay is decoupled (Loshchilov and Hutter, 2019).
///
/// m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g², θ ← θ − rate · m̂ / (√v̂ + ε), where m̂ = m / (1 − β₁ᵗ) and
/// v̂ = v / (1 − β₂ᵗ). Decay is added to g, or, decoupled, taken from θ as rate · decay · θ.
public final class Adam: Optimizer {
  public var learningRate: Float
  private let betas: (Float, Float)
  private let epsilon, weightDecay: Float
  private let decoupled: Bool
  private var state: OptimizerState

  /// An optimiser of the given parameters.
  public init(
    _ parameters: [Parameter], learningRate: Float = 1e-3, betas: (Float, Float) = (0.9, 0.999),
    epsilon: Float = 1e-8, weightDecay: Float = 0, decoupledDecay: Bool = false
  ) {
    self.learningRate = learningRate
    self.betas = betas
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    decoupled = decoupledDecay
    state = OptimizerState(parameters, memories: 2)
  }

  /// Adam with decoupled weight decay, as AdamW.
  public static func withDecoupledDecay(
    _ parameters: [Parameter], learningRate: Float = 1e-3, weightDecay: Float = 0.01
  ) -> Adam {
    Adam(parameters, learningRate: learningRate, weightDecay: weightDecay, decoupledDecay: true)
  }

  /// The mean m of every parameter's gradient, then the mean square v of every one, then how many steps each has taken.
  public var memory: [[Float]] {
    get { state.memory(countsSteps: true) }
    set { state.restore(newValue, countsSteps: true) }
  }

  public func step(_ gradients: Gradients) {
    let (rate, betas, epsilon, decay, decoupled) = (learningRate, betas, epsilon, weightDecay, decoupled)
    state.update(gradients) { step in
      let (firstBias, secondBias) = (1 - pow(betas.0, Float(step.number)), 1 - pow(betas.1, Float(step.number)))
      let rule = AdamRule(
        rate: rate / firstBias, root: secondBias.squareRoot(), betas: betas, epsilon: epsilon,
        decay: decoupled ? 0 : decay, kept: decoupled ? 1 - rate * decay : 1)
      rule.step(step.values, gradient: step.gradient, first: step.first, second: step.second, into: step.updated)
    }
  }
}
