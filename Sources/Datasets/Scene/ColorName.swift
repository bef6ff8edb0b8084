/// Words for colours, in both languages.
enum ColorName {
  /// The name of a colour.
  static func name(of colour: RGB) -> ClassName {
    let brightest = colour.max()
    let spread = brightest - colour.min()
    let saturation = brightest > 0 ? spread / brightest : 0
    if brightest < 0.3 { return ClassName("black", indonesian: "hitam") }
    if saturation < 0.14 {
      return brightest > 0.8 ? ClassName("white", indonesian: "putih") : ClassName("grey", indonesian: "abu-abu")
    }
    switch hue(of: colour, brightest: brightest, spread: spread) {
    case ..<15, 340...:
      return saturation < 0.5 && brightest > 0.75
        ? ClassName("pink", indonesian: "merah muda")
        : brightest < 0.5 ? ClassName("brown", indonesian: "cokelat") : ClassName("red", indonesian: "merah")
    case ..<50:
      if saturation < 0.5, brightest > 0.75 { return ClassName("cream", indonesian: "krem") }
      return saturation > 0.6 && brightest > 0.68
        ? ClassName("orange", indonesian: "jingga") : ClassName("brown", indonesian: "cokelat")
    case ..<68: return ClassName("yellow", indonesian: "kuning")
    case ..<165: return ClassName("green", indonesian: "hijau")
    case ..<255: return ClassName("blue", indonesian: "biru")
    case ..<300: return ClassName("purple", indonesian: "ungu")
    default: return ClassName("pink", indonesian: "merah muda")
    }
  }

  /// The angle on the colour circle, in degrees: red 0, green 120, blue 240.
  private static func hue(of colour: RGB, brightest: Float, spread: Float) -> Float {
    let sixth: Float
    if brightest == colour.x {
      sixth = (colour.y - colour.z) / spread
    } else if brightest == colour.y {
      sixth = 2 + (colour.z - colour.x) / spread
    } else {
      sixth = 4 + (colour.x - colour.y) / spread
    }
    return sixth < 0 ? 60 * sixth + 360 : 60 * sixth
  }
}
