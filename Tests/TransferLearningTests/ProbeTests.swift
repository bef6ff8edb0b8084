import Autograd
import ModelZoo
import NeuralNetworks
import Testing
import TransferLearning

@Suite struct ProbeTests {
  private func pictures(_ count: Int) -> TrainingFeatures {
    var random = RandomSource(seed: 6)
    return FeatureSet(
      features: .uniform(shape: [count, 32, 32, 3], random: &random), labels: (0..<count).map { $0 % 2 })
  }

  /// Three clouds of points in a plane, the last of whose three features says nothing.
  private func clouds(_ count: Int, seed: UInt64) -> FeatureSet<Learning> {
    var random = RandomSource(seed: seed)
    let labels = (0..<count).map { $0 % 3 }
    let centres: [(Float, Float)] = [(0, 0), (400, 0), (0, 0.04)]
    let values = labels.flatMap { label in
      [centres[label].0 + random.uniform(-100...100), centres[label].1 + random.uniform(-0.01...0.01), 7]
    }
    return FeatureSet(features: Tensor(values, shape: [count, 3]), labels: labels)
  }

  @Test("standardised features have mean 0 and variance 1 over the set, and columns that never change are 0")
  func standardized() {
    let features = clouds(200, seed: 1).features
    let values = Standardization(of: features)(features)
    let (means, variances) = (values.mean(along: [0]).values, values.square().mean(along: [0]).values)
    #expect(means.allSatisfy { abs($0) < 1e-5 })
    #expect(abs(variances[0] - 1) < 1e-4 && abs(variances[1] - 1) < 1e-4 && variances[2] == 0)
  }

  @Test("a probe tells linearly separable classes apart, whatever the scale of the features")
  func separable() {
    let probe = LinearProbe(on: clouds(90, seed: 1))
    #expect(probe.accuracy(on: clouds(300, seed: 2)) > 0.98)
  }

  @Test("labels that have nothing to do with the features are guessed")
  func chance() {
    let set = clouds(300, seed: 3)
    var random = RandomSource(seed: 1)
    let shuffled = FeatureSet<Learning>(features: set.features, labels: set.labels.shuffled(using: &random))
    let test = FeatureSet<Learning>(features: set.features, labels: set.labels.shuffled(using: &random))
    #expect(LinearProbe(on: shuffled).accuracy(on: test) < 0.5)
  }

  @Test("a probe is the same each time, and does not touch the features")
  func repeatable() {
    let set = clouds(30, seed: 4)
    let before = set.features.values
    let logits = LinearProbe(on: set)(set.features).values
    #expect(LinearProbe(on: set)(set.features).values == logits && set.features.values == before)
  }

  @Test("pooled features are the means of the layers' outputs, whatever the batches")
  func pooledFeatures() throws {
    var random = RandomSource(seed: 1)
    let network = Network(.miniVGG, classes: ["a", "b"], inputSize: 32, random: &random)
    let (set, layers) = (pictures(5), ["features.2", "features.9", "avgpool"])
    let features = network.pooledFeatures(of: layers, for: set, batch: 2)
    let outputs = network.whileFrozen { network.outputs(of: layers, for: set.features) }
    for layer in layers {
      let found = try #require(features[layer])
      let output = try #require(outputs[layer])
      let expected = output.shape.count == 4 ? output.mean(along: [1, 2]) : output
      #expect(found.labels == set.labels && found.features.shape == expected.shape)
      #expect(zip(found.features.values, expected.values).allSatisfy { abs($0 - $1) < 1e-4 }, "\(layer)")
    }
    #expect(network.parameters.allSatisfy { $0.isTrainable })
  }

  @Test("the nearest neighbour of a vector is itself, at any length, and ties go to the first")
  func neighbours() {
    let album = SimilaritySearch(among: Tensor([1, 0, 0, 2, 3, 3, 5, 0, 0, 0], shape: [5, 2]))
    let found = album(of: Tensor([10, 0, 0.1, 0.1], shape: [2, 2]), count: 3)
    #expect(found[0].map(\.index) == [0, 3, 2] && found[1].map(\.index) == [2, 0, 1])
    #expect(abs(found[0][0].similarity - 1) < 1e-6 && abs(found[0][2].similarity - Float(0.5).squareRoot()) < 1e-6)
    #expect(album(of: Tensor([1, 1], shape: [1, 2]), count: 9)[0].count == 5)
  }
}
