import Autograd
import NeuralNetworks

/// SqueezeNet 1.1: fire modules that squeeze the channels before they widen them (Iandola et al., 2016).
public enum SqueezeNet {
  /// The layers with random weights, named as in torchvision: `features.0`, …, `classifier.1`.
  public static func layers(classes: Int, random: inout RandomSource) -> Sequential {
    func pool() -> MaxPool2D { MaxPool2D(kernel: 3, stride: 2, ceilMode: true) }
    let features: [any Layer] = [
      Convolution2D(3, 64, kernel: 3, stride: 2, random: &random), ReLU(), pool(),
      Fire(64, squeezed: 16, widened: 64, random: &random), Fire(128, squeezed: 16, widened: 64, random: &random),
      pool(),
      Fire(128, squeezed: 32, widened: 128, random: &random), Fire(256, squeezed: 32, widened: 128, random: &random),
      pool(), Fire(256, squeezed: 48, widened: 192, random: &random),
      Fire(384, squeezed: 48, widened: 192, random: &random), Fire(384, squeezed: 64, widened: 256, random: &random),
      Fire(512, squeezed: 64, widened: 256, random: &random),
    ]
    let classifier: [any Layer] = [
      Dropout(0.5, seed: 1), Convolution2D(512, classes, kernel: 1, random: &random), ReLU(), GlobalAveragePool(),
    ]
    return Sequential([
      ("features", Sequential(numbered: features)), ("classifier", Sequential(numbered: classifier)),
    ])
  }
}

/// A 1×1 convolution to few channels, then 1×1 and 3×3 convolutions side by side.
struct Fire: Layer {
  let squeeze, expand1x1, expand3x3: Convolution2D

  init(_ inputs: Int, squeezed: Int, widened: Int, random: inout RandomSource) {
    squeeze = Convolution2D(inputs, squeezed, kernel: 1, random: &random)
    expand1x1 = Convolution2D(squeezed, widened, kernel: 1, random: &random)
    expand3x3 = Convolution2D(squeezed, widened, kernel: 3, padding: 1, random: &random)
  }

  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    func rectified(_ convolution: Convolution2D, _ input: Tensor) -> Tensor {
      Sequential(numbered: [convolution, ReLU()])(input, mode)
    }
    let squeezed = rectified(squeeze, input)
    return Tensor.concatenated([rectified(expand1x1, squeezed), rectified(expand3x3, squeezed)], along: 3)
  }

  var children: [(name: String, layer: any Layer)] {
    [("squeeze", squeeze), ("expand1x1", expand1x1), ("expand3x3", expand3x3)]
  }
}

extension Fire: WindowLayer {
  func receptiveField(after field: ReceptiveField) -> ReceptiveField? {
    squeeze.receptiveField(after: field).flatMap(expand3x3.receptiveField)
  }
}
