import Autograd
import Grading
import NeuralNetworks

/// Layers that count the pictures that go through them.
final class CountingBase: Layer {
  private let layers: Sequential
  /// How many pictures have gone through.
  private(set) var count = 0

  init(_ layers: Sequential) { self.layers = layers }

  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    count += input.shape[0]
    return layers(input, mode)
  }

  var state: [(name: String, parameter: Parameter)] { layers.state }
}
