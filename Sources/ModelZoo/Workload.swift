import Autograd
import NeuralNetworks

/// A piece of work that is timed: kind/architecture/batch, such as `train/mini-vgg/32`.
///
/// Weights and pictures are random. `infer` gives the logits; `input-gradient` the gradient of the first class's logit,
/// summed over the batch, with respect to the pixels of a frozen network; `train` takes one step of SGD with momentum
/// 0.9 on the cross entropy.
public struct Workload {
  /// What is done.
  public enum Kind: String, CaseIterable, Sendable {
    /// The logits of a batch.
    case infer
    /// The gradient of a logit with respect to the pixels.
    case inputGradient = "input-gradient"
    /// One training step.
    case train
  }

  /// The work's name.
  public let name: String
  private let step: () -> Void

  /// The workloads that the course's speed is measured by.
  public static let names = [
    "infer/mini-vgg/1", "infer/mini-vgg/32", "input-gradient/mini-vgg/8", "train/mini-vgg/32", "infer/resnet20/64",
    "train/resnet20/64", "infer/resnet18/1", "input-gradient/resnet18/1", "train/resnet18/4", "infer/vgg16/1",
    "input-gradient/vgg16/1", "infer/resnet50/1", "infer/mobilenet_v2/1", "input-gradient/mobilenet_v2/1",
    "infer/squeezenet1_1/1",
  ]

  /// The workload of that name.
  /// - Throws: one line if the name is none.
  public init(_ name: String) throws {
    let parts = name.split(separator: "/").map(String.init)
    guard parts.count == 3, let kind = Kind(rawValue: parts[0]), let batch = Int(parts[2]), 1...1024 ~= batch else {
      throw NetworkError("unknown workload \(name); write it like \(Workload.names[0]), one of \(Workload.names)")
    }
    guard let architecture = Architecture.named(parts[1]) else {
      throw NetworkError("unknown architecture \(parts[1]); there are \(Architecture.names)")
    }
    self.name = name
    var random = RandomSource(seed: 0)
    // As many classes as the published networks have: a thousand for the large pictures.
    let classes = [32: 10, 64: 16][architecture.inputSize] ?? 1000
    let network = architecture.makeLayers(classes, &random)
    let size = architecture.inputSize
    let pictures = Tensor.uniform(shape: [batch, size, size, 3], random: &random)
    switch kind {
    case .infer:
      network.freeze()
      step = { _ = network(pictures) }
    case .inputGradient:
      network.freeze()
      step = {
        let pixels = pictures.requiringGradient()
        _ = network(pixels).slice(0..<1, along: 1).sum().gradients()[pixels]
      }
    case .train:
      let optimizer = SGD(network.parameters, learningRate: 0.01, momentum: 0.9)
      let labels = (0..<batch).map { $0 % 10 }
      step = { optimizer.step(crossEntropy(network(pictures, .training), labels).gradients()) }
    }
  }

  /// The time of each of `repeats` runs in milliseconds, after two runs that do not count.
  public func times(repeats: Int) -> [Double] {
    let clock = ContinuousClock()
    for _ in 0..<2 { step() }
    return (0..<repeats).map { _ in clock.measure(step) / .milliseconds(1) }
  }
}
