import Autograd
import Datasets
import ModelZoo
import NeuralNetworks
import TransferLearning

extension FineTuning {
  /// Trains a network on a set of pictures in small batches, whose order follows from the seed.
  ///
  /// Where pictures are not varied, what the frozen parts make of them is computed once, if there is room for it.
  @discardableResult
  public func train(
    _ network: Network, on training: TrainingSet, validation: ValidationSet? = nil, from checkpoint: Checkpoint? = nil,
    batchSize: Int = 10, augmentation: (any Augmentation)? = nil, seed: UInt64,
    tick: (_ step: Int, _ count: Int) throws -> Void, keep: (_ checkpoint: () -> Checkpoint) throws -> Void,
    report: (Epoch) throws -> Void
  ) rethrows -> [Epoch] {
    guard augmentation == nil, network.canKeepFeatures(of: training) else {
      return try train(
        network, from: checkpoint,
        batches: { epoch in
          training.shuffledBatches(of: batchSize, seed: seed, epoch: epoch, augmentation: augmentation).labelled
        }, validate: validation.map { set in { network.score(on: set) } }, tick: tick, keep: keep,
        report: report)
    }
    let (base, top) = network.cut
    let features: TrainingFeatures = base.features(of: training)
    let kept = validation.map { base.features(of: $0) }
    return try train(
      top, from: checkpoint, batches: { epoch in features.shuffledBatches(of: batchSize, seed: seed, epoch: epoch) },
      validate: kept.map { kept in { top.score(on: kept) } }, tick: tick, keep: keep, report: report)
  }

  /// Trains a network on a set of pictures from the beginning, and tells `report` about each epoch.
  @discardableResult
  public func train(
    _ network: Network, on training: TrainingSet, validation: ValidationSet? = nil, batchSize: Int = 10,
    augmentation: (any Augmentation)? = nil, seed: UInt64, report: (Epoch) throws -> Void
  ) rethrows -> [Epoch] {
    try train(
      network, on: training, validation: validation, from: nil, batchSize: batchSize, augmentation: augmentation,
      seed: seed, tick: { _, _ in }, keep: { _ in }, report: report)
  }

  /// Trains a network on a set of pictures without telling anyone.
  @discardableResult
  public func train(
    _ network: Network, on training: TrainingSet, validation: ValidationSet? = nil, batchSize: Int = 10,
    augmentation: (any Augmentation)? = nil, seed: UInt64
  ) -> [Epoch] {
    train(
      network, on: training, validation: validation, batchSize: batchSize, augmentation: augmentation, seed: seed,
      report: { _ in })
  }
}

extension Network {
  /// Whether what the frozen parts make of the pictures takes at most a gigabyte.
  fileprivate func canKeepFeatures(of pictures: TrainingSet) -> Bool {
    cut.base.features(of: pictures.subset(0..<1)).width * pictures.count <= 1 << 28
  }
}

extension Batches {
  /// The same batches as tensors with labels, which a training takes.
  package var labelled: some Sequence<(images: Tensor, labels: [Int])> { lazy.map { ($0.images, $0.labels) } }
}
