import Autograd
import NeuralNetworks

/// A kind of network: how its layers are put together, before it has learnt anything.
public struct Architecture: Sendable {
  /// The name in commands and files, such as `mini-vgg`.
  public let name: String
  /// The side of the pictures it is usually given, in pixels.
  public let inputSize: Int
  /// Builds the layers for a number of classes, with random weights.
  public let makeLayers: @Sendable (_ classes: Int, _ random: inout RandomSource) -> Sequential

  /// An architecture from its parts.
  public init(
    name: String, inputSize: Int,
    makeLayers: @escaping @Sendable (_ classes: Int, _ random: inout RandomSource) -> Sequential
  ) {
    self.name = name
    self.inputSize = inputSize
    self.makeLayers = makeLayers
  }

  /// The side of the smallest pictures that still leave a pixel behind the last pool: a seventh of the usual one.
  var smallestInputSize: Int { max(8, inputSize / 7) }

  /// Every architecture of the zoo.
  public static let all: [Architecture] = [
    .miniVGG, .resnet20, .resnet18, .resnet50, .vgg11, .vgg16, .mobilenetV2, .mobilenetV2Narrow, .squeezenet,
  ]

  /// The architecture of that name, if there is one.
  public static func named(_ name: String) -> Architecture? {
    all.first { $0.name == name }
  }
}
