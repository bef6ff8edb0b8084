import NeuralNetworks

extension Architecture {
  /// MobileNetV2: 3,504,872 values with a thousand classes.
  public static let mobilenetV2 = mobilenetV2(width: 1, inputSize: 224)

  /// MobileNetV2 of width 0.35 for pictures of 64×64: 416,624 values with sixteen classes.
  public static let mobilenetV2Narrow = mobilenetV2(width: 0.35, inputSize: 64)

  /// MobileNetV2 of a width for pictures of a size, called `mobilenet_v2-WIDTH-SIZE`.
  ///
  /// Below 128 pixels the first convolution goes pixel by pixel, so that 4×4 pixels are left in the end of 64×64, as 7×7 are
  /// of 224×224, not 2×2. The size is left out of the name where it is the usual one: 224, but 64 for the course's own width
  /// of 0.35, whose network for 224 pixels is `mobilenet_v2-0.35-224`.
  public static func mobilenetV2(width: Double, inputSize: Int) -> Architecture {
    var name = width == 1 ? mobileNetName : "\(mobileNetName)-\(width)"
    if inputSize != usualSize(width: width) { name += (width == 1 ? "-1.0" : "") + "-\(inputSize)" }
    return Architecture(name: name, inputSize: inputSize) { classes, random in
      MobileNetV2(width: width, firstStride: inputSize < 128 ? 1 : 2).layers(classes: classes, random: &random)
    }
  }

  /// The MobileNetV2 that a name such as `mobilenet_v2-0.5` or `mobilenet_v2-0.5-64` stands for: widths from 0.1 to 2, sizes
  /// from 32 to 1024; `nil` for any other name.
  static func mobilenetV2(named name: String) -> Architecture? {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard 2...3 ~= parts.count, parts[0] == mobileNetName, let width = Double(parts[1]), 0.1...2 ~= width else {
      return nil
    }
    guard let size = parts.count == 3 ? Int(parts[2]) : usualSize(width: width), 32...1024 ~= size else { return nil }
    return mobilenetV2(width: width, inputSize: size)
  }

  private static let mobileNetName = "mobilenet_v2"

  private static func usualSize(width: Double) -> Int { width == 0.35 ? 64 : 224 }
}
