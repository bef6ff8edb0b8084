import Autograd
import NeuralNetworks
import Testing
import TransferLearning

@Suite struct UnrolledDescentTests {
  /// Ten steps on mean(a²) + Σ λ b², then mean(a · b): the toy of Jang and others.
  @Test("the meta-gradient through ten steps with momentum and decay is that of the toy")
  func toy() {
    let (a, b) = (Parameter(Tensor([1, 3])), Parameter(Tensor([-1, -2, 1, 0], shape: [2, 2])))
    let weights = Parameter(Tensor(shape: [2, 2], filledWith: 0))
    var descent = UnrolledDescent([a, b], learningRate: 0.1, momentum: 0.9, weightDecay: 0.01)
    for _ in 0..<10 { descent.step { a.value.square().mean() + (weights.value * b.value.square()).sum() } }
    let gradient = descent.metaGradients(of: { (a.value * b.value).mean() }, by: [weights])[0]
    for (found, expected) in zip(gradient.values, [-1.1952, -7.1712, 1.1952, 0]) {
      #expect(abs(found - Float(expected)) < 1e-3, "\(gradient.values)")
    }
    descent.restore()
    #expect(a.value.values == [1, 3] && b.value.values == [-1, -2, 1, 0])
  }

  @Test("what the last loss depends on itself is in the meta-gradient, and no step means no more than that")
  func direct() {
    let (weight, other) = (Parameter(Tensor([2])), Parameter(Tensor([3])))
    func product() -> Tensor { (weight.value * other.value).sum() }
    let descent = UnrolledDescent([weight], learningRate: 0.1)
    #expect(descent.metaGradients(of: product, by: [other])[0].values == [2])
    var once = descent
    // θ = 2 − 0.1 · 3 = 1.7, and d(θ φ)/dφ = θ + φ dθ/dφ = 1.7 − 0.3.
    once.step(product)
    #expect(abs(once.metaGradients(of: product, by: [other])[0].item - 1.4) < 1e-4)
  }

  @Test(
    "the meta-gradient of channel and pair weights is that of PyTorch in double precision",
    arguments: MatchingTrial.Activation.allCases)
  func torch(activation: MatchingTrial.Activation) throws {
    let trial = MatchingTrial(activation)
    #expect(abs(trial.matching().item - (MatchingTrial.firstLosses[activation] ?? 0)) < 1e-4)
    let found = trial.metaGradients()
    let gradients = try #require(MatchingTrial.gradients[activation])
    #expect(found.count == gradients.count)
    for (place, expected) in gradients.enumerated() {
      let length = expected.map { $0 * $0 }.reduce(0, +).squareRoot()
      let error = zip(found[place].values, expected).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
      #expect(found[place].count == expected.count && error < 3e-3 * length, "\(place): \(error / length)")
    }
  }

  @Test("the meta-gradient is what finite differences of the whole way say")
  func finiteDifferences() {
    let trial = MatchingTrial(.silu)
    let gradients = trial.metaGradients()
    var random = RandomSource(seed: 5)
    for _ in 0..<4 {
      let direction = gradients.map { Tensor.normal(shape: $0.shape, random: &random) }
      let computed = zip(gradients, direction).map { ($0 * $1).sum().item }.reduce(0, +)
      let measured = (trial.outerLoss(moved: direction, by: 0.01) - trial.outerLoss(moved: direction, by: -0.01)) / 0.02
      #expect(abs(computed - measured) < 2e-3 * max(abs(measured), 0.02), "\(computed) against \(measured)")
    }
  }
}
