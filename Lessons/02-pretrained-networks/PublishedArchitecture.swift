import ModelZoo
import Notebook

/// A well-known architecture, and what has been published of it for a thousand classes and pictures of 224×224.
struct PublishedArchitecture: StudyKey {
  let architecture: Architecture
  /// What its authors call it.
  let title: String
  /// The share of ImageNet's validation pictures that it classifies rightly with torchvision's first weights.
  let accuracy: Double

  init(_ architecture: Architecture, _ title: String, accuracy: Double) {
    (self.architecture, self.title, self.accuracy) = (architecture, title, accuracy)
  }

  /// The families of the course, as torchvision documents them (IMAGENET1K_V1).
  static let all = [
    PublishedArchitecture(.vgg11, "VGG-11", accuracy: 0.69020),
    PublishedArchitecture(.vgg16, "VGG-16", accuracy: 0.71592),
    PublishedArchitecture(.resnet18, "ResNet-18", accuracy: 0.69758),
    PublishedArchitecture(.resnet50, "ResNet-50", accuracy: 0.76130),
    PublishedArchitecture(.mobilenetV2, "MobileNetV2", accuracy: 0.71878),
    PublishedArchitecture(.squeezenet, "SqueezeNet 1.1", accuracy: 0.58178),
    PublishedArchitecture(.efficientNetB0, "EfficientNet-B0", accuracy: 0.77692),
    PublishedArchitecture(.convNeXtTiny, "ConvNeXt-Tiny", accuracy: 0.82520),
    PublishedArchitecture(.visionTransformerB16, "ViT-B/16", accuracy: 0.81072),
  ]

  var name: String { architecture.name }
  /// The published number of values that it learns.
  var parameters: Int { architecture.publishedParameterCount ?? 0 }

  /// Builds the layers for a thousand classes, without drawing their values, and counts what they learn and, in billions,
  /// what a picture costs.
  func counted() -> (parameters: Int, billions: Double) {
    (architecture.parameterCount(classes: 1000), Double(architecture.multiplications(classes: 1000)) / 1e9)
  }

  static func == (one: PublishedArchitecture, other: PublishedArchitecture) -> Bool { one.name == other.name }
  func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
