import Autograd
import Datasets
import Imaging
import ModelZoo
import NeuralNetworks
import TransferLearning

/// How a network does on photographs.
public struct PhotoScore: Encodable, Sendable {
  /// The share that is classified rightly, in [0, 1].
  public let accuracy: Double
  public let count: Int
  /// The files that could not be read and are not among them.
  public let skipped: [SkippedPhoto]

  private enum CodingKeys: CodingKey {
    case accuracy, count
  }
}

extension Network {
  /// Scores the network on photographs: on those that their data set sets aside for a test, or on all where it sets none
  /// aside.
  ///
  /// Their classes are matched to the network's by name, or in order where the network's classes have no names. `report`
  /// is told how many pictures have been scored.
  /// - Throws: one line if a class is none of the network's, or has no picture that can be read.
  public func score(
    on photos: PhotoCollection, report: (_ done: Int, _ count: Int) -> Void = { _, _ in }
  ) throws -> PhotoScore {
    let places = try places(of: photos.classNames.map(\.english))
    let set = try photos.testSet(preprocessing)
    var (right, done) = (0, 0)
    for batch in set.batches(of: set.batchSize(atMost: 32)) {
      let logits = try finiteLogits(of: batch.inputs) { [done] in "picture \(done + $0 + 1) of \(set.count)" }
      right += zip(logits.indicesOfLargest(), batch.labels).count { $0 == places[$1] }
      done += batch.count
      report(done, set.count)
    }
    try set.checkNoneLost()
    return PhotoScore(accuracy: Double(right) / Double(set.count), count: set.count, skipped: set.skipped)
  }

  /// The logit that the name of each class stands for.
  private func places(of names: [String]) throws -> [Int] {
    let unnamed = classes == classes.indices.map { "\($0)" }
    if unnamed, names.count == classes.count { return Array(classes.indices) }
    return try names.map { name in
      if let place = index(of: name) { return place }
      let known = unnamed ? "\(classes.count) classes without names" : classList
      throw NetworkError(
        "the photographs' class \(name) is none of the network's classes (\(known)); rename it, or train a new head with "
          + "alih train")
    }
  }
}
