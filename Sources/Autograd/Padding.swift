/// The zeros around pictures that a convolution sees.
///
/// ```swift
/// Padding.same.zeros(along: 224, kernel: 3, stride: 2)   // (before: 0, after: 1)
/// Padding.zeros(1).zeros(along: 224, kernel: 3, stride: 2)   // (before: 1, after: 1)
/// ```
public enum Padding: Sendable, Hashable, ExpressibleByIntegerLiteral {
  /// So many on every side, at least 0.
  case zeros(Int)
  /// As many as ⌈length / stride⌉ outputs along a side need, TensorFlow's `SAME`: half of them before the picture, and an odd
  /// one behind it.
  ///
  /// With an odd kernel and a stride of 1 these are as many on every side; with another stride it depends on the length.
  case same

  /// So many on every side.
  public init(integerLiteral value: Int) { self = .zeros(value) }

  /// The zeros before and after the `length` pixels of a side; for `same` together
  /// max(0, (⌈length / stride⌉ − 1) · stride + dilation · (kernel − 1) + 1 − length).
  public func zeros(
    along length: Int, kernel: Int, stride: Int = 1, dilation: Int = 1
  ) -> (before: Int, after: Int) {
    switch self {
    case .zeros(let count): return (count, count)
    case .same:
      let outputs = (length + stride - 1) / stride
      let all = max(0, (outputs - 1) * stride + dilation * (kernel - 1) + 1 - length)
      return (all / 2, all - all / 2)
    }
  }
}
