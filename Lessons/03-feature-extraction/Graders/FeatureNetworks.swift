import Autograd
import Grading
import NeuralNetworks

/// Small networks for graders: a base that makes features of pictures, and a linear head above it.
enum FeatureNetworks {
  /// A network of a convolution, a batch norm that has seen pictures, ReLU, a mean over all places, and a head of the given
  /// name.
  static func network(width: Int, classes: Int, head: String, random: inout RandomSource) -> Sequential {
    Sequential(base(width: width, random: &random).layers + [(head, Linear(width, classes, random: &random))])
  }

  /// All of it but the head.
  static func base(width: Int, random: inout RandomSource) -> Sequential {
    let norm = BatchNorm2D(width)
    norm.runningMean.set(.normal(shape: [width], random: &random))
    norm.runningVariance.set(.uniform(shape: [width], in: 0.5...2, random: &random))
    norm.bias.set(.uniform(shape: [width], in: 0.5...1, random: &random))
    return Sequential([
      ("conv1", Convolution2D(3, width, kernel: 3, padding: 1, random: &random)), ("norm1", norm), ("relu1", ReLU()),
      ("pool1", GlobalAveragePool()),
    ])
  }

  /// Random pictures of 6×6 and labels, every class among them.
  static func pictures(_ count: Int, classes: Int, random: inout RandomSource) -> (pictures: Tensor, labels: [Int]) {
    let labels = (0..<count).map { $0 % classes }.shuffled(using: &random)
    return (.uniform(shape: [count, 6, 6, 3], random: &random), labels)
  }
}
