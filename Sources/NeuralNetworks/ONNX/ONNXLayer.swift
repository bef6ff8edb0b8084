import Autograd
import Foundation

/// A layer that can be written as nodes of an ONNX graph, as it computes at inference.
public protocol ONNXLayer: Layer {
  /// Adds the layer's nodes to a graph, with its weights under `name`; what they give.
  /// - Throws: `ONNXError` where ONNX has nothing for it.
  func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) throws -> ONNXValue
}

extension Sequential: ONNXLayer {
  /// One layer after the other.
  public func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) throws -> ONNXValue {
    try layers.reduce(input) { try graph.append($1.layer, named: name.joined(with: $1.name), to: $0) }
  }
}

extension Sequential {
  /// The bytes of an ONNX model of these layers for pictures `[N, channels, side, side]`, which it first maps by
  /// `x · scale + shift` for each channel; its logits are `[N, classes]`.
  /// - Throws: `ONNXError` if a layer has no counterpart.
  package func onnxModel(
    name: String, side: Int, scale: [Float], shift: [Float], metadata: [String: String]
  ) throws -> Data {
    let graph = ONNXGraph()
    let pictures = ONNXValue(name: "pictures", layout: .maps(channels: scale.count, height: side, width: side))
    let columns = [scale.count, 1, 1]
    let scaled = graph.node(
      "Mul", [pictures.name, graph.constant(Tensor(scale, shape: columns), "scale")], layout: pictures.layout)
    let normalized = graph.node(
      "Add", [scaled.name, graph.constant(Tensor(shift, shape: columns), "shift")], layout: pictures.layout)
    let logits = graph.rows(try onnx(of: normalized, named: "", in: graph))
    return
      (graph.model(
        input: (pictures.name, [scale.count, side, side]), output: (logits, "logits", [logits.features]), name: name,
        metadata: metadata))
  }
}

extension String {
  /// The name of a layer within a layer, or its own where the outer has none.
  package func joined(with inner: String) -> String { isEmpty ? inner : inner.isEmpty ? self : "\(self).\(inner)" }
}
