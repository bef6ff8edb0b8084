import Autograd
import Datasets
import ModelZoo
import NeuralNetworks

/// How a network does on a folder of photographs.
public struct PhotoScore: Encodable, Sendable {
  /// The share that is classified rightly, in [0, 1].
  public let accuracy: Double
  /// The number of pictures.
  public let count: Int
}

extension Network {
  /// Scores the network on a folder with one sub-folder for each class.
  ///
  /// Sub-folders are matched to the network's classes by name, or in order where the network's classes have no names.
  /// - Throws: one line if a sub-folder is none of the network's classes or a picture cannot be read.
  public func score(on photos: PhotoFolder) throws -> PhotoScore {
    let places = try places(of: photos.classNames.map(\.english))
    let set = try photos.testSet(size: inputSize)
    var right = 0
    for batch in set.batches(of: 100) {
      right += zip(self(batch.images).indicesOfLargest(), batch.labels).count { $0 == places[$1] }
    }
    return PhotoScore(accuracy: Double(right) / Double(set.count), count: set.count)
  }

  /// The logit that each folder name stands for.
  private func places(of folders: [String]) throws -> [Int] {
    let unnamed = classes == classes.indices.map { "\($0)" }
    if unnamed, folders.count == classes.count { return Array(classes.indices) }
    return try folders.map { folder in
      if let place = index(of: folder) { return place }
      let known = unnamed ? "\(classes.count) classes without names" : classes.joined(separator: ", ")
      throw NetworkError("the folder \(folder) is none of the network's classes: \(known)")
    }
  }
}
