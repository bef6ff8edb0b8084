import Autograd
import Datasets
import Experiments
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks
import Testing
import TransferLearning

/// Real photographs and a real pre-trained network, which lie beside the project where it is developed.
private let cifar = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "shared/cifar10", directoryHint: .isDirectory)

@Suite(.enabled(if: FileManager.default.fileExists(atPath: cifar.path))) struct CIFARTransferTests {
  @Test(
    "a network that knows photographs tells cats from dogs better than one from scratch, with 100 of each, in each of five seeds"
  )
  func fineTuningBeatsScratch() throws {
    let source = try Network(contentsOf: cifar.appending(path: "resnet20-cifar10.safetensors"))
    let preprocessing = source.preprocessing
    func photos(_ part: String) throws -> PhotoCollection {
      try PhotoCollection(cifar.appending(path: part)).restricted(to: ["cat", "dog"])
    }
    let training = try photos("train").trainingSet(preprocessing)
    let test = try photos("test").testSet(preprocessing)
    #expect(training.count == 200 && test.count == 100)

    for seed: UInt64 in 1...5 {
      var random = RandomSource(seed: seed)
      let tuned = source.withNewHead(classes: ["cat", "dog"], random: &random)
      try tuned.fitHead(to: training)
      try FineTuning(epochs: 4, learningRate: 0.003, batchSize: 20).train(tuned, on: training, seed: seed)
      let scratch = Network(
        .resnet20, classes: ["cat", "dog"], normalization: source.normalization, random: &random)
      try FineTuning(epochs: 8, learningRate: 0.05, batchSize: 20).train(scratch, on: training, seed: seed)
      let (from, without) = (tuned.score(on: test).accuracy, scratch.score(on: test).accuracy)
      #expect(from > without + 0.05, "seed \(seed): \(from) from the network's weights, \(without) from scratch")
    }
  }
}
