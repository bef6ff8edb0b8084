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
    var found: [String: Tensor] = [:]
    collect(names, prefix: "", input, mode, into: &found)
    for name in names { precondition(found[name] != nil, "no layer is called \(name)") }
    return found
  }

  /// Runs up to the last wanted layer; `nil` once all are found.
  @discardableResult
  private func collect(
    _ wanted: [String], prefix: String, _ input: Tensor, _ mode: Mode, into found: inout [String: Tensor]
  ) -> Tensor? {
    var current = input
    for (name, layer) in layers {
      let path = prefix + name
      if let inner = layer as? Sequential, wanted.contains(where: { $0.hasPrefix(path + ".") }) {
        guard let output = inner.collect(wanted, prefix: path + ".", current, mode, into: &found) else { return nil }
        current = output
      } else {
        current = layer(current, mode)
      }
      if wanted.contains(path) { found[path] = current }
      if wanted.allSatisfy({ found[$0] != nil }) { return nil }
    }
    return current
  }

  /// Every layer's state under the layer's name; a layer that is one parameter, without a name of its own, under that alone.
  public var state: [(name: String, parameter: Parameter)] {
    layers.flatMap { name, layer in
      layer.state.map { ($0.name.isEmpty ? name : "\(name).\($0.name)", $0.parameter) }
    }
  }
}
