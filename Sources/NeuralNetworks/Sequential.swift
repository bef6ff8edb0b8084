import Autograd

/// Layers one after the other, each under a name; names of inner layers are joined by dots, as in PyTorch.
///
/// ```swift
/// let network = Sequential([("conv", Convolution2D(3, 8, kernel: 3, random: &random)), ("relu", ReLU())])
/// network.state.map(\.name)   // ["conv.weight", "conv.bias"]
/// ```
public struct Sequential: Layer {
  /// The layers with their names, from the input on.
  public let layers: [(name: String, layer: any Layer)]

  /// A network of named layers.
  public init(_ layers: [(name: String, layer: any Layer)]) {
    self.layers = layers
  }

  /// A network whose layers are called 0, 1, 2, ….
  public init(numbered layers: [any Layer]) {
    self.init(layers.enumerated().map { ("\($0.offset)", $0.element) })
  }

  /// The output of the last layer.
  ///
  /// A convolution is computed in one pass with the activation behind it and, where nothing is learnt, a batch norm between.
  public func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor {
    output(of: input, mode, sum: nil)
  }

  /// The rectified sum of the last layer's output and `addend`, as residual blocks need it.
  public func callAsFunction(
    _ input: Tensor, _ mode: Mode, plus addend: Tensor, rectification: Rectification = .none
  ) -> Tensor {
    output(of: input, mode, sum: FusedSum(addend: addend, rectification: rectification))
  }

  private func output(of input: Tensor, _ mode: Mode, sum: FusedSum?) -> Tensor {
    var current = input
    var index = 0
    while index < layers.count {
      if let run = FusedRun(layers[index...].map(\.layer), mode, sum: sum), let output = run(current, mode) {
        current = output
        index += run.count
        if run.takesSum { return current }
      } else if let sum, index == layers.count - 1, let inner = layers[index].layer as? Sequential {
        return inner.output(of: current, mode, sum: sum)
      } else {
        current = layers[index].layer(current, mode)
        index += 1
      }
    }
    return sum.map { current.adding($0.addend, rectification: $0.rectification) } ?? current
  }

  /// The outputs of the named layers, in one pass that ends at the last of them.
  ///
  /// A name is that of a layer here, or of a layer inside, joined by dots. A programmer's mistake is a name that is none.
  public func outputs(of names: [String], for input: Tensor, _ mode: Mode = .inference) -> [String: Tensor] {
    // Whole sequences are computed faster than their layers one by one.
    let steps = steps { name in names.contains { $0.hasPrefix(name + ".") } }
    let ends = names.map { Sequential.end(of: $0, among: steps) }
    var (current, found) = (input, [String: Tensor]())
    for (index, step) in steps.prefix((ends.max() ?? -1) + 1).enumerated() {
      current = step.layer(current, mode)
      for (name, end) in zip(names, ends) where end == index { found[name] = current }
    }
    return found
  }

  /// The layers themselves.
  public var children: [(name: String, layer: any Layer)] { layers }

  /// The same layers but for the one of that name, here or inside; names are joined by dots.
  package func replacing(_ name: String, with replacement: any Layer) -> Sequential {
    Sequential(
      layers.map { own, layer in
        if own == name { return (own, replacement) }
        guard let inner = layer as? Sequential, name.hasPrefix(own + ".") else { return (own, layer) }
        return (own, inner.replacing(String(name.dropFirst(own.count + 1)), with: replacement))
      })
  }
}
