/// A colour that any animal can wear in a world of captioned pictures.
public enum CoatColor: String, Codable, Sendable, CaseIterable {
  case black, white, brown, orange

  /// The colour itself.
  var value: RGB {
    switch self {
    case .black: Fur.black
    case .white: Fur.white
    case .brown: Fur.brown
    case .orange: Fur.ginger
    }
  }

  /// Its name in both languages.
  public var name: ClassName { ColorName.name(of: value) }
}
