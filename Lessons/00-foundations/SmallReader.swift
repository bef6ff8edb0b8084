import Autograd
import Datasets
import Experiments
import Foundation
import NeuralNetworks

/// A network of our own for digits, trained from random weights, and how that went.
struct SmallReader {
  let network: Sequential
  /// The accuracy on training pictures, at most 200 of them, and on validation pictures, after each epoch.
  let training, validation: [Float]
  /// How many steps of gradient descent were taken.
  let steps: Int
  /// How long the learning took.
  let seconds: Double

  /// Trains the network with Adam on batches of 25, in a new order in each epoch; the rate rises to 0.01 and falls again.
  init(
    learningFrom digits: TrainingSet, epochs: Int, checkedOn validation: ValidationSet, seed: UInt64
  ) throws {
    var random = RandomSource(seed: seed)
    let network = SmallReader.layers(&random)
    let start = Date()
    let sample = digits.subset(0..<min(200, digits.count))
    let training = Curve()
    let steps = Curve()
    let loop = TrainingLoop(epochs: epochs, schedule: .oneCycle())
    let run = try loop.run(
      network, optimizer: Adam(network.parameters, learningRate: 0.01),
      observers: [
        StepObserver { _ in steps.points.append(1) },
        EpochObserver { _ in training.points.append(network.score(on: sample).accuracy) },
      ], validate: { network.score(on: validation) }
    ) { digits.shuffledBatches(of: 25, seed: seed, epoch: $0) }
    (self.network, self.steps, seconds) = (network, steps.points.count, Date().timeIntervalSince(start))
    (self.training, self.validation) = (training.points, run.map { $0.validation?.accuracy ?? 0 })
  }

  /// Numbers that are noted one after the other.
  private final class Curve {
    var points: [Float] = []
  }

  /// Three times a convolution, batch norm, ReLU and pooling, and a linear layer on the means of the last maps.
  private static func layers(_ random: inout RandomSource) -> Sequential {
    var layers: [any Layer] = []
    for (inputs, outputs) in [(3, 16), (16, 32), (32, 64)] {
      layers.append(Convolution2D(inputs, outputs, kernel: 3, padding: 1, bias: false, random: &random))
      layers += [BatchNorm2D(outputs), ReLU(), MaxPool2D(kernel: 2)]
    }
    return Sequential(numbered: layers + [GlobalAveragePool(), Linear(64, 10, random: &random)])
  }
}

/// The gradients of a linear classifier's loss on pictures of digits, batch by batch and of all pictures at once.
struct GradientSample {
  /// How many pictures there are.
  static let count = 512
  private let inputs: Tensor
  private let labels: [Int]
  private let head: Linear
  private let random: RandomSource
  private let whole: Tensor

  /// A classifier with random weights, and pictures.
  init(seed: UInt64) {
    var random = RandomSource(seed: seed)
    let digits = Menagerie(.digits, seed: seed).trainingSet(count: Self.count, size: 16)
    (inputs, labels) = (digits.inputs.reshaped([Self.count, 16 * 16 * 3]), digits.labels)
    head = Linear(16 * 16 * 3, 10, random: &random)
    self.random = random
    whole = Self.gradient(of: head, inputs, labels)
  }

  private static func gradient(of head: Linear, _ inputs: Tensor, _ labels: [Int]) -> Tensor {
    crossEntropy(head(inputs), labels).gradients()[head.weight.value] ?? Tensor(shape: [1], filledWith: 0)
  }

  /// The cosine of the angle between the gradient of a batch drawn by lot and that of all pictures, the mean of twenty batches.
  func agreement(ofBatchesOf size: Int) -> Float {
    var random = random
    func product(_ one: Tensor, _ other: Tensor) -> Float { (one * other).sum().item }
    return (0..<20).map { _ in
      let drawn = Array(random.permutation(Self.count).prefix(size))
      let batch = Self.gradient(of: head, inputs.gather(rows: drawn), drawn.map { labels[$0] })
      return product(batch, whole) / (product(batch, batch) * product(whole, whole)).squareRoot()
    }.reduce(0, +) / 20
  }
}
