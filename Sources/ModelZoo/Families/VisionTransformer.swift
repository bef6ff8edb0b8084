import Autograd
import NeuralNetworks

/// The vision transformer: a picture's patches as a sequence of tokens that attend to each other (Dosovitskiy et al., 2021).
public struct VisionTransformer: Sendable {
  /// Sides of a picture and of a patch, in pixels; pictures of another size have no positions.
  public let pictureSize, patchSize: Int
  /// Layers of the encoder, heads of each, values of a token, and hidden values between them.
  public let depth, heads, width, hiddenWidth: Int

  /// A transformer for pictures of one size.
  public init(pictureSize: Int, patchSize: Int, depth: Int, heads: Int, width: Int, hiddenWidth: Int) {
    precondition(pictureSize % patchSize == 0, "patches of \(patchSize) do not divide a picture of \(pictureSize)")
    self.pictureSize = pictureSize
    self.patchSize = patchSize
    self.depth = depth
    self.heads = heads
    self.width = width
    self.hiddenWidth = hiddenWidth
  }

  /// The layers with random weights, named as in torchvision: `conv_proj`, `class_token`, `encoder.pos_embedding`,
  /// `encoder.layers.encoder_layer_0`, …, `encoder.ln`, `heads.head`.
  public func layers(classes: Int, random: inout RandomSource) -> Sequential {
    let side = pictureSize / patchSize
    let blocks = (0..<depth).map { index in
      let block = TransformerBlock(width, heads: heads, hiddenWidth: hiddenWidth, random: &random)
      return (name: "encoder_layer_\(index)", layer: block as any Layer)
    }
    return Sequential([
      ("conv_proj", Convolution2D(3, width, kernel: patchSize, stride: patchSize, random: &random)),
      ("class_token", ClassToken(width)),
      (
        "encoder",
        Sequential([
          ("pos_embedding", PositionEmbedding(tokens: 1 + side * side, width: width, random: &random)),
          ("layers", Sequential(blocks)), ("ln", LayerNorm(width)),
        ])
      ),
      ("first", FirstToken()), ("heads", Sequential([("head", Linear(width, classes, random: &random))])),
    ])
  }
}

/// Every pixel of `[N, H, W, C]` as a token, behind one that is learnt and that the class will be read from:
/// `[N, 1 + H·W, C]`.
struct ClassToken: Layer {
  let token: Parameter

  init(_ width: Int) {
    token = Parameter(Tensor(shape: [1, 1, width], filledWith: 0))
  }

  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    let (images, width) = (input.shape[0], input.shape[3])
    let first = Tensor(shape: [images, 1, width], filledWith: 0) + token.value
    return Tensor.concatenated([first, input.reshaped([images, input.shape[1] * input.shape[2], width])], along: 1)
  }

  var state: [(name: String, parameter: Parameter)] { [("", token)] }
}

/// Adds to each token what is learnt for its place, without which a transformer would not know where a patch comes from.
struct PositionEmbedding: Layer {
  let embedding: Parameter

  init(tokens: Int, width: Int, random: inout RandomSource) {
    embedding = Parameter(.normal(shape: [1, tokens, width], standardDeviation: 0.02, random: &random))
  }

  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    let (tokens, places) = (input.shape[1], embedding.value.shape[1])
    precondition(tokens == places, "a picture of \(tokens - 1) patches, but there are positions for \(places - 1)")
    return input + embedding.value.reshaped([places, input.shape[2]])
  }

  var state: [(name: String, parameter: Parameter)] { [("", embedding)] }
}

/// The first token of each picture: `[N, T, C]` to `[N, C]`.
struct FirstToken: Layer {
  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    input.slice(0..<1, along: 1).reshaped([input.shape[0], input.shape[2]])
  }
}

/// Attention between the tokens, then two linear layers for each of them, both with a norm before and a way around.
struct TransformerBlock: Layer {
  let attention, network: Sequential

  init(_ width: Int, heads: Int, hiddenWidth: Int, random: inout RandomSource) {
    attention = Sequential([
      ("ln_1", LayerNorm(width)), ("self_attention", MultiHeadAttention(width, heads: heads, random: &random)),
    ])
    network = Sequential([
      ("ln_2", LayerNorm(width)),
      (
        "mlp",
        Sequential([
          ("0", Linear(width, hiddenWidth, random: &random)), ("1", GELU()),
          ("3", Linear(hiddenWidth, width, random: &random)),
        ])
      ),
    ])
  }

  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    let attended = input + attention(input, mode)
    return attended + network(attended, mode)
  }

  var children: [(name: String, layer: any Layer)] { attention.layers + network.layers }
}
