import Autograd
import Datasets
import Foundation
import Imaging
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// How a network does on photographs.
public struct PhotoScore: Sendable {
  /// What the pictures are taken for.
  package let predictions: Predictions
  /// Which of the network's classes are the photographs', and how that was found out.
  package let match: ClassMatch
  /// The pictures that were scored.
  package let pictures: TestSet
  /// What lies in their folder and was used for nothing.
  package let passedOver: PassedOver
  /// The figures that have been written of it.
  public var figures: [URL] = []

  /// The share that is classified rightly, in [0, 1].
  public var accuracy: Double { predictions.report.accuracy }
  public var count: Int { pictures.count }
  /// What is to be said of how the photographs' classes were matched to the network's, where it could be meant otherwise.
  public var matchRemark: Phrase? { match.remark }
  /// The files that could not be read and are not among them.
  public var skipped: [SkippedPhoto] { pictures.skipped }
}

extension Network {
  /// Scores the network on photographs: on those that their data set sets aside for a test, or on all where it sets none
  /// aside.
  ///
  /// `ClassMatch` says how their classes are matched to the network's. `report` is told how many pictures have been scored.
  /// - Throws: one line if a class is none of the network's, or has no picture that can be read.
  public func score(
    on photos: PhotoCollection, report: (_ done: Int, _ count: Int) -> Void = { _, _ in }
  ) throws -> PhotoScore {
    let match = try ClassMatch(photos, to: self)
    let set = try photos.testSet(preprocessing)
    var answers: [Predictions.Answer] = []
    for batch in set.batches(of: set.batchSize(atMost: 32)) {
      let logits = try finiteLogits(of: batch.inputs) { [done = answers.count] in
        "picture \(done + $0 + 1) of \(set.count)"
      }
      let values = logits.softmax().values
      for (row, place) in logits.indicesOfLargest().enumerated() {
        answers.append(.init(place: place, probability: values[row * classes.count + place]))
      }
      report(answers.count, set.count)
    }
    try set.checkNoneLost()
    let names = hasUnnamedClasses ? nil : uniqueNames
    return PhotoScore(
      predictions: Predictions(answers, of: set, places: match.places, names: names), match: match, pictures: set,
      passedOver: photos.passedOver)
  }
}
