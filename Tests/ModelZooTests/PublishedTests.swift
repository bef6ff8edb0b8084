import Autograd
import ModelZoo
import NeuralNetworks
import Testing

/// What is stated of each architecture elsewhere: the multiplications of a picture of the usual size in billions, by
/// torchvision; of the course's own networks, the sum over the table of their layers; of EfficientNet-Lite, counted in the
/// convolutions and the head of efficientnet_lite_pytorch 0.1.0.
private let multiplications: [String: Double] = [
  "mini-vgg": 0.112, "mini-vgg-placed": 0.112, "nano-vgg": 0.003, "resnet20": 0.041, "mobilenet_v2-0.35": 0.019,
  "vgg11": 7.609, "vgg11_bn": 7.609, "vgg13": 11.308, "vgg13_bn": 11.308,
  "vgg16": 15.470, "vgg16_bn": 15.470, "vgg19": 19.632, "vgg19_bn": 19.632,
  "resnet18": 1.814, "resnet34": 3.664, "resnet50": 4.089, "resnet101": 7.801, "resnet152": 11.514,
  "mobilenet_v2": 0.301, "squeezenet1_1": 0.349, "efficientnet_b0": 0.386,
  "convnext_tiny": 4.456, "vit_b_16": 17.564,
  "efficientnet_lite0": 0.385, "efficientnet_lite1": 0.600, "efficientnet_lite2": 0.860, "efficientnet_lite3": 1.383,
  "efficientnet_lite4": 2.553, "efficientnet_lite0-symmetric": 0.385, "tf_efficientnet_b0": 0.386,
]

@Suite(.serialized) struct PublishedTests {
  @Test(
    "an architecture has the published number of parameters, without drawing one",
    arguments: Architecture.all.map(\.name))
  func parameters(name: String) throws {
    let architecture = try #require(Architecture.named(name))
    let published = try #require(architecture.publishedParameterCount)
    #expect(architecture.parameterCount(classes: architecture.publishedClassCount) == published)
  }

  @Test(
    "an architecture takes the published number of multiplications",
    arguments: multiplications.keys.sorted().filter { !$0.hasPrefix("vgg") })
  func multiply(name: String) throws {
    let architecture = try #require(Architecture.named(name))
    let billions = Double(architecture.multiplications(classes: architecture.publishedClassCount)) / 1e9
    #expect((billions * 1e3).rounded() / 1e3 == multiplications[name])
  }

  @Test("every architecture of the zoo has its row here, and a name of its own")
  func complete() {
    let names = Architecture.all.map(\.name)
    #expect(Set(names) == Set(multiplications.keys) && names.count == Set(names).count)
  }
}
