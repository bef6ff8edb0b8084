import Autograd
import ModelZoo
import NeuralNetworks
import Notebook

/// A network of the course, and what it costs.
struct CourseNetwork: StudyKey {
  let name: String
  let inputSize, parameters, multiplications: Int
  /// The share of test pictures that it classifies rightly, as its file says.
  let accuracy: Double?
  /// The time of one picture in milliseconds: the best of twenty.
  let milliseconds: Double

  /// Opens, counts and times a network.
  init(_ name: String) throws {
    let network = try Catalogue.network(name)
    let picture = Tensor(shape: [1, network.inputSize, network.inputSize, 3], filledWith: 0.5)
    (self.name, inputSize) = (name, network.inputSize)
    (parameters, multiplications) = (network.parameterCount, network.multiplications)
    accuracy = network.testAccuracy
    milliseconds = network.whileFrozen {
      (0..<20).map { _ in ContinuousClock().measure { _ = network(picture) } / .milliseconds(1) }.min() ?? 0
    }
  }

  func label(_ term: Terms) -> String { name }
}
