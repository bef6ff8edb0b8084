import Autograd
import Foundation

/// A network's graph in the Open Neural Network Exchange format, as it is put together layer by layer.
///
/// Operators are those of version 17 of the standard set, which any runtime of 2022 or later knows; weights keep PyTorch's names.
/// The batch's size stays open, the pictures' size does not. (onnx.ai/onnx/operators, onnx.proto)
public final class ONNXGraph {
  private var nodes: [ProtocolBuffer] = []
  private var constants: [ProtocolBuffer] = []
  private var constantNames: Set<String> = []
  private var count = 0

  init() {}

  /// An attribute of a node.
  enum Attribute {
    case integer(Int)
    case integers([Int])
    case number(Float)
    case text(String)
  }

  /// Applies a layer, whose weights are called after `name`.
  /// - Throws: `ONNXError` where ONNX has nothing for a layer, or this course does not know how to say it.
  func append(_ layer: any Layer, named name: String, to input: ONNXValue) throws -> ONNXValue {
    guard let layer = layer as? any ONNXLayer else {
      throw ONNXError("\(name) is a \(type(of: layer)), for which there is no ONNX here")
    }
    return try layer.onnx(of: input, named: name, in: self)
  }

  /// A node of the kind `operation` over named values; what it gives.
  func node(
    _ operation: String, _ inputs: [String], _ attributes: [(String, Attribute)] = [], layout: ONNXValue.Layout
  ) -> ONNXValue {
    ONNXValue(name: nodes(operation, inputs, attributes, outputs: 1)[0], layout: layout)
  }

  /// A node with several outputs; their names.
  func nodes(
    _ operation: String, _ inputs: [String], _ attributes: [(String, Attribute)] = [], outputs: Int
  ) -> [String] {
    let names = (0..<outputs).map { _ in
      count += 1
      return "\(operation)_\(count)"
    }
    var node = ProtocolBuffer()
    for input in inputs { node.append(1, input) }
    for name in names { node.append(2, name) }
    node.append(3, names[0])
    node.append(4, operation)
    for (name, attribute) in attributes { node.append(5, ONNXGraph.message(name, attribute)) }
    nodes.append(node)
    return names
  }

  /// A tensor that the graph holds, under this name, once; its name.
  package func constant(_ tensor: Tensor, _ name: String) -> String {
    guard constantNames.insert(name).inserted else { return name }
    let data = tensor.withValues { Data(buffer: $0) }
    constants.append(ONNXGraph.tensor(shape: tensor.shape, kind: 1, data: data, name: name))
    return name
  }

  /// Integers that the graph holds, such as a shape; their name.
  package func constant(_ integers: [Int]) -> String {
    let name = "integers_" + integers.map { $0 < 0 ? "m\(-$0)" : "\($0)" }.joined(separator: "_")
    guard constantNames.insert(name).inserted else { return name }
    let data = integers.map { Int64($0) }.withUnsafeBufferPointer { Data(buffer: $0) }
    constants.append(ONNXGraph.tensor(shape: [integers.count], kind: 7, data: data, name: name))
    return name
  }

  /// A number that the graph holds; its name.
  package func constant(_ number: Float) -> String {
    constant(Tensor([number], shape: []), "number_\(number)")
  }

  /// The bytes of the whole model: pictures `[N, channels, side, side]` in, logits `[N, classes]` out.
  func model(
    input: (name: String, shape: [Int]), output: (value: ONNXValue, name: String, shape: [Int]), name: String,
    metadata: [String: String]
  ) -> Data {
    rename(output.value, output.name)
    var graph = ProtocolBuffer()
    for node in nodes { graph.append(1, node) }
    graph.append(2, name)
    for constant in constants { graph.append(5, constant) }
    graph.append(11, ONNXGraph.information(input.name, input.shape))
    graph.append(12, ONNXGraph.information(output.name, output.shape))
    var model = ProtocolBuffer()
    model.append(1, 8)
    model.append(2, "alih")
    model.append(7, graph)
    var operators = ProtocolBuffer()
    operators.append(1, "")
    operators.append(2, 17)
    model.append(8, operators)
    for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
      var entry = ProtocolBuffer()
      entry.append(1, key)
      entry.append(2, value)
      model.append(14, entry)
    }
    return model.bytes
  }

  private func rename(_ value: ONNXValue, _ name: String) {
    var node = ProtocolBuffer()
    node.append(1, value.name)
    node.append(2, name)
    node.append(3, name)
    node.append(4, "Identity")
    nodes.append(node)
  }

  private static func tensor(shape: [Int], kind: Int, data: Data, name: String) -> ProtocolBuffer {
    var tensor = ProtocolBuffer()
    for length in shape { tensor.append(1, length) }
    tensor.append(2, kind)
    tensor.append(8, name)
    tensor.append(9, data)
    return tensor
  }

  private static func message(_ name: String, _ attribute: Attribute) -> ProtocolBuffer {
    var message = ProtocolBuffer()
    message.append(1, name)
    switch attribute {
    case .number(let value):
      message.append(2, value)
      message.append(20, 1)
    case .integer(let value):
      message.append(3, value)
      message.append(20, 2)
    case .text(let value):
      message.append(4, value)
      message.append(20, 3)
    case .integers(let values):
      for value in values { message.append(8, value) }
      message.append(20, 7)
    }
    return message
  }

  /// What is said of an input or output: numbers of 32 bits, a batch of any size, and the rest of the shape.
  private static func information(_ name: String, _ shape: [Int]) -> ProtocolBuffer {
    var batch = ProtocolBuffer()
    batch.append(2, "N")
    var dimensions = ProtocolBuffer()
    dimensions.append(1, batch)
    for length in shape {
      var dimension = ProtocolBuffer()
      dimension.append(1, length)
      dimensions.append(1, dimension)
    }
    var tensor = ProtocolBuffer()
    tensor.append(1, 1)
    tensor.append(2, dimensions)
    var type = ProtocolBuffer()
    type.append(1, tensor)
    var information = ProtocolBuffer()
    information.append(1, name)
    information.append(2, type)
    return information
  }
}
