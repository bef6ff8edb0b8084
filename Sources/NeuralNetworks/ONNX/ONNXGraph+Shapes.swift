import Autograd

extension ONNXGraph {
  /// Every `stride`-th row and column, and maps of zeros on both sides of the channels.
  package func strided(_ value: ONNXValue, by stride: Int, newChannels: Int) throws -> ONNXValue {
    let maps = try maps(value)
    guard case .maps(let channels, let height, let width) = maps.layout else { return maps }
    let (rows, columns) = ((height + stride - 1) / stride, (width + stride - 1) / stride)
    let fewer = node(
      "Slice",
      [
        maps.name, constant([0, 0]), constant([height, width]), constant([2, 3]), constant([stride, stride]),
      ], layout: .maps(channels: channels, height: rows, width: columns))
    let before = newChannels / 2
    return node(
      "Pad", [fewer.name, constant([0, before, 0, 0, 0, newChannels - before, 0, 0])],
      layout: .maps(channels: channels + newChannels, height: rows, width: columns))
  }

  /// Maps of one size, one behind the other.
  package func concatenated(_ parts: [ONNXValue]) -> ONNXValue {
    guard case .maps(_, let height, let width) = parts[0].layout else { return parts[0] }
    return node(
      "Concat", parts.map(\.name), [("axis", .integer(1))],
      layout: .maps(channels: parts.map(\.features).reduce(0, +), height: height, width: width))
  }

  /// The places of maps as tokens, row by row, `[places, features]`.
  package func tokens(_ value: ONNXValue) throws -> ONNXValue {
    let places = rows(value)
    guard case .rows(let shape) = places.layout, shape.count == 3 else { throw ONNXError("\(value.name) has no maps") }
    return reshaped(places, [shape[0] * shape[1], shape[2]])
  }

  /// The same first token `[1, 1, features]` in front of every picture's.
  package func prepending(_ token: Tensor, named name: String, to value: ONNXValue) throws -> ONNXValue {
    guard case .rows(let shape) = value.layout, shape.count == 2 else { throw ONNXError("\(name) wants tokens") }
    let count = node("Shape", [value.name], [("start", .integer(0)), ("end", .integer(1))], layout: .rows([1]))
    let sizes = node(
      "Concat", [count.name, constant([1, shape[1]])], [("axis", .integer(0))], layout: .rows([3]))
    let first = node("Expand", [constant(token, name), sizes.name], layout: .rows([1, shape[1]]))
    return node("Concat", [first.name, value.name], [("axis", .integer(1))], layout: .rows([shape[0] + 1, shape[1]]))
  }

  /// The first token of every picture, `[features]`.
  package func first(_ value: ONNXValue) -> ONNXValue {
    let only = node(
      "Gather", [value.name, constant([0])], [("axis", .integer(1))], layout: .rows([1, value.features]))
    return reshaped(only, [value.features])
  }
}
