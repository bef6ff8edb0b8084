/// What is drawn on a coat in a second colour, as words have it.
public struct Marks: Codable, Sendable, Hashable {
  /// The shapes that have a word of their own.
  public enum Shape: String, Codable, Sendable, CaseIterable {
    case stripes, spots

    /// How they are painted: coarse enough to be seen in 32 by 32 pixels.
    var pattern: Pattern {
      switch self {
      case .stripes: Pattern(kind: .stripes, scale: 4.6, amount: 0.5)
      case .spots: Pattern(kind: .spots, scale: 4.2, amount: 0.55)
      }
    }
  }

  /// Their shape.
  public var shape: Shape
  /// Their colour.
  public var colour: CoatColor

  /// Marks of a shape in a colour.
  public init(_ shape: Shape, _ colour: CoatColor) {
    (self.shape, self.colour) = (shape, colour)
  }
}
