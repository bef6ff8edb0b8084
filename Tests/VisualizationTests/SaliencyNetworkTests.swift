import Autograd
import ModelZoo
import NeuralNetworks
import Testing
import Visualization

@Suite struct SaliencyNetworkTests {
  @Test(
    "Grad-CAM finds the last layer that classes are read from in every family",
    arguments: [
      (Architecture.vgg11, "features.19"), (.vgg11BN, "features.27"), (.resnet18, "layer4.1"),
      (.mobilenetV2Narrow, "features.18.2"), (.squeezenet, "classifier.2"), (.efficientNetB0, "features.8.2"),
      (.convNeXtTiny, "features.7.2"), (.miniVGGPlaced, "features.23"),
    ])
  func lastLayers(architecture: Architecture, layer: String) {
    var random = RandomSource(seed: 2)
    let network = Network(architecture, classes: ["a", "b", "c"], inputSize: 64, random: &random)
    #expect(network.lastMapLayer == layer)
    let picture = Tensor.uniform(shape: [1, 64, 64, 3], random: &random)
    let heat = SaliencyMethod.gradCAM.heat(of: network, for: picture, labels: [1])
    #expect(heat.values.shape == [1, 64, 64, 1] && heat.values.isFinite)
  }

  @Test("heat of a network for one channel lies over the picture as any other")
  func oneChannel() throws {
    let network = try Catalogue.network("mini-vgg-32").forOneChannel()
    var random = RandomSource(seed: 3)
    for channels in [1, 3] {
      let picture = Tensor.uniform(shape: [1, 32, 32, channels], random: &random)
      for method in SaliencyMethod.allCases {
        let heat = method.heat(of: network, for: picture, labels: [0])
        #expect(heat.values.shape == [1, 32, 32, 1] && heat.values.values.contains { $0 != 0 }, "\(method)")
      }
    }
  }
}
