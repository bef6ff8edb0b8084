import Autograd
import NeuralNetworks

extension ClassToken: ONNXLayer {
  func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) throws -> ONNXValue {
    try graph.prepending(token.value, named: name, to: graph.tokens(input))
  }
}

extension PositionEmbedding: ONNXLayer {
  func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) -> ONNXValue {
    graph.elementwise("Add", input, graph.constant(embedding.value, name))
  }
}

extension FirstToken: ONNXLayer {
  func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) -> ONNXValue { graph.first(input) }
}

extension TransformerBlock: ONNXLayer {
  func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) throws -> ONNXValue {
    let attended = try graph.elementwise("Add", input, with: attention.onnx(of: input, named: name, in: graph))
    return try graph.elementwise("Add", attended, with: network.onnx(of: attended, named: name, in: graph))
  }
}
