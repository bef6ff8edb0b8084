import Autograd
import NeuralNetworks
import Testing

/// A linear layer learns four examples in three steps: F.cross_entropy(3 x Wᵀ + b, y), torch.optim.SGD with the rate 0.1 and
/// momentum 0.9, torch.nn.utils.clip_grad_norm_ before each step; PyTorch 2.13 in float64.
@Suite struct ClippedGradientsTests {
  private let batch = LabelledBatch(
    inputs: Tensor([1, 0, 2, 0, 1, -1, 2, 1, 0, -1, 0, 1], shape: [4, 3]), labels: [0, 1, 2, 1])

  private func steps(longest: Float) -> (norms: [Float], weight: [Float], bias: [Float]) {
    let weight = Parameter(Tensor([0.5, -0.2, 0.1, 0.3, 0.4, -0.6, -0.1, 0.2, 0.7], shape: [3, 3]))
    let bias = Parameter(Tensor([0.1, 0, -0.1]))
    let sgd = SGD([weight, bias], learningRate: 0.1, momentum: 0.9)
    let optimizer = ClippedGradients(sgd, of: [weight, bias], longest: longest)
    let norms = (0..<3).map { _ in
      let logits = (batch.inputs * 3).linear(weight: weight.value, bias: bias.value)
      optimizer.step(crossEntropy(logits, batch.labels).gradients())
      return optimizer.norm ?? 0
    }
    return (norms, weight.value.values, bias.value.values)
  }

  private func agree(_ found: [Float], _ expected: [Float]) -> Bool {
    found.count == expected.count && zip(found, expected).allSatisfy { abs($0 - $1) < 3e-6 }
  }

  @Test("norms and steps are PyTorch's where every gradient is clipped")
  func clipped() {
    let (norms, weight, bias) = steps(longest: 0.5)
    #expect(agree(norms, [3.4534407615531113, 3.368542769534893, 3.191466985880183]), "\(norms)")
    #expect(
      agree(
        weight,
        [
          0.50299689, -0.22601435, 0.19875072, 0.16723426, 0.36659996, -0.54039771, 0.02976885, 0.25941439, 0.54164698,
        ]))
    #expect(agree(bias, [0.1071592, 0.00944112, -0.11660032]))
  }

  @Test("and where none is as long as that")
  func unclipped() {
    let (norms, weight, bias) = steps(longest: 5)
    #expect(agree(norms, [3.4534407615531113, 2.7445536273904025, 1.0510903431511793]), "\(norms)")
    #expect(
      agree(
        weight,
        [0.46488301, -0.3814281, 0.55497844, -0.43583774, 0.2565893, -0.23169924, 0.67095473, 0.5248388, -0.1232792]))
    #expect(agree(bias, [0.10421482, 0.08393175, -0.18814657]))
    #expect(steps(longest: .infinity).weight == weight)
  }

  @Test("rate and memory are those of the optimiser inside, and a frozen parameter is left alone")
  func inside() {
    let (kept, moved) = (Parameter(Tensor([1, 2])), Parameter(Tensor([3])))
    kept.isTrainable = false
    let sgd = SGD([kept, moved], learningRate: 0.1, momentum: 0.9)
    let optimizer = ClippedGradients(sgd, of: [kept, moved], longest: 1)
    optimizer.learningRate = 0.5
    optimizer.step((kept.value.sum() * moved.value * 4).sum().gradients())
    #expect(sgd.learningRate == 0.5 && optimizer.memory == sgd.memory && optimizer.norm == 12)
    #expect(kept.value.values == [1, 2] && abs(moved.value.item - 2.5) < 1e-6)
    optimizer.memory = [[0, 0], [7]]
    #expect(sgd.memory == [[0, 0], [7]])
  }
}
