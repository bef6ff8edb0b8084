import Autograd
import Charts
import Experiments
import Imaging
import NeuralNetworks
import Notebook

/// The cells on gradients, and on what one does with them.
extension FoundationsCells {
  // cell: backward
  func backward(_ page: Page) throws {
    let graph = ScalarGraph.neuron(x: 2, w: 1.5, b: -1, y: 3)
    let (values, gradients) = (graph.values, graph.gradients)
    let others = page.seeds.map { ScalarGraph.neuron(seed: $0) }
    let distances = others.map { largestDistance($0.gradients, $0.measuredSlopes(step: 1e-4)) }
    let engine = others.map { largestDistance($0.gradients, $0.slopesByEngine) }

    page.measure("x-slope", gradients[0], as: .number(digits: 0))
    page.measure("w-slope", gradients[1], as: .number(digits: 0))
    page.measure("b-slope", gradients[2], as: .number(digits: 0))
    page.measure("loss", values[8], as: .number(digits: 0))
    page.measure("next-loss", ScalarGraph.neuron(x: 2, w: 1.6, b: -1, y: 3).values[8], as: .number)
    page.claim("slopes", ofEach: distances, .atMost(1e-5), as: .number(digits: 7))
    page.claim("engine", ofEach: engine, .atMost(1e-4), as: .number(digits: 6))
    try page.figure(
      "backward",
      ScalarGraphChart(graph, valueName: page.term("node-value"), gradientName: page.term("node-gradient")))
  }

  // cell: descent
  func descent(_ page: Page) throws {
    let steps = 40
    let walks = page.study(Walk.allCases) { walk, seed in LineFit(seed: seed).path(walk, steps: steps) }
    let least = page.seeds.map { LineFit(seed: $0).least }
    func ends(_ walk: Walk) -> [Float] { walks[walk].map { $0.losses[steps] } }

    page.measure("steps", steps)
    page.report(of: walks, as: .number(digits: 3)) { $0.losses[steps] }
    for walk in Walk.allCases { page.measure("\(walk.name).rate", walk.rate, as: .number) }
    page.measure("least", values: least, as: .number(digits: 3))
    page.claim("arrives", zip(ends(.fitting), least).map { $0 - $1 }, .atMost(0.01), as: .number(digits: 4))
    page.claim("does-not-arrive", zip(ends(.tooSmall), least).map { $0 - $1 }, .atLeast(0.1), as: .number)
    page.claim(
      "diverges", walks[.tooLarge].map { $0.losses[steps] / $0.losses[0] }, .moreThan(1), as: .factor)
    try page.figure("surface", page.surface(LineFit(seed: page.seed), walks.map(\.places)))
    try page.figure(
      "descent",
      walks.curves(x: Axis(page.term("step")), y: Axis(page.term("loss"), scale: .logarithmic), \.losses))
  }

  private func largestDistance(_ one: [Double], _ other: [Double]) -> Double {
    zip(one, other).map { abs($0 - $1) }.max() ?? 0
  }
}

extension ScalarGraph {
  /// A neuron of numbers drawn by lot, whose ReLU lets its input through.
  static func neuron(seed: UInt64) -> ScalarGraph {
    var random = RandomSource(seed: seed)
    func draw(_ range: ClosedRange<Float>) -> Double { Double(random.uniform(range)) }
    return neuron(x: draw(0.5...2), w: draw(0.5...2), b: draw(-0.2...1), y: draw(-2...3))
  }

  /// ∂L/∂x, ∂L/∂w, ∂L/∂b and ∂L/∂y of a neuron as the engine of the course finds them.
  var slopesByEngine: [Double] {
    let given = values.prefix(4).map { Tensor([Float($0)]).requiringGradient() }
    let activation = (given[1] * given[0] + given[2]).relu()
    let gradients = (activation - given[3]).square().sum().gradients()
    return given.map { Double(gradients[$0]?.item ?? 0) }
  }
}

extension Page {
  /// The loss of a line over w and b from above, with the walks of the first seed.
  func surface(_ fit: LineFit, _ walks: Study<Walk, [(w: Float, b: Float)]>) -> SurfaceChart {
    let paths = zip(walks.keys, SurfaceChart.looks).map { walk, look in
      SurfaceChart.Path(name: walk.label(term), places: walks[walk][0], color: look.color, marker: look.marker)
    }
    return SurfaceChart(
      paths, acrossName: term("slope-w"), upName: term("intercept-b"), across: -1.4...2.2, up: -0.6...2.4
    ) { fit.loss($0, $1) }
  }
}
