import Autograd
import Imaging
import NeuralNetworks

/// A network that takes pictures in [0, 1] and tells classes apart: layers, the scale they expect, and the classes' names.
///
/// The network normalises inside itself, so that a picture has one scale everywhere in the course.
public struct Network: Layer {
  /// How the layers are put together.
  public let architecture: Architecture
  /// The layers, from normalised pictures to logits.
  public private(set) var layers: Sequential
  /// What each logit stands for.
  public internal(set) var classes: [String]
  /// Whether its file, or a list of names, said what its classes are called.
  package internal(set) var hasGivenNames = false
  /// The ids that WordNet has for the classes, in their order, where a list of names told them.
  package internal(set) var wordNetIDs: [String]?
  /// The scale that the layers expect.
  public let normalization: Normalization
  /// How a photograph becomes a picture of the size that it was trained on.
  public var preprocessing: Preprocessing
  /// Whether nobody said on which scale it was trained, so that that of the architecture's first weights was taken.
  public internal(set) var assumesScale = false
  /// Whether its file calls its weights otherwise than PyTorch's network of this architecture does, or has others among them.
  public internal(set) var hasForeignNames = false
  /// How the network was made and what it scores, as its file says.
  public var provenance: [String: String] = [:]

  /// A network with random weights, for pictures of as many channels as the scale has; an architecture of a fixed size keeps
  /// its own.
  public init(
    _ architecture: Architecture, classes: [String], normalization: Normalization = .centred,
    inputSize: Int? = nil, random: inout RandomSource
  ) {
    self.architecture = architecture
    self.classes = classes
    self.normalization = normalization
    let side = architecture.hasFixedSize ? architecture.inputSize : inputSize ?? architecture.inputSize
    preprocessing = architecture.preprocessing(side: side)
    let layers = architecture.makeLayers(classes.count, &random)
    self.layers = normalization.channels == 1 ? layers.withOneInputChannel(random: &random) : layers
  }

  /// The side of the pictures it was trained on, in pixels.
  public var inputSize: Int { preprocessing.side }

  /// The same network, with the same weights, and layers put together anew.
  init(_ network: Network, layers: Sequential) {
    self = network
    self.layers = layers
  }

  /// The logits `[N, classes]` of pictures `[N, H, W, 3]` or `[N, H, W, 1]` in [0, 1].
  public func callAsFunction(_ pictures: Tensor, _ mode: Mode) -> Tensor {
    layers(normalization(pictures), mode)
  }

  /// The probability of every class, `[N, classes]`: the softmax of the logits.
  public func probabilities(_ pictures: Tensor) -> Tensor {
    self(pictures).softmax()
  }

  /// The outputs of the named layers, such as `features.2`, in one pass; a transformer's tokens as maps of their patches,
  /// without the class token.
  public func outputs(of names: [String], for pictures: Tensor) -> [String: Tensor] {
    layers.outputs(of: names, for: normalization(pictures)).mapValues(\.tokensAsMaps)
  }

  /// The layers, under the names of their weights.
  public var children: [(name: String, layer: any Layer)] { layers.layers }
}
