import Autograd
import Testing
import TransferLearning

@Suite struct DistanceTests {
  private func samples(_ count: Int, shift: Float, seed: UInt64) -> Tensor {
    var random = RandomSource(seed: seed)
    return Tensor.normal(shape: [count, 4], random: &random) + shift
  }

  @Test("the same samples have no distance, and a farther shift a larger one")
  func distancesGrow() {
    let source = samples(60, shift: 0, seed: 1)
    #expect(abs(maximumMeanDiscrepancy(source: source, target: source).item) < 1e-5)
    #expect(coralDistance(source: source, target: source).item == 0)
    let distances = [0.5, 1, 2].map {
      maximumMeanDiscrepancy(source: source, target: samples(50, shift: $0, seed: 2)).item
    }
    #expect(distances == distances.sorted() && distances[0] > 0)
  }

  @Test("CORAL does not see a shift, but sees a stretch")
  func coralSeesCovariance() {
    let source = samples(200, shift: 0, seed: 1)
    #expect(coralDistance(source: source, target: source + 3).item < 1e-6)
    #expect(coralDistance(source: source, target: source * 2).item > 0.1)
  }

  @Test("a covariance is what its definition says")
  func covarianceOfKnownSamples() {
    let result = covariance(Tensor([1, 2, 3, 6, 5, 4], shape: [3, 2]))
    #expect(result.values == [4, 2, 2, 4])
  }

  @Test("a student that agrees with its teacher has no distillation loss")
  func distillation() {
    let logits = samples(5, shift: 0, seed: 3)
    #expect(abs(distillationLoss(student: logits + 7, teacher: logits, temperature: 4).item) < 1e-5)
    #expect(distillationLoss(student: -logits, teacher: logits, temperature: 4).item > 0.1)
  }

  @Test("equal weights in channel matching make feature matching per pixel and channel")
  func matching() {
    var random = RandomSource(seed: 6)
    let target = Tensor.normal(shape: [2, 3, 3, 4], random: &random)
    let source = Tensor.normal(shape: [2, 3, 3, 5], random: &random)
    let weight = Tensor.normal(shape: [5, 4, 1, 1], random: &random)
    let plain = featureMatchingLoss(target: target, weight: weight, source: source).item
    let uniform = channelMatchingLoss(
      target: target, weight: weight, source: source, channelLogits: Tensor(shape: [2, 5], filledWith: 0)
    ).item
    #expect(abs(plain / 45 - uniform) < 1e-4)
  }
}
