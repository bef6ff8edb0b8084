import Autograd
import NeuralNetworks

/// θ₀: the values that the layer groups of a network had before they went on learning.
///
/// ```swift
/// let start = StartingPoint(of: network.layerGroups.dropLast())
/// let loop = TrainingLoop(epochs: 20, penalty: { start.decay(0.01) })   // L2-SP
/// ```
public struct StartingPoint {
  private let groups: [(group: LayerGroup, values: [Tensor])]

  /// Remembers the present values of the weights of some layer groups.
  public init(of groups: some Sequence<LayerGroup>) {
    self.groups = groups.map { group in (group, group.parameters.map { $0.value.detached() }) }
  }

  /// The decay towards the starting point, ½ α ‖θ − θ₀‖² over all weights that learn, to be added to a loss: L2-SP (Li et
  /// al., 2018), where ordinary weight decay pulls towards zero and forgets.
  public func decay(_ strength: Float) -> Tensor {
    let squares = groups.flatMap { group, values in
      zip(group.parameters, values).filter(\.0.isTrainable).map { ($0.value - $1).square().sum() }
    }
    return squares.reduce(Tensor(0)) { $0 + $1 } * (strength / 2)
  }

  /// How far each layer group has gone, ‖θ − θ₀‖ / ‖θ₀‖ over its weights, under its name.
  public var distances: [(name: String, distance: Float)] {
    groups.map { group, values in
      let moved = zip(group.parameters, values).map { ($0.value.detached() - $1).square().sum().item }
      let size = values.map { $0.square().sum().item }
      return (group.name, (moved.reduce(0, +) / max(size.reduce(0, +), .leastNormalMagnitude)).squareRoot())
    }
  }

  /// Puts every weight back where it was.
  public func restore() {
    for (group, values) in groups { zip(group.parameters, values).forEach { $0.set($1) } }
  }
}
