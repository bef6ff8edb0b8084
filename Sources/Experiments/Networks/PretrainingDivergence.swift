import ModelZoo
import NeuralNetworks

/// A training of a network of the course that diverged after at least one good epoch.
///
/// The network is handed over by the training that ends with it, so that nobody else has it.
public struct PretrainingDivergence: Error, CustomStringConvertible, @unchecked Sendable {
  /// The network as it was after its last good epoch; its provenance says so.
  public let network: Network
  /// Where and how it diverged.
  public let divergence: TrainingDivergence

  /// One line that says where it happened.
  public var description: String { divergence.description }
}
