import Autograd
import NeuralNetworks

extension ResidualBlock: ONNXLayer {
  func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) throws -> ONNXValue {
    let past =
      switch shortcut {
      case .identity: input
      case .padded(let stride, let newChannels): try graph.strided(input, by: stride, newChannels: newChannels)
      case .projected(let projection): try projection.onnx(of: input, named: name.joined(with: "downsample"), in: graph)
      }
    let sum = try graph.elementwise("Add", residual.onnx(of: input, named: name, in: graph), with: past)
    return graph.elementwise("Relu", sum)
  }
}

extension InvertedResidual: ONNXLayer {
  func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) throws -> ONNXValue {
    try layers.onnx(of: input, named: name.joined(with: "conv"), in: graph, plus: keepsSize ? input : nil)
  }
}

extension GatedInvertedResidual: ONNXLayer {
  func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) throws -> ONNXValue {
    try layers.onnx(of: input, named: name.joined(with: "block"), in: graph, plus: keepsSize ? input : nil)
  }
}

extension MobileBlock: ONNXLayer {
  func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) throws -> ONNXValue {
    try layers.onnx(of: input, named: name, in: graph, plus: keepsSize ? input : nil)
  }
}

extension Fire: ONNXLayer {
  func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) throws -> ONNXValue {
    func rectified(_ layer: Convolution2D, _ inner: String, _ input: ONNXValue) throws -> ONNXValue {
      graph.elementwise("Relu", try layer.onnx(of: input, named: name.joined(with: inner), in: graph))
    }
    let squeezed = try rectified(squeeze, "squeeze", input)
    return graph.concatenated([
      try rectified(expand1x1, "expand1x1", squeezed), try rectified(expand3x3, "expand3x3", squeezed),
    ])
  }
}

extension ConvNeXtBlock: ONNXLayer {
  func onnx(of input: ONNXValue, named name: String, in graph: ONNXGraph) throws -> ONNXValue {
    let rows = graph.rows(try layers.onnx(of: input, named: name.joined(with: "block"), in: graph))
    let scale = graph.constant(
      scale.value.reshaped([scale.value.count]), name.joined(with: "layer_scale"))
    return try graph.elementwise("Add", input, with: graph.elementwise("Mul", rows, scale))
  }
}

extension Sequential {
  /// The layers' output, plus another value where there is one.
  fileprivate func onnx(
    of input: ONNXValue, named name: String, in graph: ONNXGraph, plus addend: ONNXValue?
  ) throws -> ONNXValue {
    let output = try onnx(of: input, named: name, in: graph)
    return try addend.map { try graph.elementwise("Add", output, with: $0) } ?? output
  }
}
