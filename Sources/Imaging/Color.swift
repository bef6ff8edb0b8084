import Foundation

/// A colour of sRGB components and an opacity, all in [0, 1].
public struct Color: Sendable, Hashable {
  /// Red, in [0, 1].
  public var red: Float
  /// Green, in [0, 1].
  public var green: Float
  /// Blue, in [0, 1].
  public var blue: Float
  /// 0 is invisible, 1 covers what lies below.
  public var opacity: Float

  public init(red: Float, green: Float, blue: Float, opacity: Float = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.opacity = opacity
  }

  /// A colour as web pages write it: `Color(0x0072B2)`.
  public init(_ hexadecimal: UInt32) {
    self.init(
      red: Float(hexadecimal >> 16 & 0xFF) / 255, green: Float(hexadecimal >> 8 & 0xFF) / 255,
      blue: Float(hexadecimal & 0xFF) / 255)
  }

  public static let white = Color(0xFFFFFF)
  public static let black = Color(0x000000)

  /// The same colour with another opacity.
  public func opacity(_ opacity: Float) -> Color {
    Color(red: red, green: green, blue: blue, opacity: opacity)
  }

  /// The colour `share` of the way to `other`, component by component.
  public func mixed(with other: Color, share: Float) -> Color {
    Color(
      red: red + share * (other.red - red), green: green + share * (other.green - green),
      blue: blue + share * (other.blue - blue), opacity: opacity + share * (other.opacity - opacity))
  }

  /// Relative luminance in [0, 1], by the sRGB transfer curve and the weights of ITU-R BT.709.
  public var luminance: Float {
    func linear(_ value: Float) -> Float {
      value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
