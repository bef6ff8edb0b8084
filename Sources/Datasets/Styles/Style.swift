/// How a scene is rendered: the same labels, another distribution of pictures.
public enum Style: String, Codable, Sendable, CaseIterable {
  /// As a camera sees it.
  case photo
  /// Contours and hatching in pencil on paper.
  case sketch
  /// Oil: few colours, laid down in visible strokes that follow the form.
  case painting
  /// By night: dark, blue and noisy.
  case night
  /// The photo's luminance alone, in one channel.
  case grayscale

  /// Values per pixel: 1 or 3.
  public var channels: Int { self == .grayscale ? 1 : 3 }

  /// The name in both languages.
  public var name: ClassName {
    switch self {
    case .photo: ClassName("photo", indonesian: "foto")
    case .sketch: ClassName("sketch", indonesian: "sketsa")
    case .painting: ClassName("painting", indonesian: "lukisan")
    case .night: ClassName("night", indonesian: "malam")
    case .grayscale: ClassName("grayscale", indonesian: "skala abu-abu")
    }
  }
}
