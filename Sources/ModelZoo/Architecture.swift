import Autograd
import NeuralNetworks

/// A kind of network: how its layers are put together, before it has learnt anything.
public struct Architecture: Sendable {
  /// The name in commands and files, such as `mini-vgg`.
  public let name: String
  /// The side of the pictures it is usually given, in pixels.
  public let inputSize: Int
  /// Whether it takes pictures of no other size.
  public let hasFixedSize: Bool
  /// Builds the layers for a number of classes, with random weights.
  public let makeLayers: @Sendable (_ classes: Int, _ random: inout RandomSource) -> Sequential

  /// An architecture from its parts.
  public init(
    name: String, inputSize: Int, hasFixedSize: Bool = false,
    makeLayers: @escaping @Sendable (_ classes: Int, _ random: inout RandomSource) -> Sequential
  ) {
    self.name = name
    self.inputSize = inputSize
    self.hasFixedSize = hasFixedSize
    self.makeLayers = makeLayers
  }

  /// The side of the smallest pictures that still leave a pixel behind the last pool: a seventh of the usual one.
  var smallestInputSize: Int { max(8, inputSize / 7) }

  /// Every architecture of the zoo; MobileNetV2 comes in any other width and size, too.
  public static let all: [Architecture] = [
    .miniVGG, .resnet20, .mobilenetV2Narrow,
    .vgg11, .vgg11BN, .vgg13, .vgg13BN, .vgg16, .vgg16BN, .vgg19, .vgg19BN,
    .resnet18, .resnet34, .resnet50, .resnet101, .resnet152,
    .mobilenetV2, .squeezenet, .efficientNetB0, .convNeXtTiny, .visionTransformerB16,
  ]

  /// The architecture of that name, if there is one.
  ///
  /// ```swift
  /// Architecture.named("resnet50")            // as torchvision has it
  /// Architecture.named("mobilenet_v2-0.75")   // of three quarters of the width
  /// ```
  public static func named(_ name: String) -> Architecture? {
    all.first { $0.name == name } ?? mobilenetV2(named: name)
  }
}
