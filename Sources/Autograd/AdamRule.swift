import CKernels

/// The numbers of one step of Adam (Kingma and Ba, 2015, algorithm 1), and what they make of values and their gradients.
package struct AdamRule {
  private let rule: alih_adam

  /// A step of size `rate` = learning rate / (1 − β₁ᵗ), with `root` = √(1 − β₂ᵗ), whose gradients gain `decay` times their
  /// values, and which keeps the share `kept` of each value.
  package init(rate: Float, root: Float, betas: (Float, Float), epsilon: Float, decay: Float, kept: Float) {
    rule = alih_adam(
      rate: rate, root: root, first_beta: betas.0, second_beta: betas.1, epsilon: epsilon, decay: decay, kept: kept)
  }

  /// With g = gradient + decay · value: m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g², and
  /// updated = kept · value − rate · m / (√v / root + ε).
  ///
  /// `first` holds m and `second` v; all have as many values as `values`.
  package func step(
    _ values: UnsafeBufferPointer<Float>, gradient: UnsafeBufferPointer<Float>,
    first: UnsafeMutableBufferPointer<Float>, second: UnsafeMutableBufferPointer<Float>,
    into updated: UnsafeMutableBufferPointer<Float>
  ) {
    let count = values.count
    precondition(
      gradient.count == count && first.count == count && second.count == count && updated.count == count,
      "a step of Adam for \(count) values, \(gradient.count) gradients, \(first.count) and \(second.count) running values"
    )
    withUnsafePointer(to: rule) { rule in
      alih_adam_step(
        rule, count, gradient.baseAddress, values.baseAddress, first.baseAddress, second.baseAddress,
        updated.baseAddress)
    }
  }
}
