import Autograd
import Datasets
import Experiments
import Imaging
import ModelZoo
import NeuralNetworks
import Testing
import TransferLearning

/// An augmentation that leaves every picture as it is.
private struct Unchanged: Augmentation {
  func apply(to image: Image, using random: inout RandomSource) -> Image { image }
}

@Suite struct FineTuningTests {
  private let training = Menagerie(.farm).trainingSet(count: 12, size: 16)
  private let validation = Menagerie(.farm).validationSet(count: 6, size: 16)

  @Test("training on kept features is training through the whole network, bit by bit", arguments: [0, 2, 5, 7])
  func keptFeatures(frozen: Int) throws {
    let source = try Catalogue.network("mini-vgg")
    func trained(on training: some LabelledSet<Learning>) throws -> (state: [String: [Float]], losses: [Float]) {
      var random = RandomSource(seed: 1)
      let network = source.withNewHead(classes: ["cow", "sheep", "pig"], random: &random)
      network.freeze(first: frozen)
      let epochs = try FineTuning(epochs: 2, factor: 0.5, batchSize: 5).train(
        network, on: training, validation: validation, seed: 3)
      let losses = epochs.map(\.training.loss) + epochs.map { $0.validation?.loss ?? 0 }
      return (network.stateTensors.mapValues(\.values), losses)
    }
    let (kept, whole) = (try trained(on: training), try trained(on: training.augmented(by: Unchanged())))
    #expect(kept.state == whole.state && kept.losses == whole.losses)
    #expect(kept.losses.allSatisfy { $0 > 0 })
  }
}
