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
}

extension Network {
  /// Every layer from the picture to the logits, for a picture of the network's input size.
  ///
  /// A block with a way around it, such as that of a residual network, is one layer.
  public var summary: [LayerSummary] {
    whileFrozen { layers.summary(Tensor(shape: [1, inputSize, inputSize, 3], filledWith: 0), prefix: "").layers }
  }

  /// The products of a weight and a value that one picture of the network's input size takes.
  public var multiplications: Int {
    layers.multiplications(for: [inputSize, inputSize, 3])
  }

  /// The share of test pictures that it classifies rightly, in [0, 1], as its file says.
  public var testAccuracy: Double? {
    provenance["test_accuracy"]?.split(separator: " ").first.flatMap { Double($0) }
  }
}

extension Sequential {
  fileprivate func summary(_ input: Tensor, prefix: String) -> (layers: [LayerSummary], output: Tensor) {
    var current = input
    var summaries: [LayerSummary] = []
    for (name, layer) in layers {
      if let inner = layer as? Sequential {
        let (within, output) = inner.summary(current, prefix: prefix + name + ".")
        summaries += within
        current = output
      } else {
        var output = current
        let count = Autograd.multiplications { output = layer(current) }
        summaries.append(
          LayerSummary(
            name: prefix + name, kind: "\(type(of: layer))", outputShape: Array(output.tokensAsMaps.shape.dropFirst()),
            parameters: layer.parameterCount, multiplications: count))
        current = output
      }
    }
    return (summaries, current)
  }
}
