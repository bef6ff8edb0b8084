import Autograd
import Datasets
import Imaging
import ModelZoo
import NeuralNetworks
import TransferLearning

extension NetworkTraining {
  /// What the training is, for a checkpoint to be told from that of another: what it learns from, how, and the weights that
  /// it starts from.
  package var identity: String {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for (_, parameter) in source.network.state {
      // The first values of each tensor tell networks apart, and cost no time.
      parameter.value.withValues { values in
        for value in values.prefix(16) { digest = (digest ^ UInt64(value.bitPattern)) &* 0x0000_0100_0000_01B3 }
      }
    }
    let classes = data.classNames.map(\.english).joined(separator: ",")
    let (preprocessing, scale) = (source.network.preprocessing, source.network.normalization)
    return """
      \(settings.strategy.rawValue) of \(source.network.architecture.name) \(digest) on \(classes), framed \
      \(preprocessing.shorterSide) \(preprocessing.side) \(preprocessing.interpolation), scaled \(scale.mean) \
      \(scale.standardDeviation): \(description)
      """
  }

  /// What a frozen base makes of all pictures, computed once.
  ///
  /// Pictures that `checkpoint` has kept the features of are left out; where `observer` ends the training, the features of all
  /// whole batches are kept there.
  package func features(
    of base: FrozenBase, _ checkpoint: TrainingCheckpoint?, _ observer: some PhaseObserver
  ) throws -> (training: TrainingFeatures, validation: ValidationFeatures) {
    let kept = try keptFeatures(of: base, checkpoint)
    try checkpoint?.checkFinite(kept.values)
    var done = ["training", "validation"].reduce(into: [:]) { done, name in done[name] = kept[name].map { [$0] } ?? [] }
    observer.begin(
      .features, count: data.training.count + data.validation.count,
      done: done.values.joined().map { $0.shape[0] }.reduce(0, +))
    defer { observer.end() }
    do {
      try extend(&done["training", default: []], base, data.training, observer)
      try extend(&done["validation", default: []], base, data.validation, observer)
    } catch {
      let whole = done.filter { !$0.value.isEmpty }.mapValues { Tensor.concatenated($0, along: 0) }
      if !whole.isEmpty { try checkpoint?.keep(features: whole, of: identity) }
      throw error
    }
    func features<Role>(_ name: String, _ labels: [Int]) -> FeatureSet<Role> {
      FeatureSet(features: .concatenated(done[name] ?? [], along: 0), labels: labels)
    }
    return (features("training", data.training.labels), features("validation", data.validation.labels))
  }

  /// The features that a checkpoint has kept; what those of one picture look like says what they must be like.
  private func keptFeatures(of base: FrozenBase, _ checkpoint: TrainingCheckpoint?) throws -> [String: Tensor] {
    guard let checkpoint, checkpoint.exists else { return [:] }
    let shape = base(data.training.inputs(at: 0..<1)).shape.dropFirst()
    return try checkpoint.features(
      of: identity,
      atMost: ["training": [data.training.count] + shape, "validation": [data.validation.count] + shape])
  }

  /// Adds the features of all pictures of a set whose features are not there yet, batch by batch.
  private func extend(
    _ done: inout [Tensor], _ base: FrozenBase, _ set: some LabelledSet, _ observer: some PhaseObserver
  ) throws {
    var start = done.map { $0.shape[0] }.reduce(0, +)
    let size = set.batchSize(atMost: 32)
    while start < set.labels.count {
      let end = min(start + size, set.labels.count)
      let features = base(set.inputs(at: start..<end))
      done.append(try source.network.finite(features, of: "pictures \(start + 1) to \(end) of \(data.name)"))
      try observer.advance(by: end - start)
      start = end
    }
  }
}
