import Autograd
import Foundation
import NeuralNetworks
import Testing
import TransferLearning

/// Numbers and gradients of PyTorch 2.13 in double precision, for x_i = sin(a · i + b), row-major:
/// s = x(5×3; 0.9, 0.3), t = x(4×3; 0.7, 2), z = 3 · x(4×3; 0.9, 0.3).
///
///     p = pdist(cat(s, t))²; b = p.median() or p.mean(); k = Σ_{i<5} exp(−d² / (b / 4 · 2ⁱ))
///     mmd = k_ss.mean() + k_tt.mean() − 2 k_st.mean();  coral = Σ (cov(s) − cov(t))² / (4 · 9)
///     dann = bce(relu(rev(cat(s, t), 0.6) @ x(4×3; 0.5, 0.1)ᵀ) @ x(1×4; 0.8, 0.4)ᵀ, [1]·5 + [0]·4)
private let source = wave(5, 3, 0.9, 0.3)
private let target = wave(4, 3, 0.7, 2)
private let logits = wave(4, 3, 0.9, 0.3, times: 3)

@Suite struct AdaptationLossTests {
  @Test("MMD with the median as its bandwidth is PyTorch's, and so is its gradient")
  func medianDiscrepancy() {
    expect(
      0.627817178,
      [
        [
          -0.1571754, 0.0658136, 0.1486922, 0.0703293, -0.0074641, -0.0506056, -0.2094898, -0.1163526, -0.001866,
          -0.1496794, -0.2946008, -0.3057008, -0.0326857, 0.0956282, 0.1773858,
        ],
        [
          0.148989, 0.1547451, 0.1158319, -0.0963997, -0.1119925, -0.1323644, 0.2709142, 0.0426883, -0.0854006,
          0.1551976, 0.1715348, 0.1340274,
        ],
      ], at: [source, target]
    ) { maximumMeanDiscrepancy(source: $0[0], target: $0[1], bandwidth: .median) }
  }

  @Test("MMD with the mean as its bandwidth is PyTorch's")
  func meanDiscrepancy() {
    expect(
      0.616258232,
      [
        [
          -0.1589851, 0.0633736, 0.1488074, 0.0677371, -0.0087096, -0.0500702, -0.2069928, -0.1144104, -0.0007054,
          -0.1484607, -0.28919, -0.2983338, -0.0331795, 0.0942728, 0.1758376,
        ]
      ], at: [source, target]
    ) { maximumMeanDiscrepancy(source: $0[0], target: $0[1]) }
  }

  @Test("the CORAL loss is PyTorch's, and so is its gradient")
  func coral() {
    expect(
      0.015680501,
      [
        [
          -0.0171501, -0.0053538, 0.0030586, 0.0159159, -8.03e-05, -0.010566, -0.0083837, 0.0039647, 0.0115691,
          0.0024876, -0.0086227, -0.0148297, 0.0071303, 0.0100922, 0.010768,
        ],
        [
          0.0056647, 0.0093785, 0.0105921, -0.0278876, -0.0161781, -0.0063076, 0.0169933, -0.0024459, -0.0149604,
          0.0052297, 0.0092454, 0.0106759,
        ],
      ], at: [source, target]
    ) { coralDistance(source: $0[0], target: $0[1]) }
  }

  @Test("the entropy of answers is PyTorch's, and so is its gradient")
  func entropy() {
    expect(
      0.52862128,
      [
        [
          0.0317146, -0.0292933, -0.0024213, -0.0640902, 0.0410009, 0.0230893, 0.0103049, 0.052094, -0.0623989,
          -0.0574706, 0.0482038, 0.0092668,
        ]
      ], at: [logits]
    ) { predictionEntropy($0[0]) }
  }

  @Test("the binary cross entropy is PyTorch's, and so is its gradient")
  func binary() {
    let wanted = Tensor([1, 1, 0, 0, 0.25], shape: [5, 1])
    expect(
      0.925757322, [[-0.058364, -0.0115069, 0.1860382, 0.1208574, -0.0274569]],
      at: [wave(5, 1, 0.9, 0.3, times: 3)]
    ) { binaryCrossEntropy($0[0], wanted) }
  }

  @Test("the adversarial loss is PyTorch's: reversed for the features, not for the discriminator")
  func adversarial() throws {
    var random = RandomSource(seed: 1)
    let discriminator = DomainDiscriminator(features: 3, width: 4, random: &random)
    var state = discriminator.stateTensors
    state["0.weight"] = wave(4, 3, 0.5, 0.1)
    state["2.weight"] = wave(1, 4, 0.8, 0.4)
    try discriminator.load(state)
    expect(
      0.868073807,
      [
        [
          0.008017, 0.0084623, 0.0068357, -0.0038904, -0.0093945, -0.0125985, 0.0235083, 0.0248141, 0.0200445,
          0.0165926, 0.0068832, -0.0045115, -0.0087557, -0.0081577, -0.0055623,
        ],
        [
          -0.0511952, -0.0315827, -0.0042376, 0.0164359, 0.0396891, 0.0532251, -0.0509845, -0.0538165, -0.0434723,
          -0.0509741, -0.0314462, -0.0042193,
        ],
      ], at: [source, target]
    ) { discriminator.adversarialLoss(source: $0[0], target: $0[1], reversal: 0.6) }
    let loss = discriminator.adversarialLoss(source: source, target: target, reversal: 0.6)
    let weight = discriminator.parameters[2].value
    let got = loss.gradients()[weight]?.values ?? []
    #expect(zip(got, [0.0621433, 0.2247003, 0.0622764, 0.1216866] as [Float]).allSatisfy { abs($0 - $1) < 2e-6 })
  }

  @Test("a reversed gradient is −λ times the one that finite differences give", arguments: [0, 0.3, 1] as [Float])
  func reversal(strength: Float) {
    let plain = source.requiringGradient()
    let reversed = source.requiringGradient()
    let values = (plain.square() * wave(5, 3, 0.4, 1)).sum()
    let turned = (reversed.reversingGradient(strength).square() * wave(5, 3, 0.4, 1)).sum()
    #expect(values.item == turned.item)
    let slope = values.gradients()[plain]?.values ?? []
    let other = turned.gradients()[reversed]?.values ?? []
    #expect(zip(other, slope).allSatisfy { abs($0 + strength * $1) < 1e-6 })
    var random = RandomSource(seed: 4)
    let error = gradientError(at: [source], random: &random) { ($0[0].square() * wave(5, 3, 0.4, 1)).sum() }
    #expect(error < 2e-3)
  }

  @Test("every loss has the gradient of finite differences")
  func finiteDifferences() {
    var random = RandomSource(seed: 5)
    // Distances are moved by so little that the bandwidth, which is a constant for the gradient, hardly changes.
    #expect(
      gradientError(at: [source, target], random: &random) { coralDistance(source: $0[0], target: $0[1]) } < 2e-3)
    #expect(gradientError(at: [logits], random: &random) { predictionEntropy($0[0]) } < 2e-3)
  }

  @Test("the ramp begins at 0, is half way up after a ninth, and ends near 1")
  func ramp() {
    #expect(adaptationRamp(0) == 0)
    #expect(abs(adaptationRamp(0.109861) - 0.5) < 1e-5)
    #expect(adaptationRamp(1) > 0.9999)
  }

  @Test("information is a share: all of it for sure and balanced answers, none where all answers are alike")
  func information() {
    #expect(abs(predictionInformation(logits.softmax()) - 0.4701) < 1e-4)
    #expect(abs(predictionInformation(Tensor([1, 0, 0, 1], shape: [2, 2])) - 1) < 1e-6)
    #expect(predictionInformation(Tensor([1, 0, 1, 0], shape: [2, 2])) == 0)
    #expect(abs(predictionInformation(Tensor([0.5, 0.5, 0.5, 0.5], shape: [2, 2]))) < 1e-6)
  }
}
