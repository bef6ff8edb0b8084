import Autograd
import NeuralNetworks

/// A piece of work that is timed: kind/architecture/batch, such as `train/mini-vgg/32`, or `matmul/` with a size.
///
/// Weights and pictures are random. `infer` gives the logits; `input-gradient` the gradient of the first class's logit,
/// summed over the batch, with respect to the pixels of a frozen network; `train` takes one step of SGD with momentum
/// 0.9 on the cross entropy; `matmul` multiplies two square matrices.
public struct Workload {
  /// What is done.
  public enum Kind: String, CaseIterable, Sendable {
    /// The logits of a batch.
    case infer
    /// The gradient of a logit with respect to the pixels.
    case inputGradient = "input-gradient"
    /// One training step.
    case train

    /// How many times the operations of the logits alone: a gradient with respect to the input needs as many again, and
    /// one with respect to the weights, too.
    var passes: Double {
      switch self {
      case .infer: 1
      case .inputGradient: 2
      case .train: 3
      }
    }
  }

  /// The work's name.
  public let name: String
  /// The operations it needs by its mathematical definition: two for each multiply-add of the convolutions and matrix
  /// products, whatever an algorithm saves.
  public let operations: Double
  private let step: () -> Void

  /// The workloads that the course's speed is measured by.
  public static let names = [
    "infer/mini-vgg/1", "infer/mini-vgg/32", "input-gradient/mini-vgg/8", "train/mini-vgg/32", "infer/resnet20/64",
    "train/resnet20/64", "infer/resnet18/1", "input-gradient/resnet18/1", "train/resnet18/4", "infer/vgg16/1",
    "input-gradient/vgg16/1", "infer/resnet50/1", "infer/mobilenet_v2/1", "input-gradient/mobilenet_v2/1",
    "infer/squeezenet1_1/1", "infer/efficientnet_b0/1", "infer/convnext_tiny/1", "infer/vit_b_16/1", "matmul/1024",
  ]

  /// The workload of that name.
  /// - Throws: one line if the name is none.
  public init(_ name: String) throws {
    let parts = name.split(separator: "/").map(String.init)
    if parts.count == 2, parts[0] == "matmul", let size = Int(parts[1]), 1...8192 ~= size {
      self.init(name, matrixSize: size)
      return
    }
    guard parts.count == 3, let kind = Kind(rawValue: parts[0]), let batch = Int(parts[2]), 1...1024 ~= batch else {
      throw NetworkError("unknown workload \(name); write it like \(Workload.names[0]), one of \(Workload.names)")
    }
    guard let architecture = Architecture.named(parts[1]) else {
      throw NetworkError("unknown architecture \(parts[1]); there are \(Architecture.names)")
    }
    self.init(name, kind, architecture, batch: batch)
  }

  private init(_ name: String, matrixSize size: Int) {
    self.name = name
    operations = 2 * Double(size * size * size)
    var random = RandomSource(seed: 0)
    let a = Tensor.uniform(shape: [size, size], random: &random)
    let b = Tensor.uniform(shape: [size, size], random: &random)
    step = { _ = a.matrixProduct(b) }
  }

  private init(_ name: String, _ kind: Kind, _ architecture: Architecture, batch: Int) {
    self.name = name
    var random = RandomSource(seed: 0)
    let network = architecture.makeLayers(architecture.publishedClassCount, &random)
    let size = architecture.inputSize
    let pictures = Tensor.uniform(shape: [batch, size, size, 3], random: &random)
    if kind != .train { network.freeze() }
    operations = 2 * kind.passes * Double(batch * network.multiplications(for: [size, size, 3]))
    switch kind {
    case .infer:
      step = { _ = network(pictures) }
    case .inputGradient:
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

  /// Does the work once.
  public func run() { step() }

  /// The time of each of `repeats` runs in milliseconds, after two runs that do not count.
  public func times(repeats: Int) -> [Double] {
    let clock = ContinuousClock()
    for _ in 0..<2 { step() }
    return (0..<repeats).map { _ in clock.measure(step) / .milliseconds(1) }
  }
}
