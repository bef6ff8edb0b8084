import Autograd
import Charts
import Experiments
import NeuralNetworks
import Notebook

/// A bent valley with steep sides and a floor that is nearly flat: f(w, b) = (1 − w)² + 10 (b − w²)² (after Rosenbrock, 1960).
///
/// Its lowest place is (1, 1).
struct Valley {
  /// Where the walks begin: near (−1, 1.6), as the lot falls.
  let start: (w: Float, b: Float)

  init(seed: UInt64) {
    var random = RandomSource(seed: seed)
    start = (-1 + 0.2 * random.normal(), 1.6 + 0.2 * random.normal())
  }

  private static func height(_ w: Tensor, _ b: Tensor) -> Tensor {
    ((1 - w).square() + (b - w.square()).square() * 10).sum()
  }

  /// Where an optimiser comes to, step by step, and how high it is there.
  func path(_ descent: Descent, steps: Int) -> (places: [(w: Float, b: Float)], heights: [Float]) {
    let (w, b) = (Parameter(Tensor([start.w])), Parameter(Tensor([start.b])))
    let optimizer = descent.optimizer([w, b])
    var (places, heights): ([(w: Float, b: Float)], [Float]) = ([], [])
    for _ in 0...steps {
      let height = Self.height(w.value, b.value)
      places.append((w.value.item, b.value.item))
      heights.append(height.item)
      optimizer.step(height.gradients())
    }
    return (places, heights)
  }

  /// The valley from above with the walks of the first seed.
  static func chart(
    of walks: Study<Descent, (places: [(w: Float, b: Float)], heights: [Float])>, _ page: Page
  ) -> SurfaceChart {
    let paths = zip(walks.keys, SurfaceChart.looks).map { descent, look in
      SurfaceChart.Path(
        name: descent.label(page.term), places: walks.first(descent).places, color: look.color, marker: look.marker)
    }
    return SurfaceChart(
      paths, acrossName: page.term("weight-w"), upName: page.term("weight-b"), across: -1.8...1.8, up: -0.6...2.4
    ) { w, b in (1 - w) * (1 - w) + 10 * (b - w * w) * (b - w * w) }
  }
}

/// A way downhill, each with the rate of a grid at which it came lowest on seeds that are not reported.
enum Descent: String, CaseIterable, StudyKey {
  case plain = "gradient-descent"
  case momentum
  case rmsprop, adam

  /// The learning rate.
  var rate: Float {
    switch self {
    case .plain: 0.02
    case .momentum: 0.01
    case .rmsprop: 0.05
    case .adam: 0.3
    }
  }

  /// What takes the steps.
  func optimizer(_ parameters: [Parameter]) -> any Optimizer {
    switch self {
    case .plain: SGD(parameters, learningRate: rate)
    case .momentum: SGD(parameters, learningRate: rate, momentum: 0.9)
    case .rmsprop: RMSprop(parameters, learningRate: rate)
    case .adam: Adam(parameters, learningRate: rate)
    }
  }
}
