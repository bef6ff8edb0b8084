/// What a coat's secondary colour draws on its primary colour.
public struct Pattern: Codable, Sendable, Hashable {
  /// The kind of pattern.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// None.
    case plain
    /// Sharp warped stripes across the limbs, as on a zebra.
    case stripes
    /// Soft broken stripes, as on a tabby.
    case tabby
    /// Large irregular patches.
    case patches
    /// Round spots.
    case spots
  }
  public var kind: Kind
  /// Marks per unit of length.
  public var scale: Float
  /// The share that the secondary colour covers, in [0, 1].
  public var amount: Float

  /// A pattern of a kind; plain if nothing is said.
  public init(kind: Kind = .plain, scale: Float = 4, amount: Float = 0.5) {
    self.kind = kind
    self.scale = scale
    self.amount = amount
  }
}
