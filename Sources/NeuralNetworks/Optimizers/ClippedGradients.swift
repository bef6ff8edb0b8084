import Autograd

/// An optimiser whose gradients are never longer than a bound (Pascanu et al., 2013).
///
/// Before each step the gradient g of all parameters taken together is multiplied by min(1, c / (‖g‖ + 10⁻⁶)), as PyTorch's
/// `clip_grad_norm_` does it: its direction stays, its length is at most c.
///
/// ```swift
/// let optimizer = ClippedGradients(
///   SGD(network.parameters, learningRate: 0.1), of: network.parameters, longest: 1)
/// ```
public final class ClippedGradients: Optimizer {
  /// c, the largest length of a gradient.
  public let longest: Float
  /// ‖g‖ of the last step, before it was clipped; nil before the first.
  public private(set) var norm: Float?
  private let optimizer: any Optimizer
  private let parameters: [Parameter]

  /// The step size of the optimiser inside.
  public var learningRate: Float {
    get { optimizer.learningRate }
    set { optimizer.learningRate = newValue }
  }

  /// What the optimiser inside remembers.
  public var memory: [[Float]] {
    get { optimizer.memory }
    set { optimizer.memory = newValue }
  }

  /// An optimiser of some parameters that is given clipped gradients; with an infinite bound they are measured alone.
  public init(_ optimizer: any Optimizer, of parameters: [Parameter], longest: Float) {
    precondition(longest > 0, "gradients cannot be clipped to a length of \(longest)")
    self.optimizer = optimizer
    self.parameters = parameters
    self.longest = longest
  }

  /// Clips the gradients, and takes a step.
  public func step(_ gradients: Gradients) {
    let norm = gradients.norm(of: parameters.map(\.value))
    self.norm = norm
    let share = longest / (norm + 1e-6)
    optimizer.step(share < 1 ? gradients.scaled(by: share) : gradients)
  }
}
