/// An array of 32-bit floats with a shape, and how it was computed where a gradient is wanted.
///
/// Values are row-major: the last axis is contiguous. Pictures are `[N, H, W, C]`: number, height, width, channels.
/// A tensor's values never change once it is made, so copies are cheap and share memory.
///
/// ```swift
/// let x = Tensor([1, 2, 3]).requiringGradient()
/// let loss = (x * x).sum()
/// loss.gradients()[x]   // [2.0, 4.0, 6.0]
/// ```
///
/// Sendable because its storage is immutable and the nodes of its history are never changed after they are made.
public struct Tensor: @unchecked Sendable {
  /// The length of each axis; empty for a single number.
  public let shape: [Int]
  let storage: Storage
  let node: Node?

  init(shape: [Int], storage: Storage, node: Node?) {
    self.shape = shape
    self.storage = storage
    self.node = node
  }

  /// A tensor whose values `fill` writes, every one of them.
  package init(shape: [Int], _ fill: (UnsafeMutableBufferPointer<Float>) -> Void) {
    precondition(shape.allSatisfy { $0 >= 0 }, "a shape has no negative lengths: \(shape)")
    let storage = Storage(count: shape.reduce(1, *))
    fill(UnsafeMutableBufferPointer(start: storage.pointer, count: storage.count))
    self.init(shape: shape, storage: storage, node: nil)
  }

  /// A tensor of values that lie in somebody else's memory, which is there as long as `owner` and is never written to.
  package init(shape: [Int], of values: UnsafeBufferPointer<Float>, ownedBy owner: AnyObject) {
    precondition(values.count == shape.reduce(1, *), "shape \(shape) does not hold \(values.count) values")
    self.init(shape: shape, storage: Storage(values, ownedBy: owner), node: nil)
  }

  /// A tensor of the given values, which must number as many as `shape` holds.
  public init(_ values: [Float], shape: [Int]) {
    precondition(
      values.count == shape.reduce(1, *), "shape \(shape) holds \(shape.reduce(1, *)) values, not \(values.count)")
    self.init(shape: shape) { target in _ = target.initialize(from: values) }
  }

  /// A vector of the given values.
  public init(_ values: [Float]) {
    self.init(values, shape: [values.count])
  }

  /// A single number, of shape `[]`.
  public init(_ value: Float) {
    self.init([value], shape: [])
  }

  /// A tensor with the same value everywhere.
  public init(shape: [Int], filledWith value: Float) {
    self.init(shape: shape) { target in target.initialize(repeating: value) }
  }

  /// The number of values.
  public var count: Int { storage.count }

  /// All values, row-major.
  public var values: [Float] {
    withValues { Array($0) }
  }

  /// The value of a tensor that holds exactly one.
  public var item: Float {
    precondition(count == 1, "item needs a tensor of one value, not of shape \(shape)")
    return withValues { $0[0] }
  }

  /// Calls `body` with the values in place, row-major; the pointer must not leave it.
  public func withValues<Result>(_ body: (UnsafeBufferPointer<Float>) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(storage) { try body(UnsafeBufferPointer(start: storage.pointer, count: storage.count)) }
  }

  /// The same values, from here on without history: no gradient flows through.
  public func detached() -> Tensor {
    Tensor(shape: shape, storage: storage, node: nil)
  }

  /// The same values as the start of a computation whose gradient is wanted.
  public func requiringGradient() -> Tensor {
    Tensor(shape: shape, storage: storage, node: Node(inputs: [], backward: { _ in [] }))
  }

  /// Whether this is the same memory, and so the same values, as another tensor's.
  package func isSame(as other: Tensor) -> Bool { storage === other.storage }

  /// Whether a gradient with respect to this tensor, or to something it was computed from, is wanted.
  public var requiresGradient: Bool { node != nil }
}

extension Tensor: CustomStringConvertible {
  /// The shape and the first values.
  public var description: String {
    let shown = withValues { $0.prefix(8).map { "\($0)" } }.joined(separator: ", ")
    return "Tensor\(shape)[\(shown)\(count > 8 ? ", …" : "")]"
  }
}

/// Calls `body` with the values of two tensors in place.
func withValues<Result>(
  _ a: Tensor, _ b: Tensor, _ body: (UnsafeBufferPointer<Float>, UnsafeBufferPointer<Float>) -> Result
) -> Result {
  a.withValues { a in b.withValues { b in body(a, b) } }
}
