/// A computation with single numbers, drawn as a graph: every node is given, or computed from nodes before it.
///
/// ```swift
/// let graph = ScalarGraph.neuron(x: 2, w: 1.5, b: -1, y: 3)
/// graph.values.last      // 1: the loss
/// graph.gradients[1]     // ∂L/∂w
/// ```
struct ScalarGraph: Sendable {
  /// How a node comes to its value; the numbers are places of nodes.
  enum Operation: Sendable {
    case given(Double)
    case product(Int, Int)
    case sum(Int, Int)
    case difference(Int, Int)
    case rectified(Int)
    case square(Int)
  }

  /// One number: what it is called, how it comes about, and where it is drawn.
  struct Node: Sendable {
    let name: String
    let operation: Operation
    let column, row: Double
  }

  let nodes: [Node]

  /// One neuron and its loss: L = (ReLU(w x + b) − y)².
  static func neuron(x: Double, w: Double, b: Double, y: Double) -> ScalarGraph {
    ScalarGraph(nodes: [
      Node(name: "x", operation: .given(x), column: 0, row: 0),
      Node(name: "w", operation: .given(w), column: 0, row: 1),
      Node(name: "b", operation: .given(b), column: 1, row: 1.5),
      Node(name: "y", operation: .given(y), column: 3, row: 1.5),
      Node(name: "w · x", operation: .product(1, 0), column: 1, row: 0.5),
      Node(name: "z = w · x + b", operation: .sum(4, 2), column: 2, row: 0.5),
      Node(name: "a = ReLU(z)", operation: .rectified(5), column: 3, row: 0.5),
      Node(name: "e = a − y", operation: .difference(6, 3), column: 4, row: 0.5),
      Node(name: "L = e²", operation: .square(7), column: 5, row: 0.5),
    ])
  }

  /// The places of the nodes that a node is computed from.
  func inputs(of node: Node) -> [Int] {
    switch node.operation {
    case .given: []
    case .product(let one, let other), .sum(let one, let other), .difference(let one, let other): [one, other]
    case .rectified(let one), .square(let one): [one]
    }
  }

  /// The forward pass: the value of every node, from the first to the last.
  var values: [Double] {
    nodes.reduce(into: []) { values, node in
      let value: Double =
        switch node.operation {
        case .given(let value): value
        case .product(let one, let other): values[one] * values[other]
        case .sum(let one, let other): values[one] + values[other]
        case .difference(let one, let other): values[one] - values[other]
        case .rectified(let one): max(values[one], 0)
        case .square(let one): values[one] * values[one]
        }
      values.append(value)
    }
  }

  /// The backward pass: ∂last/∂node of every node, from the last to the first, by the chain rule.
  var gradients: [Double] {
    let values = values
    var gradients = [Double](repeating: 0, count: nodes.count)
    gradients[nodes.count - 1] = 1
    for place in nodes.indices.reversed() {
      let upstream = gradients[place]
      switch nodes[place].operation {
      case .given: break
      case .product(let one, let other):
        gradients[one] += upstream * values[other]
        gradients[other] += upstream * values[one]
      case .sum(let one, let other):
        gradients[one] += upstream
        gradients[other] += upstream
      case .difference(let one, let other):
        gradients[one] += upstream
        gradients[other] -= upstream
      case .rectified(let one): gradients[one] += values[one] > 0 ? upstream : 0
      case .square(let one): gradients[one] += upstream * 2 * values[one]
      }
    }
    return gradients
  }

  /// ∂last/∂node of the first four nodes, measured: each is moved a little up and a little down.
  func measuredSlopes(step h: Double) -> [Double] {
    (0..<4).map { place in
      func last(_ change: Double) -> Double {
        let moved = nodes.enumerated().map { index, node -> Node in
          guard index == place, case .given(let value) = node.operation else { return node }
          return Node(name: node.name, operation: .given(value + change), column: node.column, row: node.row)
        }
        return ScalarGraph(nodes: moved).values.last ?? 0
      }
      return (last(h) - last(-h)) / (2 * h)
    }
  }
}
