import Autograd
import ModelZoo
import NeuralNetworks

/// Draws the picture that a network is most sure of: gradient descent on the pixels, the network held fixed
/// (Simonyan, Vedaldi and Zisserman, 2014).
///
/// The loss of a picture x for class c is −ln p(c | x) + w · V(x), with V its variation. Adam takes a fixed number of steps,
/// and after each the pixels are held within [0, 1].
///
/// ```swift
/// let cats = IdealImage(network).draw([3, 3], from: noise, variationWeights: [0, 1])
/// ```
public struct IdealImage {
  /// The network, which stays as it is.
  public let network: Network
  /// How many steps are taken, whatever the picture looks like by then.
  public var steps: Int
  /// The step size of Adam, in units of the pixels' range.
  public var learningRate: Float
  /// What a difference between neighbours costs.
  public var form: VariationForm

  /// A way of drawing with the given network, which is frozen.
  public init(_ network: Network, steps: Int = 256, learningRate: Float = 0.05, form: VariationForm = .absolute) {
    network.freeze()
    self.network = network
    self.steps = steps
    self.learningRate = learningRate
    self.form = form
  }

  /// The pictures `[N, H, W, 3]` that `start` becomes, one for each target, each with its own weight of the variation loss.
  ///
  /// The pictures of a batch do not influence each other. `report` is called after every step.
  public func draw(
    _ targets: [Int], from start: Tensor, variationWeights: [Float], report: (_ step: Int) -> Void = { _ in }
  ) -> Tensor {
    precondition(
      targets.count == start.shape[0] && variationWeights.count == start.shape[0],
      "\(start.shape[0]) pictures need as many targets and weights, not \(targets.count) and \(variationWeights.count)")
    let pixels = Parameter(start)
    let optimizer = Adam([pixels], learningRate: learningRate)
    let weights = Tensor(variationWeights)
    let varies = variationWeights.contains { $0 > 0 }
    for step in 0..<steps {
      var loss = crossEntropy(network(pixels.value), targets)
      if varies { loss = loss + (variation(pixels.value, form) * weights).mean() }
      optimizer.step(loss.gradients())
      pixels.set(pixels.value.clamped(to: 0...1))
      report(step)
    }
    return pixels.value.detached()
  }
}
