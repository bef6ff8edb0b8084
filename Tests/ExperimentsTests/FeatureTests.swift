import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Testing
import TransferLearning

@Suite struct FeatureTests {
  @Test("features keep the use, the labels and the order of their pictures")
  func roles() {
    var random = RandomSource(seed: 1)
    let base = FrozenBase(of: Network(.miniVGG, classes: ["a", "b"], random: &random))
    let world = Menagerie()
    let (trainingSet, testSet) = (world.trainingSet(count: 9, size: 16), world.testSet(count: 3, size: 16))
    let training: TrainingFeatures = base.features(of: trainingSet)
    let validation: ValidationFeatures = base.features(of: world.validationSet(count: 2, size: 16))
    let test: TestFeatures = base.features(of: testSet)
    #expect(training.labels == trainingSet.labels && validation.count == 2)
    #expect(test.features.values == base(testSet.inputs).values)
    for epoch in 0..<2 {
      let pictures = trainingSet.shuffledBatches(of: 4, seed: 5, epoch: epoch)
      let features = training.shuffledBatches(of: 4, seed: 5, epoch: epoch)
      #expect(pictures.map(\.labels) == features.map(\.labels))
      #expect(features.map(\.inputs.shape) == [[4, 128], [4, 128], [1, 128]])
    }
  }
}
