import Autograd
import NeuralNetworks
import Testing
import TransferLearning

@Suite struct TSNETests {
  /// Three clouds of points in five dimensions.
  private func clouds(_ count: Int) -> FeatureSet<Learning> {
    var random = RandomSource(seed: 1)
    let labels = (0..<count).map { $0 % 3 }
    let noise = Tensor.normal(shape: [count, 5], random: &random)
    let centres = Tensor(labels.flatMap { label in (0..<5).map { $0 == label ? 12 : 0 } }, shape: [count, 5])
    return FeatureSet(features: noise + centres, labels: labels)
  }

  private func plane(_ set: FeatureSet<Learning>, seed: UInt64) -> [Float] {
    var random = RandomSource(seed: seed)
    return TSNE(perplexity: 8, steps: 200)(set.features, random: &random).flatMap { [Float($0.x), Float($0.y)] }
  }

  @Test("clouds stay apart in the plane, and the same seed gives the same places")
  func cloudsStayApart() {
    let set = clouds(45)
    let places = plane(set, seed: 2)
    let inPlane = FeatureSet<Learning>(features: Tensor(places, shape: [45, 2]), labels: set.labels)
    #expect(neighbourAgreement(in: inPlane) > 0.95)
    #expect(plane(set, seed: 2) == places)
    #expect(plane(set, seed: 3) != places)
    // The middle of all places is at 0.
    #expect(abs(places.reduce(0, +)) < 1e-2)
  }

  @Test("few points, and points at one place, have places too", arguments: [1, 2, 4])
  func fewPoints(count: Int) {
    var random = RandomSource(seed: 1)
    let places = TSNE()(Tensor(shape: [count, 3], filledWith: 1), random: &random)
    #expect(places.count == count && places.allSatisfy { $0.x.isFinite && $0.y.isFinite })
  }
}
