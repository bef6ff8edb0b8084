import Autograd

extension ONNXGraph {
  /// The same values with the features last.
  package func rows(_ value: ONNXValue) -> ONNXValue {
    guard case .maps(let channels, let height, let width) = value.layout else { return value }
    return node(
      "Transpose", [value.name], [("perm", .integers([0, 2, 3, 1]))], layout: .rows([height, width, channels]))
  }

  /// The same values as maps.
  func maps(_ value: ONNXValue) throws -> ONNXValue {
    guard case .rows(let shape) = value.layout else { return value }
    guard shape.count == 3 else { throw ONNXError("\(value.name) has no maps, but the shape \(shape)") }
    return node(
      "Transpose", [value.name], [("perm", .integers([0, 3, 1, 2]))],
      layout: .maps(channels: shape[2], height: shape[0], width: shape[1]))
  }

  /// Another shape for rows; the batch stays.
  package func reshaped(_ value: ONNXValue, _ shape: [Int]) -> ONNXValue {
    node("Reshape", [rows(value).name, constant([0] + shape)], layout: .rows(shape))
  }

  /// The axes of rows in another order, where 0 is the batch.
  package func permuted(_ value: ONNXValue, _ axes: [Int]) -> ONNXValue {
    guard case .rows(let shape) = value.layout else { return permuted(rows(value), axes) }
    return node(
      "Transpose", [value.name], [("perm", .integers(axes))], layout: .rows(axes.dropFirst().map { shape[$0 - 1] }))
  }

  /// An operation on each value, which may have constants beside it.
  package func elementwise(_ operation: String, _ value: ONNXValue, _ constants: String...) -> ONNXValue {
    node(operation, [value.name] + constants, layout: value.layout)
  }

  /// An operation on two values of one shape, however they lie.
  package func elementwise(_ operation: String, _ left: ONNXValue, with right: ONNXValue) throws -> ONNXValue {
    switch (left.layout, right.layout) {
    case (.maps, .rows): return try elementwise(operation, left, with: maps(right))
    case (.rows, .maps): return elementwise(operation, left, rows(right).name)
    default: return elementwise(operation, left, right.name)
    }
  }

  /// x · Wᵀ + b over the last axis, with a weight as PyTorch stores it, `[outputs, inputs]`.
  package func linear(_ value: ONNXValue, _ weight: Tensor, _ bias: Tensor, named names: (String, String)) -> ONNXValue
  {
    let value = rows(value)
    guard case .rows(let shape) = value.layout, shape.count > 1 else {
      return node(
        "Gemm", [value.name, constant(weight, names.0), constant(bias, names.1)], [("transB", .integer(1))],
        layout: .rows([weight.shape[0]]))
    }
    let layout = ONNXValue.Layout.rows(shape.dropLast() + [weight.shape[0]])
    let weight = constant(weight.permuted([1, 0]), names.0)
    return elementwise("Add", node("MatMul", [value.name, weight], layout: layout), constant(bias, names.1))
  }

  /// The mean of every map, `[features]`.
  func globalMean(_ value: ONNXValue) throws -> ONNXValue {
    let maps = try maps(value)
    let means = node("GlobalAveragePool", [maps.name], layout: .maps(channels: maps.features, height: 1, width: 1))
    return node("Flatten", [means.name], layout: .rows([maps.features]))
  }
}
