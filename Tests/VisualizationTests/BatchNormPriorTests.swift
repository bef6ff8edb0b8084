import Autograd
import ModelZoo
import NeuralNetworks
import Testing

@testable import Visualization

@Suite struct BatchNormPriorTests {
  private func network(_ architecture: Architecture = .miniVGG) -> Network {
    var random = RandomSource(seed: 2)
    let network = Network(architecture, classes: (0..<4).map { "\($0)" }, inputSize: 16, random: &random)
    for (name, parameter) in network.state where name.hasSuffix("running_mean") || name.hasSuffix("running_var") {
      parameter.set(.uniform(shape: parameter.value.shape, in: 0.3...0.9, random: &random))
    }
    network.freeze()
    return network
  }

  private func pictures(_ count: Int = 3) -> Tensor {
    var random = RandomSource(seed: 7)
    return .uniform(shape: [count, 16, 16, 3], in: 0.2...0.8, random: &random)
  }

  private func prior(of input: Tensor, mean: [Float], variance: [Float]) -> Float {
    let norm = BatchNorm2D(mean.count)
    norm.runningMean.set(Tensor(mean))
    norm.runningVariance.set(Tensor(variance))
    let norms = NormInputs()
    _ = norms.noting { norm(input, .inference) }
    return BatchNormPrior.value(of: norms).item
  }

  @Test("the prior of four values a channel is what a calculation by hand gives")
  func byHand() {
    // Means 4 and 5.5, variances 5 and 8.75: (1² / 4 + ¼ (1.25 − 1)² + 1.5² / 2 + ¼ (4.375 − 1)²) / 2.
    let input = Tensor([1, 2, 3, 4, 5, 6, 7, 10], shape: [1, 2, 2, 2])
    #expect(abs(prior(of: input, mean: [3, 4], variance: [4, 2]) - 2.119_140_625) < 1e-5)
    #expect(prior(of: input, mean: [4, 5.5], variance: [5, 8.75]) < 1e-9)
  }

  @Test("a channel that was always silent costs a bounded amount, and makes nothing that is not a number")
  func silentChannel() {
    let input = Tensor([1, 2, 3, 4], shape: [1, 2, 2, 1])
    let value = prior(of: input, mean: [2.5], variance: [0])
    #expect(abs(value - BatchNormPrior.largestCost / 4) < 1e-3)
  }

  @Test(
    "the prior's gradient is that of finite differences",
    arguments: [Architecture.miniVGG, .miniVGGPlaced, .resnet20, .mobilenetV2Narrow])
  func gradient(architecture: Architecture) {
    var random = RandomSource(seed: 1)
    let network = network(architecture)
    let error = gradientError(at: [pictures()], step: 1e-3, random: &random) { inputs in
      BatchNormPrior.value(of: inputs[0], in: network)
    }
    #expect(error < 0.03)
  }

  @Test(
    "what enters the batch norms is noted once each, and does not change what a network says",
    arguments: [Architecture.miniVGG, .resnet20, .mobilenetV2Narrow])
  func noted(architecture: Architecture) {
    let network = network(architecture)
    let norms = NormInputs()
    let logits = norms.noting { network(pictures()) }
    let layers = network.descendants.compactMap { $0.layer as? BatchNorm2D }
    #expect(norms.inputs.count == layers.count)
    #expect(zip(norms.inputs, layers).allSatisfy { $0.norm.weight === $1.weight })
    #expect(zip(logits.values, network(pictures()).values).allSatisfy { abs($0 - $1) < 1e-3 * max(1, abs($1)) })
    _ = network(pictures())
    #expect(norms.inputs.count == layers.count)
  }

  @Test("descent with the prior brings the batch's statistics nearer to the network's")
  func descends() {
    let network = network()
    var ideal = IdealImage(network, steps: 12)
    func drawn(_ weight: Float) -> Float {
      ideal.priorWeight = weight
      return BatchNormPrior.value(of: ideal.draw([1, 3, 0], from: pictures()), in: network).item
    }
    #expect(drawn(10) < 0.9 * drawn(0))
  }

  @Test("only networks with batch norms have the prior")
  func whichNetworks() {
    #expect(network().hasBatchNorm)
    var random = RandomSource(seed: 2)
    #expect(!Network(.vgg11, classes: ["a"], inputSize: 32, random: &random).hasBatchNorm)
  }
}
