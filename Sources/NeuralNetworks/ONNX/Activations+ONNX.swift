extension ReLU: ONNXLayer {
  /// `Relu`.
  public func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) -> ONNXValue {
    graph.elementwise("Relu", input)
  }
}

extension ReLU6: ONNXLayer {
  /// `Clip` to [0, 6].
  public func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) -> ONNXValue {
    graph.elementwise("Clip", input, graph.constant(0), graph.constant(6))
  }
}

extension SiLU: ONNXLayer {
  /// x · `Sigmoid`(x).
  public func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) -> ONNXValue {
    graph.elementwise("Mul", input, graph.elementwise("Sigmoid", input).name)
  }
}

extension GELU: ONNXLayer {
  /// x · ½ · (1 + `Erf`(x / √2)): the set's version 17 has no operator of that name yet.
  public func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) -> ONNXValue {
    let scaled = graph.elementwise("Mul", input, graph.constant(Float(0.5).squareRoot()))
    let raised = graph.elementwise("Add", graph.elementwise("Erf", scaled), graph.constant(1))
    let half = graph.elementwise("Mul", input, graph.constant(0.5))
    return graph.elementwise("Mul", half, raised.name)
  }
}

extension Dropout: ONNXLayer {
  /// Nothing: at inference all pass.
  public func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) -> ONNXValue { input }
}

extension StochasticDepth: ONNXLayer {
  /// Nothing: at inference all pass.
  public func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) -> ONNXValue { input }
}
