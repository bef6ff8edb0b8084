import Autograd
import NeuralNetworks

/// θ₀: the values that the parts of a network had before they went on learning.
///
/// ```swift
/// let start = StartingPoint(of: network.parts.dropLast())
/// let loop = TrainingLoop(epochs: 20, penalty: { start.decay(0.01) })   // L2-SP
/// ```
public struct StartingPoint {
  private let parts: [(part: LearnablePart, values: [Tensor])]

  /// Remembers the present values of the weights of some parts.
  public init(of parts: some Sequence<LearnablePart>) {
    self.parts = parts.map { part in (part, part.parameters.map { $0.value.detached() }) }
  }

  /// The decay towards the starting point, ½ α ‖θ − θ₀‖² over all weights that learn, to be added to a loss: L2-SP (Li et
  /// al., 2018), where ordinary weight decay pulls towards zero and forgets.
  public func decay(_ strength: Float) -> Tensor {
    let squares = parts.flatMap { part, values in
      zip(part.parameters, values).filter(\.0.isTrainable).map { ($0.value - $1).square().sum() }
    }
    return squares.reduce(Tensor(0)) { $0 + $1 } * (strength / 2)
  }

  /// How far each part has gone, ‖θ − θ₀‖ / ‖θ₀‖ over its weights, under its name.
  public var distances: [(name: String, distance: Float)] {
    parts.map { part, values in
      let moved = zip(part.parameters, values).map { ($0.value.detached() - $1).square().sum().item }
      let size = values.map { $0.square().sum().item }
      return (part.name, (moved.reduce(0, +) / max(size.reduce(0, +), .leastNormalMagnitude)).squareRoot())
    }
  }

  /// Puts every weight back where it was.
  public func restore() {
    for (part, values) in parts { zip(part.parameters, values).forEach { $0.set($1) } }
  }
}
