import Autograd
import NeuralNetworks
import Testing

/// Four examples of three numbers, the weights of a linear layer, and a step of both that PyTorch 2.13 took in float64.
private enum Small {
  static let batch = LabelledBatch(
    inputs: Tensor([1, 0, 2, 0, 1, -1, 2, 1, 0, -1, 0, 1], shape: [4, 3]), labels: [0, 1, 2, 1])
  static let partners = [2, 0, 3, 1]
  static let weights = Tensor([0.5, -0.2, 0.1, 0.3, 0.4, -0.6, -0.1, 0.2, 0.7], shape: [3, 3])
}

@Suite struct MixupTests {
  /// x = 0.3 x + 0.7 x[2, 0, 3, 1]; z = x Wᵀ; 0.3 F.cross_entropy(z, y, label_smoothing=ε) + 0.7 the same of the partners.
  @Test(
    "loss and gradient of a mixed batch are PyTorch's",
    arguments: [
      (
        Float(0), Float(1.110578330110261),
        [
          -0.03667271, 0.054697332, -0.054348153, 0.15338385, -0.0845407, -0.027068808, -0.11671114, 0.029843367,
          0.08141696,
        ]
      ),
      (
        0.1, 1.1152116634435942,
        [
          -0.028339377, 0.048530666, -0.047264819, 0.132717184, -0.076207366, -0.033235475, -0.104377807, 0.027676701,
          0.080500294,
        ]
      ),
    ] as [(Float, Float, [Float])])
  func reference(smoothing: Float, expected: Float, gradient: [Float]) throws {
    let weights = Small.weights.requiringGradient()
    let mixture = Mixup.mixed(Small.batch, share: 0.3, partners: Small.partners)
    let logits = mixture.inputs.linear(weight: weights, bias: Tensor([0, 0, 0]))
    let loss = mixture.loss(logits) { crossEntropy($0, $1, labelSmoothing: smoothing) }
    #expect(abs(loss.item - expected) < 2e-6)
    let found = try #require(loss.gradients()[weights]).values
    #expect(zip(found, gradient).allSatisfy { abs($0 - $1) < 1e-6 }, "\(found)")
  }

  @Test("with all of the share an example is itself, and with none its partner; pictures keep their shape")
  func ends() {
    let whole = Mixup.mixed(Small.batch, share: 1, partners: Small.partners)
    #expect(whole.inputs.values == Small.batch.inputs.values && whole.labels == [0, 1, 2, 1])
    let none = Mixup.mixed(Small.batch, share: 0, partners: Small.partners)
    #expect(none.inputs.values == [2, 1, 0, 1, 0, 2, -1, 0, 1, 0, 1, -1] && none.partners == [2, 0, 1, 1])
    let picture = LabelledBatch(inputs: Tensor(shape: [2, 3, 3, 1], filledWith: 1), labels: [0, 1])
    #expect(Mixup(seed: 1).mixed(picture).inputs.shape == [2, 3, 3, 1])
  }

  @Test("the loop learns from mixed batches, tells their loss, and the same seed gives the same bits")
  func loop() throws {
    func trained(seed: UInt64?) throws -> (weights: [Float], loss: Float) {
      let layer = Linear(3, 3, random: &Small.random)
      var loop = TrainingLoop(epochs: 1)
      loop.objective = seed.map { Mixup(alpha: 1, seed: $0).objective(of: layer) }
      let epochs = try loop.run(layer, optimizer: SGD(layer.parameters, learningRate: 0.5)) { _ in [Small.batch] }
      return (layer.weight.value.values, epochs[0].training.loss)
    }
    let (one, other, plain) = (try trained(seed: 1), try trained(seed: 2), try trained(seed: nil))
    #expect(try trained(seed: 1).weights == one.weights)
    #expect(one.weights != other.weights && one.weights != plain.weights && one.loss != plain.loss)
  }
}

extension Small {
  /// A source that begins anew at each use.
  fileprivate static var random: RandomSource {
    get { RandomSource(seed: 4) }
    set {}
  }
}
