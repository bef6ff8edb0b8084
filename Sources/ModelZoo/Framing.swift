/// How a photograph of any size becomes the square that a network takes, as torchvision does it for published networks: its
/// shorter side is brought to `shorterSide` pixels, and the middle `side` × `side` pixels are cut out.
public struct Framing: Sendable, Hashable {
  /// How the values between pixels are found; both look at all pixels that one is made of.
  public enum Interpolation: String, Sendable, CaseIterable {
    case bilinear, bicubic
  }

  /// The shorter side before the square is cut out, in pixels; at least `side`.
  public let shorterSide: Int
  /// The side of the square, in pixels.
  public let side: Int
  /// How the picture is resized.
  public let interpolation: Interpolation

  /// A square of `side` pixels, out of a picture whose shorter side has as many unless it is to have more.
  public init(side: Int, shorterSide: Int? = nil, interpolation: Interpolation = .bilinear) {
    self.side = side
    self.shorterSide = max(side, shorterSide ?? side)
    self.interpolation = interpolation
  }
}

extension Architecture {
  /// How torchvision frames pictures for the first weights of this kind that it published; small networks take squares as
  /// large as they can be.
  public var framing: Framing {
    guard inputSize == 224 else { return Framing(side: inputSize) }
    return switch name {
    case "efficientnet_b0": Framing(side: 224, shorterSide: 256, interpolation: .bicubic)
    case "convnext_tiny": Framing(side: 224, shorterSide: 236)
    default: Framing(side: 224, shorterSide: 256)
    }
  }

  /// The same for pictures of a size.
  func framing(side: Int) -> Framing {
    side == inputSize ? framing : Framing(side: side)
  }
}
