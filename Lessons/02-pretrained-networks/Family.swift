import Autograd
import Datasets
import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import TransferLearning

/// What a network of the course costs, and what it is worth.
struct FamilyMember {
  let name: String
  let architecture: String
  let parameters, multiplications: Int
  /// The share of test pictures that it classifies rightly, as its file says.
  let accuracy: Double?
  /// What a linear probe on its frozen features makes of `farm` with 20 pictures a class, one share a seed.
  let transfer: [Float]
  /// The time of one picture in milliseconds: the best of twenty.
  let milliseconds: Double

  /// Opens a network of the course, times it, and tries what it is worth on `farm`.
  init(_ name: String, seeds: [UInt64]) throws {
    let network = try Catalogue.network(name)
    let picture = Tensor(shape: [1, network.inputSize, network.inputSize, 3], filledWith: 0.5)
    self.name = name
    architecture = network.architecture.name
    parameters = network.parameterCount
    multiplications = network.multiplications
    accuracy = network.testAccuracy
    transfer = FamilyMember.transfer(network, seeds)
    milliseconds = network.whileFrozen {
      (0..<20).map { _ in ContinuousClock().measure { _ = network(picture) } / .milliseconds(1) }.min() ?? 0
    }
  }

  private static func transfer(_ network: Network, _ seeds: [UInt64]) -> [Float] {
    let (base, size) = (FrozenBase(of: network), network.inputSize)
    let test = base.features(of: Menagerie(.farm).testSet(count: 300, size: size))
    return seeds.map { seed in
      let pictures = Menagerie(.farm, seed: seed).trainingSet(count: 60, size: size)
      return LinearProbe(on: base.features(of: pictures), classes: 3).accuracy(on: test)
    }
  }

  static func table(_ family: [FamilyMember]) -> Phrase {
    MarkdownTable(
      header: [
        Phrase(en: "network", id: "jaringan"), Phrase(en: "source", id: "sumber"), Phrase(en: "farm", id: "farm"),
        Phrase(en: "parameters", id: "parameter"), Phrase(en: "multiplications", id: "perkalian"),
        Phrase(en: "ms a picture", id: "md per gambar"),
      ],
      rows: family.map { member in
        [
          Phrase("`\(member.name)`"), member.accuracy.map { Phrase($0, as: .percent) } ?? Phrase("–"),
          Phrase(member.transfer, as: .percent),
          Phrase(member.parameters), Phrase(member.multiplications),
          Phrase(member.milliseconds, as: .number(digits: 2)),
        ]
      }
    ).phrase
  }
}

/// A well-known architecture, and what has been published of it for a thousand classes and pictures of 224×224.
struct PublishedArchitecture {
  let name: String
  let architecture: Architecture
  /// The number of values that it learns.
  let parameters: Int
  /// The share of ImageNet's validation pictures that it classifies rightly with torchvision's first weights.
  let accuracy: Double

  /// The families of the course, as torchvision documents them (IMAGENET1K_V1).
  static let all = [
    PublishedArchitecture(name: "VGG-11", architecture: .vgg11, parameters: 132_863_336, accuracy: 0.69020),
    PublishedArchitecture(name: "VGG-16", architecture: .vgg16, parameters: 138_357_544, accuracy: 0.71592),
    PublishedArchitecture(name: "ResNet-18", architecture: .resnet18, parameters: 11_689_512, accuracy: 0.69758),
    PublishedArchitecture(name: "ResNet-50", architecture: .resnet50, parameters: 25_557_032, accuracy: 0.76130),
    PublishedArchitecture(name: "MobileNetV2", architecture: .mobilenetV2, parameters: 3_504_872, accuracy: 0.71878),
    PublishedArchitecture(name: "SqueezeNet 1.1", architecture: .squeezenet, parameters: 1_235_496, accuracy: 0.58178),
    PublishedArchitecture(
      name: "EfficientNet-B0", architecture: .efficientNetB0, parameters: 5_288_548, accuracy: 0.77692),
    PublishedArchitecture(
      name: "ConvNeXt-Tiny", architecture: .convNeXtTiny, parameters: 28_589_128, accuracy: 0.82520),
    PublishedArchitecture(
      name: "ViT-B/16", architecture: .visionTransformerB16, parameters: 86_567_656, accuracy: 0.81072),
  ]

  /// What was counted in the course's own layers.
  struct Count {
    let published: PublishedArchitecture
    let parameters, multiplications: Int
  }

  /// Builds the layers for a thousand classes, without drawing their values, and counts.
  func counted() -> Count {
    Count(
      published: self, parameters: architecture.parameterCount(classes: 1000),
      multiplications: architecture.multiplications(classes: 1000))
  }

  static func table(_ counts: [Count]) -> Phrase {
    MarkdownTable(
      header: [
        Phrase(en: "architecture", id: "arsitektur"), Phrase(en: "parameters, counted", id: "parameter, dihitung"),
        Phrase(en: "published", id: "dipublikasikan"),
        Phrase(en: "multiplications, billions", id: "perkalian, miliar"),
        Phrase(en: "ImageNet accuracy, published", id: "akurasi ImageNet, dipublikasikan"),
      ],
      rows: counts.map { count in
        [
          Phrase(count.published.name), Phrase(count.parameters), Phrase(count.published.parameters),
          Phrase(Double(count.multiplications) / 1e9, as: .number(digits: 2)),
          Phrase(count.published.accuracy, as: .percent),
        ]
      }
    ).phrase
  }
}
