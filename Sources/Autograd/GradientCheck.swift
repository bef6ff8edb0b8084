/// How far a gradient by differentiation is from one by finite differences.
///
/// For a random direction d of length 1, compares ⟨∇f(x), d⟩ with (f(x + h·d) − f(x − h·d)) / 2h, and returns the
/// difference divided by the length of the gradient. With h around 1e-2 and values around 1, float32 leaves some 1e-3.
public func gradientError(
  at inputs: [Tensor], step: Float = 1e-2, random: inout RandomSource, of function: ([Tensor]) -> Tensor
) -> Float {
  let leaves = inputs.map { $0.requiringGradient() }
  let gradients = function(leaves).gradients()
  let directions = inputs.map { Tensor.normal(shape: $0.shape, random: &random) }
  func length(_ tensors: [Tensor]) -> Float { tensors.map { $0.square().sum().item }.reduce(0, +).squareRoot() }
  let unit = 1 / max(length(directions), .leastNormalMagnitude)
  func moved(_ distance: Float) -> Float {
    function(zip(inputs, directions).map { $0 + $1 * (distance * unit) }).item
  }
  let measured = (moved(step) - moved(-step)) / (2 * step)
  let found = leaves.map { leaf in gradients[leaf] ?? Tensor(shape: leaf.shape, filledWith: 0) }
  let computed = zip(found, directions).map { ($0 * $1).sum().item * unit }.reduce(0, +)
  return abs(measured - computed) / max(length(found), 1e-6)
}
