import Autograd

extension Architecture {
  /// Every architecture of the zoo; MobileNetV2 comes in any other width and size, too.
  public static let all: [Architecture] = [
    .miniVGG, .miniVGGPlaced, .nanoVGG, .resnet20, .mobilenetV2Narrow,
    .vgg11, .vgg11BN, .vgg13, .vgg13BN, .vgg16, .vgg16BN, .vgg19, .vgg19BN,
    .resnet18, .resnet34, .resnet50, .resnet101, .resnet152,
    .mobilenetV2, .squeezenet, .efficientNetB0, .convNeXtTiny, .visionTransformerB16,
    .efficientNetLite0, .efficientNetLite1, .efficientNetLite2, .efficientNetLite3, .efficientNetLite4,
    .efficientNetLite0Symmetric, .tensorFlowEfficientNetB0,
  ]

  /// The architecture of that name, if there is one.
  ///
  /// ```swift
  /// Architecture.named("resnet50")            // as torchvision has it
  /// Architecture.named("mobilenet_v2-0.75")   // of three quarters of the width
  /// ```
  public static func named(_ name: String) -> Architecture? {
    all.first { $0.name == name } ?? all.lazy.compactMap { $0.variants?.named(name) }.first
  }

  /// The names of all architectures, for a message.
  static var names: String { all.map(\.name).joined(separator: ", ") }
}
