import Autograd
import NeuralNetworks
import Testing
import TransferLearning

@Suite struct ContrastivePretrainingTests {
  /// Rows of 6 values: a sign that views keep and chance changes in the others.
  private let pictures = FeatureSet<Learning>(
    features: Tensor((0..<16).flatMap { row in (0..<6).map { Float((row >> $0) & 1) * 2 - 1 } }, shape: [16, 6]),
    labels: [Int](repeating: 0, count: 16))

  private func layers(_ random: inout RandomSource) -> (features: Linear, projection: Linear) {
    (Linear(6, 8, random: &random), Linear(8, 4, random: &random))
  }

  @Test("views of one thing come to find each other; without a picture's label, the same bits for the same seed")
  func training() throws {
    func train() throws -> (epochs: [TrainingLoop.Epoch], values: [Float]) {
      var random = RandomSource(seed: 1)
      let (features, projection) = layers(&random)
      let epochs = try ContrastivePretraining(epochs: 60, batchSize: 8, learningRate: 0.02).train(
        features, projection: projection, count: pictures.count, seed: 1
      ) { places, random in
        func view() -> Tensor {
          let rows = pictures.inputs(at: places)
          return rows + .normal(shape: rows.shape, standardDeviation: 0.3, random: &random)
        }
        return (view(), view())
      }
      return (epochs, features.weight.value.values)
    }
    let (epochs, values) = try train()
    #expect(epochs.count == 60)
    #expect((epochs.last?.training.loss ?? 9) < 0.6 * epochs[0].training.loss)
    #expect((epochs.last?.training.accuracy ?? 0) > 0.8)
    #expect(try train().values == values)
  }

  @Test("a last batch of one picture, which has nothing to be told from, is left out")
  func single() throws {
    var random = RandomSource(seed: 2)
    let (features, projection) = layers(&random)
    var counts: [Int] = []
    try ContrastivePretraining(epochs: 1, batchSize: 5).train(
      features, projection: projection, count: pictures.count, seed: 1
    ) { places, _ in
      counts.append(places.count)
      return (pictures.inputs(at: places), pictures.inputs(at: places))
    }
    #expect(counts == [5, 5, 5])
  }
}
