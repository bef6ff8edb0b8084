import ModelZoo

/// Where a training starts from.
public struct TrainingSource {
  /// The network that goes on learning, or whose architecture learns from scratch.
  public let network: Network
  /// What a reader calls it: a network of the course, or a file's own name.
  public let name: String

  /// A network under its name.
  public init(_ network: Network, name: String) {
    self.network = network
    self.name = name
  }
}
