import Autograd
import Imaging

extension Architecture {
  /// MobileNetV2 of a width for pictures of a size, called `mobilenet_v2-WIDTH-SIZE`.
  ///
  /// Below 128 pixels the first convolution goes pixel by pixel, so that 4×4 pixels are left in the end of 64×64, as 7×7 are
  /// of 224×224, not 2×2. The size is left out of the name where it is the usual one: 224, but 64 for the course's own width
  /// of 0.35, whose network for 224 pixels is `mobilenet_v2-0.35-224`.
  public static func mobilenetV2(width: Double, inputSize: Int) -> Architecture {
    mobilenetV2(width: width, inputSize: inputSize, publishedParameterCount: nil)
  }

  /// The same with what is known of it elsewhere.
  static func mobilenetV2(
    width: Double, inputSize: Int, publishedParameterCount: Int?, timmName: String? = nil,
    variants: ArchitectureVariants? = nil
  ) -> Architecture {
    let isSmall = inputSize < 128
    var name = width == 1 ? mobileNetName : "\(mobileNetName)-\(width)"
    if inputSize != usualSize(width: width) { name += (width == 1 ? "-1.0" : "") + "-\(inputSize)" }
    return Architecture(
      name: name, preprocessing: inputSize == 224 ? .imageNet : Preprocessing(side: inputSize),
      publishedClassCount: isSmall ? 16 : 1000, publishedParameterCount: publishedParameterCount, timmName: timmName,
      weightNames: [MobileNetV2.timm], variants: variants,
      python: { classes in
        let line = "network = torchvision.models.mobilenet_v2(num_classes=\(classes), width_mult=\(width))"
        return isSmall ? line + "\nnetwork.features[0][0].stride = (1, 1)" : line
      }
    ) { classes, random in
      MobileNetV2(width: width, firstStride: isSmall ? 1 : 2).layers(classes: classes, random: &random)
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

  /// MobileNetV2 for ImageNet's pictures in all widths from 0.1 to 2 by twentieths, where the tensors are named as its are.
  static func mobilenetV2Widths(fitting tensors: [String: Tensor]) -> [Architecture] {
    guard tensors["features.18.0.weight"] != nil, tensors["features.17.conv.3.weight"] != nil else { return [] }
    return (2...40).map { $0 == 20 ? .mobilenetV2 : mobilenetV2(width: Double($0) / 20, inputSize: 224) }
  }

  private static let mobileNetName = "mobilenet_v2"

  private static func usualSize(width: Double) -> Int { width == 0.35 ? 64 : 224 }
}

extension MobileNetV2 {
  /// timm's names; the fourth stage has four blocks, unlike EfficientNet-B0's, whose names are alike.
  fileprivate static let timm = WeightNames(
    mark: "blocks.3.3.conv_pw.weight",
    layers: WeightNames.stemAndHead(last: 18)
      + WeightNames.blocks([1, 2, 3, 4, 3, 3, 1]) { stage, block, index in
        let own = "features.\(index + 1).conv."
        return stage == 0
          ? [("conv_dw", own + "0.0"), ("bn1", own + "0.1"), ("conv_pw", own + "1"), ("bn2", own + "2")]
          : [
            ("conv_pw.", own + "0.0."), ("bn1", own + "0.1"), ("conv_dw", own + "1.0"), ("bn2", own + "1.1"),
            ("conv_pwl", own + "2"), ("bn3", own + "3"),
          ]
      })
}
