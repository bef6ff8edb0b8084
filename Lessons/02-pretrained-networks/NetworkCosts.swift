import Autograd
import Charts
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// A network of the course, and what it costs.
struct CourseNetwork: StudyKey {
  let name: String
  let inputSize, parameters, multiplications: Int
  /// The share of test pictures that it classifies rightly, as its file says.
  let accuracy: Double?
  /// The time of one picture in milliseconds: the best of twenty.
  let milliseconds: Double

  /// Opens, counts and times a network.
  init(_ name: String) throws {
    let network = try Catalogue.network(name)
    let picture = Tensor(shape: [1, network.inputSize, network.inputSize, 3], filledWith: 0.5)
    (self.name, inputSize) = (name, network.inputSize)
    (parameters, multiplications) = (network.parameterCount, network.multiplications)
    accuracy = network.testAccuracy
    milliseconds = network.whileFrozen {
      (0..<20).map { _ in ContinuousClock().measure { _ = network(picture) } / .milliseconds(1) }.min() ?? 0
    }
  }

  func label(_ term: Terms) -> String { name }
}

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

extension ScatterChart {
  /// Accuracy against cost, which spans powers of ten.
  init(cost label: String, accuracy: Axis, groups: [Group]) {
    let costs = groups.flatMap(\.marks).map(\.x)
    self.init(
      x: Axis(label, scale: .logarithmic, range: (costs.min() ?? 1) / 1.8...(costs.max() ?? 1) * 1.8), y: accuracy,
      groups: groups)
  }
}

extension ScatterChart.Mark {
  /// A network as a dot whose area is proportional to the number of its parameters; that of `most` has a radius of 20 pixels.
  init(_ label: String, _ cost: Double, _ accuracy: Double, parameters: Int, of most: Int) {
    self.init(
      x: cost, y: accuracy, label: label, radius: max(3, 20 * (Double(parameters) / Double(most)).squareRoot()))
  }
}
