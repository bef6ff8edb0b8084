import Autograd
import Foundation
import Testing

/// Inputs as reference numbers were computed for: x_i = scale · sin(a · i + b), row-major.
func wave(_ rows: Int, _ columns: Int, _ a: Double, _ b: Double, times scale: Double = 1) -> Tensor {
  Tensor((0..<rows * columns).map { Float(scale * sin(a * Double($0) + b)) }, shape: [rows, columns])
}

/// Holds a loss of some inputs and its gradients to reference numbers.
func expect(
  _ value: Float, _ gradients: [[Float]], at inputs: [Tensor], of loss: ([Tensor]) -> Tensor,
  _ place: SourceLocation = #_sourceLocation
) {
  let leaves = inputs.map { $0.requiringGradient() }
  let result = loss(leaves)
  #expect(abs(result.item - value) < 2e-6, sourceLocation: place)
  let found = result.gradients()
  for (leaf, wanted) in zip(leaves, gradients) {
    let got = found[leaf]?.values ?? []
    #expect(got.count == wanted.count && zip(got, wanted).allSatisfy { abs($0 - $1) < 2e-6 }, sourceLocation: place)
  }
}
