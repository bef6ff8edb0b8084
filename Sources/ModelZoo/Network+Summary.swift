import Autograd
import NeuralNetworks

/// What one layer of a network makes of a picture, and what it costs.
public struct LayerSummary: Sendable, Hashable {
  /// The name in the network's file, such as `features.0`.
  public let name: String
  /// The kind of layer, such as `Convolution2D`.
  public let kind: String
  /// The shape of its output for one picture, `[H, W, C]` or `[C]`; of tokens, that of the maps of their patches.
  public let outputShape: [Int]
  /// The number of values that are learnt.
  public let parameters: Int
  /// The products of a weight and a value for one picture.
  public let multiplications: Int
  /// Whether it is an activation, or a block with a way around it.
  let isActivation: Bool
}

extension Network {
  /// Every layer from the picture to the logits, for a picture of the network's input size.
  ///
  /// A block with a way around it, such as that of a residual network, is one layer.
  public var summary: [LayerSummary] {
    whileFrozen {
      var current = Tensor(shape: [1, inputSize, inputSize, channels], filledWith: 0)
      return layers.steps.map { name, layer in
        let multiplications = Autograd.multiplications { current = layer(current) }
        return LayerSummary(
          name: name, kind: "\(type(of: layer))", outputShape: Array(current.tokensAsMaps.shape.dropFirst()),
          parameters: layer.parameterCount, multiplications: multiplications,
          isActivation: layer is any ActivationLayer || !layer.children.isEmpty)
      }
    }
  }

  /// The products of a weight and a value that one picture of the network's input size takes.
  public var multiplications: Int {
    layers.multiplications(for: [inputSize, inputSize, channels])
  }

  /// The share of test pictures that it classifies rightly, in [0, 1], as its file says.
  public var testAccuracy: Double? {
    provenance["test_accuracy"]?.split(separator: " ").first.flatMap { Double($0) }
  }
}
