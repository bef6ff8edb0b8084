// The exercises of lesson 3. What each asks for is in exercises.en.md and exercises.id.md in the lesson's folder, and
//
//   alih exercise freeze
//
// shows it in the terminal. Put your code where `throw NotAttempted()` stands, then let it be graded:
//
//   alih grade feature-extraction
//   swift test --filter FeatureExtractionExercises
//
// alih hint freeze helps with a hint, and if nothing helps, alih solution freeze shows the solution.

import Autograd
import Foundation
import Grading
import NeuralNetworks

/// freeze: lets only the layer called `head` learn, and gives back how many numbers that are.
public func freezeBase(of network: Sequential, head: String) throws -> Int {
  throw NotAttempted()
}

/// replace-head: a network with the layers of this one, but a new head for `classes` classes.
public func replacingHead(
  of network: Sequential, classes: Int, random: inout RandomSource
) throws -> Sequential {
  throw NotAttempted()
}

/// nearest-class-centre: the mean of each class's features, an empty list for a class without pictures; and for each of
/// the queries the class whose mean is nearest.
public func nearestClassCentres(
  features: [[Float]], labels: [Int], classes: Int, queries: [[Float]]
) throws -> (centres: [[Float]], labels: [Int]) {
  throw NotAttempted()
}

/// cached-features: trains a head on features that are computed once, and gives back the loss of each epoch.
public func trainHead(
  _ head: Linear, above base: any Layer, pictures: Tensor, labels: [Int], epochs: Int, learningRate: Float
) throws -> [Float] {
  throw NotAttempted()
}

/// mend-a-head: a head that has learnt to tell classes apart, with a mistake in it to be found.
public func learntHead(
  features: Tensor, labels: [Int], classNames: [String], random: inout RandomSource
) throws -> Linear {
  try notAttempted()  // Delete this line when you have mended what is wrong below.
  let (pictures, width) = (features.shape[0], features.shape[1])
  let head = Linear(width, pictures, random: &random)
  let optimizer = Adam(head.parameters, learningRate: 0.05)
  for _ in 0..<60 {
    let loss = crossEntropy(head(features), labels)
    optimizer.step(loss.gradients())
  }
  return head
}
