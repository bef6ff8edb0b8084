import Autograd

extension SqueezeExcitation: ONNXLayer {
  /// The maps, each times its gate.
  public func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) throws -> ONNXValue {
    let maps = try graph.maps(input)
    let single = ONNXValue.Layout.maps(channels: maps.features, height: 1, width: 1)
    let means = graph.node("GlobalAveragePool", [maps.name], layout: single)
    let squeezed = SiLU().onnx(
      of: try graph.append(squeeze, named: name.joined(with: names.squeeze), to: means), named: "", in: graph)
    let gates = try graph.append(excite, named: name.joined(with: names.excite), to: squeezed)
    return graph.elementwise("Mul", maps, graph.elementwise("Sigmoid", gates).name)
  }
}

extension MultiHeadAttention: ONNXLayer {
  /// softmax(Q Kᵀ / √d) V for each head, joined and mapped by the last matrix.
  public func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) throws -> ONNXValue {
    let tokens = graph.rows(input)
    guard case .rows(let shape) = tokens.layout, shape.count == 2 else {
      throw ONNXError("\(name) attends to tokens, not to maps")
    }
    let (count, width, depth) = (shape[0], shape[1], shape[1] / heads)
    let projected = graph.linear(
      tokens, weight.value, bias.value, named: (name.joined(with: "in_proj_weight"), name.joined(with: "in_proj_bias")))
    let parts = graph.nodes("Split", [projected.name], [("axis", .integer(-1))], outputs: 3).map {
      graph.reshaped(ONNXValue(name: $0, layout: .rows([count, width])), [count, heads, depth])
    }
    let queries = graph.elementwise(
      "Mul", graph.permuted(parts[0], [0, 2, 1, 3]), graph.constant(1 / Float(depth).squareRoot()))
    let scores = graph.node(
      "MatMul", [queries.name, graph.permuted(parts[1], [0, 2, 3, 1]).name], layout: .rows([heads, count, count]))
    let weights = graph.node("Softmax", [scores.name], [("axis", .integer(-1))], layout: scores.layout)
    let mixtures = graph.node(
      "MatMul", [weights.name, graph.permuted(parts[2], [0, 2, 1, 3]).name], layout: .rows([heads, count, depth]))
    let joined = graph.reshaped(graph.permuted(mixtures, [0, 2, 1, 3]), [count, width])
    return try graph.append(output, named: name.joined(with: "out_proj"), to: joined)
  }
}
