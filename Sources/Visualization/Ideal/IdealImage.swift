import Autograd
import ModelZoo
import NeuralNetworks

/// Draws the picture that a network is most sure of: gradient descent on the picture, the network held fixed
/// (Simonyan, Vedaldi and Zisserman, 2014).
///
/// The loss of N pictures x for classes c is Σ −ln p(c | x) + w · V(x), with V the variation, or has another objective in
/// the place of ln p; where the prior has a weight, N · α · S is added, with S the batch-norm prior of all of them. Adam
/// takes a fixed number of steps on the pictures' parameters; the network sees every picture as `view` has it, the variation
/// is that of the picture itself.
///
/// ```swift
/// var ideal = IdealImage(network, variationWeight: 1)
/// let cats = ideal.draw([3, 3], from: noise)
/// (ideal.objective, ideal.parameters, ideal.priorWeight) = (.logit, .fourier(), 10)
/// let clearer = ideal.draw([3, 3], from: noise)
/// ```
public struct IdealImage {
  /// The network, which stays as it is.
  public private(set) var network: Network
  /// How many steps are taken, whatever the picture looks like by then.
  public var steps: Int
  /// The step size of Adam, in units of the pixels' range.
  public var learningRate: Float
  /// How the step size changes on the way.
  public var schedule = LearningRateSchedule.constant
  /// w, what the variation loss weighs; 0 leaves it out.
  public var variationWeight: Float
  /// What a difference between neighbours costs.
  public var form: VariationForm
  /// α, what the batch-norm prior weighs; 0 leaves it out, and a network without batch norms has none.
  public var priorWeight: Float = 0
  /// What is to become large.
  public var objective = IdealObjective.logProbability
  /// What descent changes.
  public var parameters = PictureParameters.pixels
  /// How the network looks at the picture in each step; straight, if there is none.
  public var view: (any PictureView)?
  /// The seed of the views.
  public var seed: UInt64 = 1

  /// A way of drawing with the given network, which is frozen.
  public init(
    _ network: Network, steps: Int = 256, learningRate: Float = 0.05, variationWeight: Float = 0,
    form: VariationForm = .absolute
  ) {
    network.freeze()
    self.network = network
    self.steps = steps
    self.learningRate = learningRate
    self.variationWeight = variationWeight
    self.form = form
  }

  /// The same way of drawing, with another network.
  public func with(_ network: Network) -> IdealImage {
    network.freeze()
    var other = self
    other.network = network
    return other
  }

  /// The pictures `[N, H, W, 3]` that `start` becomes, one for each target.
  ///
  /// Each picture may have its own weight of the variation loss. Without the prior the pictures of a batch do not influence
  /// each other: the loss is their sum, and each becomes the same, bit by bit, alone or among others. The prior joins them,
  /// since it is about the batch. `report` is called after every step with the number of steps taken and with what makes the
  /// pictures as they are then.
  public func draw(
    _ targets: [Int], from start: Tensor, variationWeights: [Float]? = nil,
    report: (_ step: Int, _ pictures: () -> Tensor) -> Void = { _, _ in }
  ) -> Tensor {
    let variationWeights = variationWeights ?? targets.map { _ in variationWeight }
    precondition(
      targets.count == start.shape[0] && variationWeights.count == start.shape[0],
      "\(start.shape[0]) pictures need as many targets and weights, not \(targets.count) and \(variationWeights.count)")
    let values = Parameter(parameters.encoded(start))
    let optimizer = Adam([values], learningRate: learningRate)
    let weights = Tensor(variationWeights)
    let varies = variationWeights.contains { $0 > 0 }
    var random = RandomSource(seed: seed)
    for step in 0..<steps {
      optimizer.learningRate = learningRate * schedule.factor(step: step, of: steps)
      let pictures = parameters.decoded(values.value)
      let seen = view?(pictures, random: &random) ?? pictures
      var loss = asked(of: seen, targets)
      if varies { loss = loss + (variation(pictures, form) * weights).sum() }
      optimizer.step(loss.gradients())
      values.set(parameters.held(values.value))
      report(step + 1) { parameters.decoded(values.value).detached() }
    }
    return parameters.decoded(values.value).detached()
  }

  /// What the network is asked for, and what the prior adds.
  private func asked(of pictures: Tensor, _ targets: [Int]) -> Tensor {
    guard priorWeight > 0 else { return -objective.value(of: network, for: pictures, targets: targets) }
    let norms = NormInputs()
    let value = norms.noting { objective.value(of: network, for: pictures, targets: targets) }
    return BatchNormPrior.value(of: norms) * (priorWeight * Float(targets.count)) - value
  }

  /// What the pictures look like after some numbers of steps, each `[N, H, W, 3]`, in their order; 0 is the start itself.
  public func snapshots(
    after moments: [Int], of targets: [Int], from start: Tensor, variationWeights: [Float]? = nil
  ) -> [Tensor] {
    var seen = [0: start.detached()]
    _ = draw(targets, from: start, variationWeights: variationWeights) { step, pictures in
      if moments.contains(step) { seen[step] = pictures() }
    }
    return moments.compactMap { seen[$0] }
  }
}
