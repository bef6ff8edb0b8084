/// What a node of an ONNX graph gives, for a batch whose size stays open.
public struct ONNXValue {
  /// How the values of one picture lie.
  enum Layout: Equatable {
    /// Maps, `[channels, height, width]`, as ONNX's convolutions and pools take them.
    case maps(channels: Int, height: Int, width: Int)
    /// Rows of features, the features last: `[features]`, `[tokens, features]` or `[height, width, features]`.
    case rows([Int])
  }

  /// Its name in the graph.
  let name: String
  /// How it lies, without the axis of the batch.
  let layout: Layout

  /// How many features each place has.
  var features: Int {
    switch layout {
    case .maps(let channels, _, _): channels
    case .rows(let shape): shape[shape.count - 1]
    }
  }
}

/// Why a layer cannot be written as ONNX, in one line.
public struct ONNXError: Error, CustomStringConvertible {
  /// What is wrong.
  public let description: String

  /// An error of one line.
  public init(_ description: String) {
    self.description = description
  }
}
