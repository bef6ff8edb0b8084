import Autograd

/// A tensor that belongs to a layer and lives through training: a weight, a bias, or a running statistic.
///
/// While `isTrainable`, `value` requires a gradient; when frozen it does not, and no gradient is computed for it.
public final class Parameter {
  public private(set) var value: Tensor
  /// Whether this is a statistic that layers keep, such as a running mean, and not something that is learnt.
  public let isStatistic: Bool

  /// This weight with a batch norm folded into it, where that was wanted.
  var folded: FoldedConvolution?

  /// Whether gradients are computed and optimisers change the value.
  public var isTrainable: Bool {
    didSet { set(value) }
  }

  /// A parameter with a starting value; a statistic is never trainable.
  public init(_ value: Tensor, isStatistic: Bool = false) {
    self.isStatistic = isStatistic
    isTrainable = !isStatistic
    self.value = isStatistic ? value.detached() : value.detached().requiringGradient()
  }

  /// Replaces the value by another of the same shape.
  public func set(_ newValue: Tensor) {
    precondition(newValue.shape == value.shape, "a parameter of \(value.shape) cannot become \(newValue.shape)")
    value = isTrainable && !isStatistic ? newValue.detached().requiringGradient() : newValue.detached()
  }
}
