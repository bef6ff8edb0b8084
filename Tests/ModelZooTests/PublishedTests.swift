import Autograd
import ModelZoo
import NeuralNetworks
import Testing

/// What torchvision states of an architecture with a thousand classes: the number of parameters, and multiplications in
/// billions.
private struct Published: CustomTestStringConvertible, Sendable {
  let name: String
  let parameters: Int
  let multiplications: Double

  init(_ name: String, _ parameters: Int, _ multiplications: Double) {
    self.name = name
    self.parameters = parameters
    self.multiplications = multiplications
  }

  var testDescription: String { name }

  static let all = [
    Published("vgg11", 132_863_336, 7.609), Published("vgg11_bn", 132_868_840, 7.609),
    Published("vgg13", 133_047_848, 11.308), Published("vgg13_bn", 133_053_736, 11.308),
    Published("vgg16", 138_357_544, 15.470), Published("vgg16_bn", 138_365_992, 15.470),
    Published("vgg19", 143_667_240, 19.632), Published("vgg19_bn", 143_678_248, 19.632),
    Published("resnet18", 11_689_512, 1.814), Published("resnet34", 21_797_672, 3.664),
    Published("resnet50", 25_557_032, 4.089), Published("resnet101", 44_549_160, 7.801),
    Published("resnet152", 60_192_808, 11.514), Published("mobilenet_v2", 3_504_872, 0.301),
    Published("squeezenet1_1", 1_235_496, 0.349), Published("efficientnet_b0", 5_288_548, 0.386),
    Published("convnext_tiny", 28_589_128, 4.456), Published("vit_b_16", 86_567_656, 17.564),
  ]
}

@Suite(.serialized) struct PublishedTests {
  @Test("an architecture has the published number of parameters, without drawing one", arguments: Published.all)
  private func parameters(_ published: Published) throws {
    let architecture = try #require(Architecture.named(published.name))
    #expect(architecture.parameterCount(classes: 1000) == published.parameters)
  }

  @Test(
    "an architecture takes the published number of multiplications",
    arguments: Published.all.filter { !$0.name.hasPrefix("vgg") })
  private func multiplications(_ published: Published) throws {
    let architecture = try #require(Architecture.named(published.name))
    let billions = Double(architecture.multiplications(classes: 1000)) / 1e9
    #expect((billions * 1e3).rounded() / 1e3 == published.multiplications)
  }

  @Test("every architecture of the zoo is either the course's own or published")
  func complete() {
    let own = ["mini-vgg": (16, 455_728), "resnet20": (10, 269_722), "mobilenet_v2-0.35": (16, 416_624)]
    #expect(Set(Architecture.all.map(\.name)) == Set(Published.all.map(\.name)).union(own.keys))
    for (name, (classes, parameters)) in own {
      #expect(Architecture.named(name)?.parameterCount(classes: classes) == parameters)
    }
  }
}
