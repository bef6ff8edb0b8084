import Autograd
import Datasets
import Imaging
import NeuralNetworks
import Notebook

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

  /// The digit that it reads in each picture, with its probability.
  func readings(of pictures: [Image]) -> [(digit: Int, probability: Float)] {
    let probabilities = layers(Tensor(pictures), .inference).softmax()
    let digits = probabilities.indicesOfLargest()
    return Array(zip(digits, probabilities.gather(digits).values)).map { ($0, $1) }
  }

  /// The share of pictures whose digit is the label, each digit renamed to the label at its place in `names`.
  func accuracy(on set: TestSet, renaming names: [Int] = Array(0..<10)) -> Float {
    Array(zip(digits(in: set), set.labels)).share { names[$0] == $1 }
  }

  /// For each digit the label of the pictures that it is read in most often.
  func mostFrequentLabels(in set: TrainingSet) -> [Int] {
    let digits = digits(in: set)
    return (0..<10).map { digit in
      let counts = (0..<10).map { label in zip(digits, set.labels).count { $0 == digit && $1 == label } }
      return counts.firstIndex(of: counts.max() ?? 0) ?? 0
    }
  }

  private func digits<Role>(in set: PictureSet<Role>) -> [Int] {
    set.batches(of: 100).flatMap { layers($0.inputs, .inference).softmax().indicesOfLargest() }
  }
}
