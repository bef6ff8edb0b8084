import Autograd
import Imaging
import ModelZoo
import Testing
import Visualization

@Suite struct TransformerHeatTests {
  @Test("a transformer's maps are its tokens but the class token; no class is read from those of its last block")
  func transformer() {
    let architecture = Architecture(name: "tiny-vit", preprocessing: Preprocessing(side: 16), hasFixedSize: true) {
      classes, random in
      VisionTransformer(pictureSize: 16, patchSize: 4, depth: 3, heads: 2, width: 8, hiddenWidth: 12)
        .layers(classes: classes, random: &random)
    }
    var random = RandomSource(seed: 6)
    let network = Network(architecture, classes: ["a", "b"], random: &random)
    let pictures = Tensor.uniform(shape: [2, 16, 16, 3], random: &random)
    let block = "encoder.layers.encoder_layer_1"
    #expect(network.lastMapLayer == block)
    #expect(network.readsClasses(from: block) && !network.readsClasses(from: "encoder.layers.encoder_layer_2"))
    let small = network.gradCAM(of: pictures, for: [0, 1], layer: block)
    #expect(small.shape == [2, 4, 4, 1] && small.values.contains { $0 > 0 })

    let maps = network.outputs(of: [block], for: pictures)[block]
    #expect(maps?.shape == [2, 4, 4, 8])
    for method in SaliencyMethod.allCases {
      #expect(method.heat(of: network, for: pictures, labels: [0, 1]).values.isFinite, "\(method)")
    }
  }
}
