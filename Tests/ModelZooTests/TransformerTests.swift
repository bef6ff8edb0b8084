import Autograd
import Imaging
import ModelZoo
import NeuralNetworks
import Testing

@Suite struct TransformerTests {
  private func network(inputSize: Int? = nil) -> Network {
    var random = RandomSource(seed: 2)
    return Network(.tinyTransformer, classes: ["a", "b", "c"], inputSize: inputSize, random: &random)
  }

  @Test("names and shapes are torchvision's")
  func names() {
    var blank = RandomSource.blank
    let shapes = Architecture.visionTransformerB16.makeLayers(1000, &blank).stateTensors.mapValues(\.shape)
    #expect(shapes["class_token"] == [1, 1, 768] && shapes["encoder.pos_embedding"] == [1, 197, 768])
    #expect(shapes["conv_proj.weight"] == [768, 3, 16, 16] && shapes["heads.head.weight"] == [1000, 768])
    let block = "encoder.layers.encoder_layer_11"
    #expect(shapes["\(block).self_attention.in_proj_weight"] == [2304, 768])
    #expect(shapes["\(block).self_attention.out_proj.bias"] == [768] && shapes["\(block).mlp.3.weight"] == [768, 3072])
    #expect(shapes.count == 3 + 1 + 12 * 12 + 2 + 2)
    let scales = Architecture.convNeXtTiny.makeLayers(10, &blank).stateTensors.mapValues(\.shape)
    #expect(scales["features.1.0.layer_scale"] == [96, 1, 1] && scales["classifier.2.weight"] == [10, 768])
  }

  @Test("whatever size is asked for, a transformer takes pictures of its own")
  func size() {
    #expect(network(inputSize: 64).inputSize == 16)
  }

  @Test("tokens come as maps of the patches, in the picture's order, without the class token")
  func maps() throws {
    let network = network()
    let layers = network.activationLayers
    #expect(layers.map(\.name) == ["encoder.layers.encoder_layer_0", "encoder.layers.encoder_layer_1"])
    #expect(layers.map(\.outputShape) == [[4, 4, 8], [4, 4, 8]])
    #expect(layers.allSatisfy { network.receptiveField(of: $0.name) == nil })
    #expect(network.receptiveField(of: "conv_proj")?.size == 4)

    // Before the first attention a patch changes its own token only.
    let grey = Tensor(shape: [1, 16, 16, 3], filledWith: 0.5)
    var pixels = grey.values
    for channel in 0..<3 { pixels[(9 * 16 + 14) * 3 + channel] = 1 }
    let (plain, spotted) = (grey, Tensor(pixels, shape: grey.shape))
    func tokens(_ picture: Tensor) throws -> [Float] {
      let maps = try #require(network.outputs(of: ["class_token"], for: picture)["class_token"])
      #expect(maps.shape == [1, 4, 4, 8])
      return maps.values
    }
    let changed = try zip(tokens(plain), tokens(spotted)).enumerated().filter { $1.0 != $1.1 }.map { $0.offset / 8 }
    #expect(Set(changed) == [2 * 4 + 3])
  }

  @Test("of a network that keeps one size, four layers at equal distances stand for the stages")
  func stages() {
    var blank = RandomSource.blank
    let architecture = Architecture(name: "deep", preprocessing: Preprocessing(side: 8), hasFixedSize: true) {
      classes, random in
      VisionTransformer(pictureSize: 8, patchSize: 4, depth: 12, heads: 1, width: 2, hiddenWidth: 2)
        .layers(classes: classes, random: &random)
    }
    let network = Network(architecture, classes: ["a"], random: &blank)
    #expect(network.stageLayers.map(\.name) == [2, 5, 8, 11].map { "encoder.layers.encoder_layer_\($0)" })
  }

  @Test("attention mixes all values by the fit of query and key, in every head")
  func attention() throws {
    var random = RandomSource(seed: 6)
    let layer = MultiHeadAttention(6, heads: 2, random: &random)
    let tokens = Tensor.normal(shape: [2, 5, 6], random: &random)
    let state = layer.stateTensors.mapValues(\.values)
    let (weight, bias) = try (#require(state["in_proj_weight"]), #require(state["in_proj_bias"]))
    let (outWeight, outBias) = try (#require(state["out_proj.weight"]), #require(state["out_proj.bias"]))
    let (x, output) = (tokens.values, layer(tokens).values)

    for image in 0..<2 {
      /// Number `row` of the queries, keys and values of a token.
      func projected(_ token: Int, _ row: Int) -> Float {
        (0..<6).reduce(bias[row]) { $0 + weight[row * 6 + $1] * x[(image * 5 + token) * 6 + $1] }
      }
      for token in 0..<5 {
        var mixed = [Float](repeating: 0, count: 6)
        for head in 0..<2 {
          let scores = (0..<5).map { other in
            (0..<3).map { projected(token, head * 3 + $0) * projected(other, 6 + head * 3 + $0) }.reduce(0, +)
              / Float(3).squareRoot()
          }
          let shares = Tensor(scores).softmax().values
          for place in 0..<3 {
            mixed[head * 3 + place] = (0..<5).map { shares[$0] * projected($0, 12 + head * 3 + place) }.reduce(0, +)
          }
        }
        for place in 0..<6 {
          let expected = (0..<6).reduce(outBias[place]) { $0 + outWeight[place * 6 + $1] * mixed[$1] }
          #expect(abs(output[(image * 5 + token) * 6 + place] - expected) < 1e-5)
        }
      }
    }
  }
}
