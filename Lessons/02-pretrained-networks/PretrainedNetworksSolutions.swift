import Autograd
import Foundation
import Graders
import Grading
import NeuralNetworks

/// convolution-output-size: the side of the map behind a window of `kernel` × `kernel` that is moved `stride` pixels at a
/// time over a map of `side` × `side` with a border of `padding` zeros on every side.
public func outputSize(of side: Int, kernel: Int, stride: Int, padding: Int) throws -> Int {
  let room = side + 2 * padding - kernel
  return room < 0 ? 0 : room / stride + 1
}

/// parameter-count: how many numbers a network of these layers learns.
public func parameterCount(of layers: [DescribedLayer]) throws -> Int {
  var count = 0
  for layer in layers {
    switch layer {
    case .convolution(let inputs, let outputs, let kernel, let groups, let hasBias):
      count += outputs * (inputs / groups * kernel * kernel + (hasBias ? 1 : 0))
    case .batchNorm(let channels):
      count += 2 * channels
    case .linear(let inputs, let outputs):
      count += outputs * (inputs + 1)
    case .reLU, .maxPool:
      break
    }
  }
  return count
}

/// feature-map: one channel, `[H, W]`, of the output of the layer called `layer`, for a picture `[1, H, W, C]`; nil if no
/// layer has that name.
public func featureMap(
  _ channel: Int, of layer: String, in network: Sequential, for picture: Tensor
) throws -> Tensor? {
  var output = picture
  for (name, next) in network.layers {
    output = next(output)
    if name == layer {
      let (height, width) = (output.shape[1], output.shape[2])
      return output.slice(channel..<channel + 1, along: 3).reshaped([height, width])
    }
  }
  return nil
}

/// top-k: the `count` most probable classes with their probabilities, the most probable first.
public func topClasses(of logits: [Float], count: Int) throws -> [(label: Int, probability: Float)] {
  let largest = logits.max() ?? 0
  let exponentials = logits.map { exp($0 - largest) }
  let sum = exponentials.reduce(0, +)
  // Of equal logits, the one with the smaller label comes first.
  let order = logits.indices.sorted { (logits[$0], $1) > (logits[$1], $0) }
  return order.prefix(count).map { (label: $0, probability: exponentials[$0] / sum) }
}
