// The exercises of lesson 2. What each asks for is in exercises.en.md and exercises.id.md in the lesson's folder, and
//
//   alih exercise feature-map
//
// shows it in the terminal. Put your code where `throw NotAttempted()` stands, then let it be graded:
//
//   alih grade pretrained-networks
//   swift test --filter PretrainedNetworksExercises
//
// alih hint feature-map helps with a hint, and if nothing helps, alih solution feature-map shows the solution.

import Autograd
import Foundation
import Graders
import Grading
import NeuralNetworks

/// convolution-output-size: the side of the map behind a window of `kernel` × `kernel` that is moved `stride` pixels at a
/// time over a map of `side` × `side` with a border of `padding` zeros on every side.
public func outputSize(of side: Int, kernel: Int, stride: Int, padding: Int) throws -> Int {
  throw NotAttempted()
}

/// parameter-count: how many numbers a network of these layers learns.
public func parameterCount(of layers: [DescribedLayer]) throws -> Int {
  throw NotAttempted()
}

/// feature-map: one channel, `[H, W]`, of the output of the layer called `layer`, for a picture `[1, H, W, C]`; nil if no
/// layer has that name.
public func featureMap(
  _ channel: Int, of layer: String, in network: Sequential, for picture: Tensor
) throws -> Tensor? {
  throw NotAttempted()
}

/// top-k: the `count` most probable classes with their probabilities, the most probable first.
public func topClasses(of logits: [Float], count: Int) throws -> [(label: Int, probability: Float)] {
  throw NotAttempted()
}
