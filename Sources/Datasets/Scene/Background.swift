/// The place behind a subject, chosen independently of what the subject is.
public struct Background: Codable, Sendable, Hashable {
  /// The kind of place.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// Grass under a sky with clouds.
    case meadow
    /// A wall and a floor of boards.
    case room
    /// Trunks and foliage.
    case forest
    /// Dunes of sand.
    case dunes
    /// Snowy mountains.
    case snow
    /// Sea and beach.
    case beach
    /// A table full of coloured things.
    case clutter
    /// A plain backdrop, lit from one side.
    case backdrop
    /// A sheet to write on, under digits only.
    case paper

    /// The places that a subject may be in.
    public static let places: [Kind] = [.meadow, .room, .forest, .dunes, .snow, .beach, .clutter, .backdrop]
  }
  public var kind: Kind
  /// Main colour: grass, wall, foliage, sand and so on.
  public var colour: RGB
  /// Second colour: sky, floor, bark and so on.
  public var second: RGB
  /// Height of the horizon, from -1 (top) to 1 (bottom).
  public var horizon: Float
  /// Strength of texture and detail, in [0, 1].
  public var detail: Float
  /// The seed of everything that is strewn over it.
  public var seed: UInt32
}
