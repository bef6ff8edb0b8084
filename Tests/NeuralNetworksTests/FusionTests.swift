import Autograd
import NeuralNetworks
import Testing

@Suite struct FusionTests {
  @Test(
    "layers computed together give what they give one after the other, learning or frozen", arguments: [true, false],
    [Mode.inference, .training])
  func fusedAgrees(frozen: Bool, mode: Mode) throws {
    var random = RandomSource(seed: 3)
    let convolution = Convolution2D(16, 16, kernel: 3, padding: 1, bias: false, random: &random)
    let norm = BatchNorm2D(16)
    norm.runningMean.set(.normal(shape: [16], random: &random))
    norm.weight.set(.uniform(shape: [16], in: 0.5...2, random: &random))
    let sequence = Sequential(numbered: [convolution, norm, ReLU6()])
    let residual = Sequential(numbered: [convolution, norm])
    if frozen { sequence.freeze() }
    let x = Tensor.normal(shape: [2, 7, 6, 16], random: &random).requiringGradient()

    let apart = norm(convolution(x, mode), mode)
    try expectSame(sequence(x, mode), apart.relu6(), of: [x] + sequence.parameters.map(\.value))
    try expectSame(
      residual(x, mode, plus: x, rectification: .relu), (apart + x).relu(), of: [x] + residual.parameters.map(\.value))
    try expectSame(residual(x, mode, plus: x), apart + x, of: [x])
  }

  /// Expects the same values and gradients but for what folding a batch norm rounds.
  private func expectSame(_ first: Tensor, _ second: Tensor, of inputs: [Tensor]) throws {
    #expect(first.shape == second.shape && zip(first.values, second.values).allSatisfy { abs($0 - $1) < 1e-4 })
    #expect(inputs.contains { $0.requiresGradient })
    let gradients = [first, second].map { $0.square().mean().gradients() }
    for input in inputs where input.requiresGradient {
      let values = try gradients.map { try #require($0[input]).values }
      let size = values[1].map(abs).max() ?? 0
      #expect(zip(values[0], values[1]).allSatisfy { abs($0 - $1) <= 1e-3 * size })
    }
  }
}
