import Autograd

/// Whether a network is being used or trained; batch norm and dropout tell the difference.
public enum Mode: Sendable {
  /// Running statistics, nothing dropped.
  case inference
  /// The batch's own statistics (unless frozen), dropout active.
  case training
}

/// A part of a network: a function of a tensor with parameters that can be learnt.
public protocol Layer {
  /// The layer's output for a batch.
  func callAsFunction(_ input: Tensor, _ mode: Mode) -> Tensor
  /// The layers that it is made of, from the input on, under the names that PyTorch joins by dots; by default none.
  var children: [(name: String, layer: any Layer)] { get }
  /// Parameters and statistics under their names in PyTorch, such as `weight` or `0.running_mean`, in order; by default those
  /// of the children.
  var state: [(name: String, parameter: Parameter)] { get }
}

extension Layer {
  /// Most layers are made of no others.
  public var children: [(name: String, layer: any Layer)] { [] }

  /// The state of all children.
  public var state: [(name: String, parameter: Parameter)] { childState }

  /// The layer's output at inference.
  public func callAsFunction(_ input: Tensor) -> Tensor {
    self(input, .inference)
  }

  /// What is learnt: the state without the statistics.
  public var parameters: [Parameter] {
    state.map(\.parameter).filter { !$0.isStatistic }
  }

  /// The number of values that are learnt.
  public var parameterCount: Int {
    parameters.map(\.value.count).reduce(0, +)
  }

  /// Freezes every parameter: no gradients, no changes, batch norm keeps its running statistics.
  public func freeze() {
    parameters.forEach { $0.isTrainable = false }
  }

  /// Makes every parameter trainable again.
  public func unfreeze() {
    parameters.forEach { $0.isTrainable = true }
  }

  /// What `body` gives while every parameter is frozen; afterwards those that were trainable are so again.
  public func whileFrozen<Result>(_ body: () throws -> Result) rethrows -> Result {
    let trainable = parameters.filter(\.isTrainable)
    trainable.forEach { $0.isTrainable = false }
    defer { trainable.forEach { $0.isTrainable = true } }
    return try body()
  }
}
