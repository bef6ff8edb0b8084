/// What is known of a source network after it was fine-tuned on a target.
public struct MeasuredSource: Sendable, Hashable {
  /// What it is called.
  public let name: String
  /// The share of the target's validation pictures that it classifies rightly, in [0, 1].
  public let validation: Float
  /// The share of the target's test pictures that it classifies rightly, in [0, 1].
  public let test: Float

  /// A source from its parts.
  public init(name: String, validation: Float, test: Float) {
    self.name = name
    self.validation = validation
    self.test = test
  }
}
