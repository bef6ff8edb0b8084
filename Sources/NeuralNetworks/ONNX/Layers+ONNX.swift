import Autograd

extension Convolution2D: ONNXLayer {
  /// `Conv`.
  public func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) throws -> ONNXValue {
    let (maps, shape) = (try graph.maps(input), weight.value.shape)
    guard case .maps(_, let height, let width) = maps.layout else { return maps }
    let (rows, columns) = (
      padding.zeros(along: height, kernel: shape[2], stride: stride),
      padding.zeros(along: width, kernel: shape[3], stride: stride)
    )
    let inputs =
      [maps.name, graph.constant(weight.value, name.joined(with: "weight"))]
      + (bias.map { [graph.constant($0.value, name.joined(with: "bias"))] } ?? [])
    return graph.node(
      "Conv", inputs,
      [
        ("kernel_shape", .integers([shape[2], shape[3]])), ("strides", .integers([stride, stride])),
        ("pads", .integers([rows.before, columns.before, rows.after, columns.after])), ("group", .integer(groups)),
      ],
      layout: .maps(
        channels: shape[0], height: (height + rows.before + rows.after - shape[2]) / stride + 1,
        width: (width + columns.before + columns.after - shape[3]) / stride + 1))
  }
}

extension BatchNorm2D: ONNXLayer {
  /// `BatchNormalization` with the running statistics.
  public func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) throws -> ONNXValue {
    let maps = try graph.maps(input)
    let names = state.map { graph.constant($0.parameter.value, name.joined(with: $0.name)) }
    return graph.node(
      "BatchNormalization", [maps.name] + names, [("epsilon", .number(epsilon))], layout: maps.layout)
  }
}

extension LayerNorm: ONNXLayer {
  /// `LayerNormalization` over the features.
  public func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) -> ONNXValue {
    let rows = graph.rows(input)
    let names = state.map { graph.constant($0.parameter.value, name.joined(with: $0.name)) }
    return graph.node(
      "LayerNormalization", [rows.name] + names, [("axis", .integer(-1)), ("epsilon", .number(epsilon))],
      layout: rows.layout)
  }
}

extension Linear: ONNXLayer {
  /// `Gemm`, or `MatMul` and `Add` where there are several rows a picture.
  public func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) -> ONNXValue {
    graph.linear(input, weight.value, bias.value, named: (name.joined(with: "weight"), name.joined(with: "bias")))
  }
}

extension MaxPool2D: ONNXLayer {
  /// `MaxPool`.
  public func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) throws -> ONNXValue {
    let maps = try graph.maps(input)
    guard case .maps(let channels, let height, let width) = maps.layout else { return maps }
    func windows(_ length: Int) -> Int {
      (length + 2 * padding - kernel + (ceilMode ? stride - 1 : 0)) / stride + 1
    }
    return graph.node(
      "MaxPool", [maps.name],
      [
        ("kernel_shape", .integers([kernel, kernel])), ("strides", .integers([stride, stride])),
        ("pads", .integers([padding, padding, padding, padding])), ("ceil_mode", .integer(ceilMode ? 1 : 0)),
      ], layout: .maps(channels: channels, height: windows(height), width: windows(width)))
  }
}

extension GlobalAveragePool: ONNXLayer {
  /// `GlobalAveragePool`.
  public func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) throws -> ONNXValue {
    try graph.globalMean(input)
  }
}

extension AdaptiveAveragePool2D: ONNXLayer {
  /// `AveragePool`, where the maps divide into windows of one size.
  public func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) throws -> ONNXValue {
    let maps = try graph.maps(input)
    guard case .maps(let channels, let height, let width) = maps.layout else { return maps }
    guard height % size == 0, width % size == 0 else {
      throw ONNXError(
        "\(name) pools maps of \(height)×\(width) to \(size)×\(size), whose windows differ in size; ONNX has no such pool"
      )
    }
    let windows = ONNXGraph.Attribute.integers([height / size, width / size])
    return graph.node(
      "AveragePool", [maps.name], [("kernel_shape", windows), ("strides", windows)],
      layout: .maps(channels: channels, height: size, width: size))
  }
}

extension Flatten: ONNXLayer {
  /// `Flatten`, channels first, as PyTorch has it.
  public func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) throws -> ONNXValue {
    if case .rows(let shape) = input.layout, shape.count == 1 { return input }
    let maps = try graph.maps(input)
    guard case .maps(let channels, let height, let width) = maps.layout else { return maps }
    return graph.node("Flatten", [maps.name], layout: .rows([channels * height * width]))
  }
}
