import Autograd
import NeuralNetworks
import Notebook

/// Points about a straight line, and the loss of a line through them: L(w, b) = mean (w x + b − y)².
struct LineFit {
  private let x, y: Tensor

  /// Twenty-four points about y = 0.8 x + 0.5 with x from 0 to 2, off it by a normal deviation of 0.15.
  init(seed: UInt64) {
    var random = RandomSource(seed: seed)
    x = Tensor((0..<24).map { 2 * Float($0) / 23 })
    y = x * 0.8 + 0.5 + Tensor.normal(shape: [24], standardDeviation: 0.15, random: &random)
  }

  /// The loss at a place, and with it the way to its gradient.
  func loss(_ w: Tensor, _ b: Tensor) -> Tensor { meanSquaredError(x * w + b, y) }

  /// The loss at a place as a number.
  func loss(_ w: Float, _ b: Float) -> Float { loss(Tensor([w]), Tensor([b])).item }

  /// The smallest loss of any line, by the formula for one.
  var least: Float {
    let (meanX, meanY) = (x.mean().item, y.mean().item)
    let slope = ((x - meanX) * (y - meanY)).sum().item / (x - meanX).square().sum().item
    return loss(slope, meanY - slope * meanX)
  }

  /// Where a walk comes to, step by step from (−1, 1), and the loss at each place.
  func path(_ walk: Walk, steps: Int) -> (places: [(w: Float, b: Float)], losses: [Float]) {
    let (w, b) = (Parameter(Tensor([-1])), Parameter(Tensor([1])))
    let optimizer = walk.optimizer([w, b])
    var (places, losses): ([(w: Float, b: Float)], [Float]) = ([], [])
    for _ in 0...steps {
      let loss = loss(w.value, b.value)
      places.append((w.value.item, b.value.item))
      losses.append(loss.item)
      optimizer.step(loss.gradients())
    }
    return (places, losses)
  }
}

/// A way to walk downhill.
enum Walk: String, CaseIterable, StudyKey {
  case fitting = "fitting-rate"
  case tooSmall = "too-small"
  case adam = "adam-walk"
  case tooLarge = "too-large"

  /// The learning rate.
  var rate: Float {
    switch self {
    case .tooSmall: 0.01
    case .fitting: 0.4
    case .tooLarge: 0.48
    case .adam: 0.2
    }
  }

  /// Gradient descent, or Adam.
  func optimizer(_ parameters: [Parameter]) -> any Optimizer {
    self == .adam ? Adam(parameters, learningRate: rate) : SGD(parameters, learningRate: rate)
  }
}
