import Autograd
import Datasets
import Experiments
import NeuralNetworks

/// A small network that reads digits, and nothing else.
struct DigitReader {
  /// The side of the pictures that it takes.
  static let size = 32
  private let layers: Sequential

  /// Trains the network from random weights on a thousand digits.
  init(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    layers = DigitReader.untrained(&random)
    let digits = Menagerie(.digits, seed: seed).trainingSet(count: 1_000, size: Self.size)
    let loop = TrainingLoop(epochs: 6, schedule: .oneCycle())
    try loop.run(layers, optimizer: Adam(layers.parameters, learningRate: 0.01)) { epoch in
      digits.shuffledBatches(of: 25, seed: seed, epoch: epoch)
    }
    layers.freeze()
  }

  /// Three convolutions and a linear layer.
  private static func untrained(_ random: inout RandomSource) -> Sequential {
    var layers: [any Layer] = []
    for (inputs, outputs) in [(3, 16), (16, 32), (32, 64)] {
      layers.append(Convolution2D(inputs, outputs, kernel: 3, padding: 1, bias: false, random: &random))
      layers += [BatchNorm2D(outputs), ReLU(), MaxPool2D(kernel: 2)]
    }
    return Sequential(numbered: layers + [GlobalAveragePool(), Linear(64, 10, random: &random)])
  }

  /// The probability of each digit for pictures `[N, 32, 32, 3]`, `[N, 10]`.
  func probabilities(_ pictures: Tensor) -> Tensor { layers(pictures, .inference).softmax() }

  /// What it reads in each picture of a set.
  func digits<Role>(in set: PictureSet<Role>) -> [Int] {
    set.batches(of: 100).flatMap { probabilities($0.inputs).indicesOfLargest() }
  }
}
