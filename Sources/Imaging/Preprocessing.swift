/// How a picture of any size becomes the square that a network takes: its shorter side is brought to `shorterSide` pixels
/// with antialiasing, and the square of `side` pixels around its centre is cut out.
///
/// ```swift
/// let imageNet = Preprocessing(side: 224, shorterSide: 256)
/// let picture = photo.prepared(imageNet)   // 224 × 224, three channels
/// ```
///
/// The pixels are those of torchvision's `Resize(shorterSide, interpolation)` and `CenterCrop(side)` on a picture opened
/// with Pillow: sizes are rounded as there, and every value is one that an 8-bit file can hold.
public struct Preprocessing: Sendable, Hashable {
  /// What the shorter side becomes before the square is cut out, in pixels; at least `side`.
  public let shorterSide: Int
  /// Side of the square, in pixels.
  public let side: Int
  /// How values between pixels are found.
  public let interpolation: Interpolation

  /// A preprocessing; without a `shorterSide` the square is as large as it can be.
  public init(side: Int, shorterSide: Int? = nil, interpolation: Interpolation = .bilinear) {
    let shorterSide = shorterSide ?? side
    precondition(side > 0, "a picture needs a positive size, not \(side)")
    precondition(shorterSide >= side, "a square of \(side) pixels does not lie in a picture of \(shorterSide)")
    self.side = side
    self.shorterSide = shorterSide
    self.interpolation = interpolation
  }

  /// The square to cut out of a picture of some size once it is resized.
  struct Window: Hashable {
    /// Size of the resized picture.
    var width, height: Int
    /// The upper left corner of the square.
    var x, y: Int
    /// Side of the square.
    let side: Int
  }

  /// The window for an upright picture: the longer side is rounded down, the corner to the nearest, ties to even.
  func window(width: Int, height: Int) -> Window {
    let longer = Int(Double(shorterSide * max(width, height)) / Double(min(width, height)))
    let (newWidth, newHeight) = width <= height ? (shorterSide, longer) : (longer, shorterSide)
    func corner(_ length: Int) -> Int { Int((Double(length - side) / 2).rounded(.toNearestOrEven)) }
    return Window(width: newWidth, height: newHeight, x: corner(newWidth), y: corner(newHeight), side: side)
  }
}

extension Preprocessing.Window {
  /// The window of an upright picture as it lies in the stored one, which an EXIF orientation (1 to 8) turns upright.
  func stored(with orientation: Int) -> Self {
    let (right, below) = (width - x - side, height - y - side)
    return switch orientation {
    case 2: .init(width: width, height: height, x: right, y: y, side: side)
    case 3: .init(width: width, height: height, x: right, y: below, side: side)
    case 4: .init(width: width, height: height, x: x, y: below, side: side)
    case 5: .init(width: height, height: width, x: y, y: x, side: side)
    case 6: .init(width: height, height: width, x: y, y: right, side: side)
    case 7: .init(width: height, height: width, x: below, y: right, side: side)
    case 8: .init(width: height, height: width, x: below, y: x, side: side)
    default: self
    }
  }
}
