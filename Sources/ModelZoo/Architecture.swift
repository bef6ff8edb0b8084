import Autograd
import Imaging
import NeuralNetworks

/// A kind of network: how its layers are put together, before it has learnt anything, and all that is known of it elsewhere.
///
/// Each lies in a file of its own in `Architectures`:
///
/// ```swift
/// extension Architecture {
///   public static let resnet18 = Architecture(
///     name: "resnet18", preprocessing: .imageNet, publishedParameterCount: 11_689_512, timmName: "resnet18"
///   ) { classes, random in
///     ResNet.large(blocks: [2, 2, 2, 2], bottlenecks: false, classes: classes, random: &random)
///   }
/// }
/// ```
public struct Architecture: Sendable {
  /// The name in commands and files, such as `mini-vgg`; torchvision's, unless `python` says otherwise.
  public let name: String
  /// How a photograph becomes a picture of the usual size, for the first weights of this kind that were published.
  public let preprocessing: Preprocessing
  /// The scale on which those weights were trained.
  let normalization: Normalization
  /// Whether it takes pictures of no other size.
  public let hasFixedSize: Bool
  /// The number of classes that the published weights tell apart.
  public let publishedClassCount: Int
  /// The number of values that a network for so many classes learns, as its authors or torchvision state it.
  public let publishedParameterCount: Int?
  /// What timm (Wightman, 2019) calls it, if it has it.
  let timmName: String?
  /// The names that its weights have in files of other projects, where they are not those of the layers.
  let weightNames: [WeightNames]
  /// Networks of this kind that differ in a number, such as their width.
  let variants: ArchitectureVariants?
  /// Lines of Python that make `network` in PyTorch, with random weights.
  let python: @Sendable (_ classes: Int) -> String
  /// Builds the layers for a number of classes, with random weights.
  public let makeLayers: @Sendable (_ classes: Int, _ random: inout RandomSource) -> Sequential

  /// An architecture from its parts; without lines of Python, torchvision has it under its name.
  package init(
    name: String, preprocessing: Preprocessing, normalization: Normalization = .imageNet, hasFixedSize: Bool = false,
    publishedClassCount: Int = 1000, publishedParameterCount: Int? = nil, timmName: String? = nil,
    weightNames: [WeightNames] = [],
    variants: ArchitectureVariants? = nil, python: (@Sendable (_ classes: Int) -> String)? = nil,
    makeLayers: @escaping @Sendable (_ classes: Int, _ random: inout RandomSource) -> Sequential
  ) {
    self.name = name
    self.preprocessing = preprocessing
    self.normalization = normalization
    self.hasFixedSize = hasFixedSize
    self.publishedClassCount = publishedClassCount
    self.publishedParameterCount = publishedParameterCount
    self.timmName = timmName
    self.weightNames = weightNames
    self.variants = variants
    self.python = python ?? { "network = torchvision.models.\(name)(num_classes=\($0))" }
    self.makeLayers = makeLayers
  }

  /// The side of the pictures it is usually given, in pixels.
  public var inputSize: Int { preprocessing.side }

  /// The side of the smallest pictures that still leave a pixel behind the last pool: a seventh of the usual one.
  var smallestInputSize: Int { max(8, inputSize / 7) }

  /// How a photograph becomes a picture of a size; other squares than the usual one are as large as they can be.
  func preprocessing(side: Int) -> Preprocessing {
    side == inputSize ? preprocessing : Preprocessing(side: side)
  }
}

/// Networks that differ from a listed one in a number, and are not listed.
package struct ArchitectureVariants: Sendable {
  /// The one that a name stands for; `nil` for any other name.
  let named: @Sendable (_ name: String) -> Architecture?
  /// Those that weights of these names may be of.
  let fitting: @Sendable (_ tensors: [String: Tensor]) -> [Architecture]
  /// What their names in timm begin with.
  let timmPrefix: String
}

extension Preprocessing {
  /// What torchvision does for most networks that it publishes: 256 pixels for the shorter side, 224 from the middle.
  package static let imageNet = Preprocessing(side: 224, shorterSide: 256)
}
