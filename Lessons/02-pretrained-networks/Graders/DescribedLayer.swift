import Autograd
import Grading
import NeuralNetworks

/// A layer of a network as a plan describes it: its sizes, without any values.
public enum DescribedLayer: Sendable, Hashable {
  /// A convolution with `outputs` filters of `kernel` × `kernel`. Its channels are convolved in `groups` apart: a filter
  /// looks at inputs / groups channels. With `hasBias` it has one more number per filter.
  case convolution(inputs: Int, outputs: Int, kernel: Int, groups: Int, hasBias: Bool)
  /// A batch norm of so many channels.
  case batchNorm(channels: Int)
  /// A linear layer W x + b.
  case linear(inputs: Int, outputs: Int)
  /// max(x, 0).
  case reLU
  /// The largest value of each window of `kernel` × `kernel`.
  case maxPool(kernel: Int)
}

extension DescribedLayer {
  /// What a network of such layers learns, as the engine counts it.
  static func learnt(by layers: [DescribedLayer]) -> Int {
    Sequential(numbered: layers.map(\.layer)).parameterCount
  }

  private var layer: any Layer {
    var blank = RandomSource.blank
    return switch self {
    case .convolution(let inputs, let outputs, let kernel, let groups, let hasBias):
      Convolution2D(inputs, outputs, kernel: kernel, groups: groups, bias: hasBias, random: &blank)
    case .batchNorm(let channels): BatchNorm2D(channels)
    case .linear(let inputs, let outputs): Linear(inputs, outputs, random: &blank)
    case .reLU: ReLU()
    case .maxPool(let kernel): MaxPool2D(kernel: kernel)
    }
  }

  /// VGG-16 for a thousand classes (Simonyan and Zisserman, 2015).
  static var vgg16: [DescribedLayer] {
    var layers: [DescribedLayer] = []
    var channels = 3
    for (width, convolutions) in [(64, 2), (128, 2), (256, 3), (512, 3), (512, 3)] {
      for _ in 0..<convolutions {
        layers += [.convolution(inputs: channels, outputs: width, kernel: 3, groups: 1, hasBias: true), .reLU]
        channels = width
      }
      layers.append(.maxPool(kernel: 2))
    }
    let head: [DescribedLayer] = [
      .linear(inputs: 7 * 7 * 512, outputs: 4096), .reLU, .linear(inputs: 4096, outputs: 4096), .reLU,
      .linear(inputs: 4096, outputs: 1000),
    ]
    return layers + head
  }
}
