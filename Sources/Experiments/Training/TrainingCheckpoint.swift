import Autograd
import FileAccess
import Foundation
import NeuralNetworks
import TransferLearning

/// What a training leaves beside the network's file after each epoch, so that it can go on after Ctrl-C or a power cut.
///
/// For `cats.safetensors` it is `cats.partial.safetensors`, which is gone once the network is written.
public struct TrainingCheckpoint: Sendable {
  /// The file.
  public let file: URL

  /// The checkpoint of the training of a network that is to be written to `network`.
  public init(beside network: URL) {
    file = network.deletingPathExtension().appendingPathExtension("partial.safetensors")
  }

  /// Whether an interrupted training has left one.
  public var exists: Bool { FileManager.default.fileExists(atPath: file.path) }

  /// Removes it, where it is there.
  public func remove() { Folder.removeFile(file) }

  private static let training = "training"
  private static let epochs = "epochs"
  private static let parts = ["values", "velocities", "best"]

  /// What was kept of a training that is described by `training`; nil where nothing was.
  /// - Throws: one line if it is of another training, or damaged.
  private func load(_ training: String) throws -> SafetensorsFile? {
    guard exists else { return nil }
    let kept = try SafetensorsFile(contentsOf: file)
    guard kept.metadata[TrainingCheckpoint.training] == training else {
      throw DataSourceError(
        description: "\(file.path): left by a training with other pictures or options; give those again, or --restart "
          + "to begin anew without it")
    }
    return kept
  }

  /// Refuses what was kept of a training that diverged.
  /// - Throws: one line if a value is no finite number.
  package func checkFinite(_ kept: some Sequence<Tensor>) throws {
    guard !kept.allSatisfy(\.isFinite) else { return }
    throw DataSourceError(
      description: "\(file.path): holds values that are not finite numbers, left by a training that diverged; give "
        + "--restart to begin anew without it")
  }

  // MARK: - Epochs

  private struct EpochRecord: Codable {
    let training, validation: [Float]
  }

  /// Keeps where a training stands after an epoch.
  /// - Throws: one line if the file cannot be written.
  package func keep(_ checkpoint: TrainingLoop.Checkpoint, of training: String) throws {
    var tensors: [String: Tensor] = [:]
    let lists = [checkpoint.values, checkpoint.velocities, checkpoint.bestValues]
    for (part, list) in zip(TrainingCheckpoint.parts, lists) {
      for (index, tensor) in list.enumerated() { tensors["\(part).\(index)"] = tensor }
    }
    let records = checkpoint.epochs.map { epoch in
      EpochRecord(
        training: [epoch.training.loss, epoch.training.accuracy],
        validation: epoch.validation.map { [$0.loss, $0.accuracy] } ?? [])
    }
    let history = String(decoding: try JSONEncoder().encode(records), as: UTF8.self)
    let metadata = [TrainingCheckpoint.training: training, TrainingCheckpoint.epochs: history]
    try SafetensorsFile(tensors: tensors, metadata: metadata).write(to: file)
  }

  /// Where a training of at most so many epochs stood, which keeps its best values or not; nil where no epoch was kept.
  /// - Throws: one line if the file is of another training, or damaged.
  package func standing(of training: String, epochs most: Int, hasBest: Bool) throws -> TrainingLoop.Checkpoint? {
    guard let kept = try load(training) else { return nil }
    let history = Data(kept.metadata[TrainingCheckpoint.epochs, default: ""].utf8)
    guard let records = try? JSONDecoder().decode([EpochRecord].self, from: history), 1...max(1, most) ~= records.count
    else { throw damaged("its list of epochs cannot be read") }
    let epochs = try records.enumerated().map { index, record in
      guard let training = Score(record.training), let validation = Score(record.validation) else {
        throw damaged("the scores of epoch \(index + 1) cannot be")
      }
      return TrainingLoop.Epoch(index: index, training: training, validation: validation)
    }
    let lists = TrainingCheckpoint.parts.map { part in
      Array(
        sequence(first: 0) { $0 + 1 }.lazy.map { kept.tensors["\(part).\($0)"] }.prefix { $0 != nil }.compactMap { $0 })
    }
    guard lists.map(\.count).reduce(0, +) == kept.tensors.count, lists[2].isEmpty != hasBest else {
      throw damaged("a tensor in it is missing, or has another name")
    }
    return TrainingLoop.Checkpoint(epochs: epochs, values: lists[0], velocities: lists[1], bestValues: lists[2])
  }

  /// The error of a file from which no training can go on.
  package func damaged(_ problem: String) -> DataSourceError {
    DataSourceError(
      description: "\(file.path): damaged: \(problem); give --restart to begin anew without it")
  }

  // MARK: - Features

  /// Keeps the features of the first pictures of each set.
  /// - Throws: one line if the file cannot be written.
  package func keep(features: [String: Tensor], of training: String) throws {
    try SafetensorsFile(tensors: features, metadata: [TrainingCheckpoint.training: training]).write(to: file)
  }

  /// The features of the first pictures of each set, as far as they were kept; `limits` has the shape of all of each set's.
  /// - Throws: one line if the file is of another training, or damaged.
  package func features(of training: String, atMost limits: [String: [Int]]) throws -> [String: Tensor] {
    let features = try load(training)?.tensors ?? [:]
    for (name, tensor) in features.sorted(by: { $0.key < $1.key }) {
      guard let limit = limits[name] else { throw damaged("features of \(name) are none of this training") }
      guard tensor.shape.dropFirst() == limit.dropFirst(), 1...limit[0] ~= tensor.shape[0] else {
        throw damaged("features of \(name) have the shape \(tensor.shape), which does not fit \(limit)")
      }
      guard tensor.withValues({ $0.allSatisfy(\.isFinite) }) else {
        throw damaged("features of \(name) are not all finite numbers")
      }
    }
    return features
  }
}

extension Score {
  /// A score from loss and accuracy; nil for anything else, or a score that no epoch can have.
  fileprivate init?(_ numbers: [Float]) {
    guard numbers.count == 2, numbers[0].isFinite, 0...1 ~= numbers[1] else { return nil }
    self.init(loss: numbers[0], accuracy: numbers[1])
  }
}
