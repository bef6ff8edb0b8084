import Autograd
import ModelZoo
import NeuralNetworks

/// Draws the picture that a network is most sure of: gradient descent on the picture, the network held fixed
/// (Simonyan, Vedaldi and Zisserman, 2014).
///
/// The loss of a picture x for class c is −ln p(c | x) + w · V(x), with V its variation, or has another objective in the
/// place of ln p. Adam takes a fixed number of steps on the picture's parameters; the network sees every picture as `view`
/// has it, the variation is that of the picture itself.
///
/// ```swift
/// var ideal = IdealImage(network)
/// let cats = ideal.draw([3, 3], from: noise, variationWeights: [0, 1])
/// (ideal.objective, ideal.parameters, ideal.view) = (.logit, .fourier(), RandomView())
/// let clearer = ideal.draw([3, 3], from: noise, variationWeights: [1, 1])
/// ```
public struct IdealImage {
  /// The network, which stays as it is.
  public private(set) var network: Network
  /// How many steps are taken, whatever the picture looks like by then.
  public var steps: Int
  /// The step size of Adam, in units of the pixels' range.
  public var learningRate: Float
  /// What a difference between neighbours costs.
  public var form: VariationForm
  /// What is to become large.
  public var objective = IdealObjective.logProbability
  /// What descent changes.
  public var parameters = PictureParameters.pixels
  /// How the network looks at the picture in each step; straight, if there is none.
  public var view: RandomView?
  /// The seed of the views.
  public var seed: UInt64 = 1

  /// A way of drawing with the given network, which is frozen.
  public init(_ network: Network, steps: Int = 256, learningRate: Float = 0.05, form: VariationForm = .absolute) {
    network.freeze()
    self.network = network
    self.steps = steps
    self.learningRate = learningRate
    self.form = form
  }

  /// The same way of drawing, with another network.
  public func with(_ network: Network) -> IdealImage {
    network.freeze()
    var other = self
    other.network = network
    return other
  }

  /// The pictures `[N, H, W, 3]` that `start` becomes, one for each target, each with its own weight of the variation loss.
  ///
  /// The pictures of a batch do not influence each other: the loss is their sum, so that a picture's gradient does not depend
  /// on how many are drawn with it, and each becomes the same, bit by bit, alone or among others. `report` is called after every step with the number of steps
  /// taken and with what makes the pictures as they are then.
  public func draw(
    _ targets: [Int], from start: Tensor, variationWeights: [Float],
    report: (_ step: Int, _ pictures: () -> Tensor) -> Void = { _, _ in }
  ) -> Tensor {
    precondition(
      targets.count == start.shape[0] && variationWeights.count == start.shape[0],
      "\(start.shape[0]) pictures need as many targets and weights, not \(targets.count) and \(variationWeights.count)")
    let values = Parameter(parameters.encoded(start))
    let optimizer = Adam([values], learningRate: learningRate)
    let weights = Tensor(variationWeights)
    let varies = variationWeights.contains { $0 > 0 }
    var random = RandomSource(seed: seed)
    for step in 0..<steps {
      let pictures = parameters.decoded(values.value)
      let seen = view?(pictures, random: &random) ?? pictures
      var loss = -objective.value(of: network, for: seen, targets: targets)
      if varies { loss = loss + (variation(pictures, form) * weights).sum() }
      optimizer.step(loss.gradients())
      values.set(parameters.held(values.value))
      report(step + 1) { parameters.decoded(values.value).detached() }
    }
    return parameters.decoded(values.value).detached()
  }

  /// What the pictures look like after some numbers of steps, each `[N, H, W, 3]`, in their order; 0 is the start itself.
  public func snapshots(
    after moments: [Int], of targets: [Int], from start: Tensor, variationWeights: [Float]
  ) -> [Tensor] {
    var seen = [0: start.detached()]
    _ = draw(targets, from: start, variationWeights: variationWeights) { step, pictures in
      if moments.contains(step) { seen[step] = pictures() }
    }
    return moments.compactMap { seen[$0] }
  }
}
