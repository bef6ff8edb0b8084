import Autograd
import NeuralNetworks

/// How the weights φ of channels and pairs are learnt: so that features which were matched by them make the cross entropy small
/// (Jang et al., 2019, section 2.3).
///
/// After a step of training, the target takes on trial `innerSteps` steps on the matching loss alone and one on the cross
/// entropy. φ then goes down the gradient of the cross entropy behind these steps, through all of them; the target goes back
/// to where it was. The paper has T = 2 and one rate for all steps of the target.
public struct MetaLearning: Sendable {
  /// T, the trial steps on the matching loss.
  public var innerSteps: Int
  /// The rate of the trial steps, plain gradient descent.
  public var innerRate: Float
  /// The rate of φ, whose optimiser is Adam.
  public var rate: Float
  /// φ learns after every so many steps of training.
  public var interval: Int

  /// Two trial steps on the matching loss.
  public init(innerSteps: Int = 2, innerRate: Float = 0.1, rate: Float = 0.01, interval: Int = 1) {
    precondition(innerSteps > 0 && interval > 0, "meta-learning needs a trial step and an interval")
    self.innerSteps = innerSteps
    self.innerRate = innerRate
    self.rate = rate
    self.interval = interval
  }
}

/// A meta-learning under way.
struct MetaLearner {
  let settings: MetaLearning
  let network: TappedNetwork
  let matcher: FeatureMatcher
  private let optimizer: Adam

  init(_ settings: MetaLearning, _ network: TappedNetwork, _ matcher: FeatureMatcher) {
    self.settings = settings
    self.network = network
    self.matcher = matcher
    optimizer = Adam(matcher.weights.parameters, learningRate: settings.rate)
  }

  /// One step of φ on a batch and the source's maps of it; the network is afterwards as it was before, statistics too.
  func step(_ batch: LabelledBatch, source: [Tensor]) {
    let statistics = network.state.map(\.parameter).filter(\.isStatistic).map { ($0, $0.value) }
    func crossEntropyOfBatch() -> Tensor { crossEntropy(network(batch.inputs, .training), batch.labels) }
    func matching() -> Tensor {
      _ = network(batch.inputs, .training)
      return matcher.loss(target: network.maps, source: source)
    }
    var descent = UnrolledDescent(network.parameters, learningRate: settings.innerRate)
    for _ in 0..<settings.innerSteps { descent.step(matching) }
    descent.step(crossEntropyOfBatch)
    let weights = matcher.weights.parameters
    let gradients = descent.metaGradients(of: crossEntropyOfBatch, by: weights)
    descent.restore()
    for (parameter, value) in statistics { parameter.set(value) }
    // A loss that has these gradients.
    let loss = zip(weights, gradients).map { ($0.value * $1).sum() }.reduce(Tensor(0), +)
    optimizer.step(loss.gradients())
  }
}
