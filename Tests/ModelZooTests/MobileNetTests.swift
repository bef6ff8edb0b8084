import Autograd
import ModelZoo
import NeuralNetworks
import Testing

@Suite struct MobileNetTests {
  @Test(
    "MobileNetV2 comes in any width, with as many parameters as torchvision's of that width",
    arguments: [
      (0.25, 1_519_112), (0.5, 1_968_680), (0.75, 2_636_424), (1.3, 5_386_792), (1.4, 6_108_776), (2, 11_258_088),
    ])
  func widths(width: Double, parameters: Int) throws {
    let architecture = try #require(Architecture.named("mobilenet_v2-\(width)"))
    #expect(architecture.name == "mobilenet_v2-\(width)" && architecture.inputSize == 224)
    #expect(architecture.parameterCount(classes: 1000) == parameters)
  }

  @Test("a size in the name is that of the pictures, and leaves 4×4 or 7×7 pixels in the end")
  func sizes() throws {
    #expect(Architecture.named("mobilenet_v2-0.35")?.inputSize == 64)
    #expect(Architecture.named("mobilenet_v2-0.350-64")?.name == "mobilenet_v2-0.35")
    #expect(Architecture.named("mobilenet_v2-1")?.name == "mobilenet_v2")
    for (name, pixels) in [("mobilenet_v2-0.35-224", 7), ("mobilenet_v2-0.5-64", 4), ("mobilenet_v2-1.0-64", 4)] {
      let architecture = try #require(Architecture.named(name))
      #expect(architecture.name == name)
      var blank = RandomSource.blank
      let network = Network(architecture, classes: ["a", "b"], random: &blank)
      #expect(network.stageLayers.last?.outputShape[0] == pixels, "\(name)")
    }
  }

  @Test(
    "a name with a width or a size that is none is no architecture",
    arguments: ["", "0.01", "3", "nan", "x", "0.5-", "0.5-8", "0.5-x", "0.5-64-1", "0.5-99999", "-0.5"])
  func wrongNames(rest: String) {
    #expect(Architecture.named("mobilenet_v2-\(rest)") == nil)
  }
}
