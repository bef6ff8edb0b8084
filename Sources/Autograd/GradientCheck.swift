/// How far a gradient by differentiation is from one by finite differences.
///
/// For some random directions d of length 1, compares ⟨∇f(x), d⟩ with (f(x + h·d) − f(x − h·d)) / 2h, and returns the
/// largest difference divided by the length of the gradient. With h around 1e-2 and values around 1, float32 leaves
/// some 1e-3.
public func gradientError(
  at inputs: [Tensor], step: Float = 1e-2, directions: Int = 6, random: inout RandomSource,
  of function: ([Tensor]) -> Tensor
) -> Float {
  let leaves = inputs.map { $0.requiringGradient() }
  let gradients = function(leaves).gradients()
  let found = leaves.map { leaf in gradients[leaf] ?? Tensor(shape: leaf.shape, filledWith: 0) }
  let errors = (0..<directions).map { _ in
    let direction = unitDirection(inputs.map(\.shape), &random)
    func moved(_ distance: Float) -> Float { function(zip(inputs, direction).map { $0 + $1 * distance }).item }
    let measured = (moved(step) - moved(-step)) / (2 * step)
    let computed = zip(found, direction).map { ($0 * $1).sum().item }.reduce(0, +)
    return abs(measured - computed)
  }
  return (errors.max() ?? 0) / max(length(found), 1e-6)
}

private func length(_ tensors: [Tensor]) -> Float {
  tensors.map { $0.square().sum().item }.reduce(0, +).squareRoot()
}

private func unitDirection(_ shapes: [[Int]], _ random: inout RandomSource) -> [Tensor] {
  let direction = shapes.map { Tensor.normal(shape: $0, random: &random) }
  return direction.map { $0 / length(direction) }
}
