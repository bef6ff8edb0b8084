import Autograd
import Testing

/// A call with shapes that do not fit each other, and what the message must name.
struct Misfit: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let words: [String]
  let call: @Sendable () -> Void

  init(_ name: String, _ words: String..., call: @escaping @Sendable () -> Void) {
    testDescription = name
    self.words = words
    self.call = call
  }
}

private func zeros(_ shape: Int...) -> Tensor { Tensor(shape: shape, filledWith: 0) }

private let misfits: [Misfit] = [
  .init("values for a shape", "[2, 3]", "5") { _ = Tensor([1, 2, 3, 4, 5], shape: [2, 3]) },
  .init("a sum", "[2, 3]", "[2, 4]") { _ = zeros(2, 3) + zeros(2, 4) },
  .init("a product with broadcasting", "[5, 1, 3]", "[4, 2]") { _ = zeros(5, 1, 3) * zeros(4, 2) },
  .init("a matrix product", "[2, 3]", "[4, 5]") { _ = zeros(2, 3).matrixProduct(zeros(4, 5)) },
  .init("a linear map", "[2, 3]", "[5, 4]") { _ = zeros(2, 3).linear(weight: zeros(5, 4)) },
  .init("a convolution", "[1, 8, 8, 3]", "[4, 2, 3, 3]") { _ = zeros(1, 8, 8, 3).convolved(weight: zeros(4, 2, 3, 3)) },
  .init("a convolution of pictures that are too small", "[1, 2, 8, 3]", "[4, 3, 3, 3]") {
    _ = zeros(1, 2, 8, 3).convolved(weight: zeros(4, 3, 3, 3))
  },
  .init("a convolution's bias", "[3]", "[4, 3, 3, 3]") {
    _ = zeros(1, 8, 8, 3).convolved(weight: zeros(4, 3, 3, 3), bias: zeros(3))
  },
  .init("a convolution's addend", "[1, 8, 8, 4]", "[1, 6, 6, 4]") {
    _ = zeros(1, 8, 8, 3).convolved(weight: zeros(4, 3, 3, 3), plus: zeros(1, 8, 8, 4))
  },
  .init("another shape", "[2, 3]", "[4, 2]") { _ = zeros(2, 3).reshaped([4, 2]) },
  .init("another order of the axes", "[0, 0]", "[2, 3]") { _ = zeros(2, 3).permuted([0, 0]) },
  .init("a slice", "1..<4", "axis 0", "[3, 2]") { _ = zeros(3, 2).slice(1..<4, along: 0) },
  .init("a concatenation", "[2, 4, 3]", "[2, 3, 4]", "axis 0") {
    _ = Tensor.concatenated([zeros(2, 3, 4), zeros(2, 4, 3)])
  },
  .init("a concatenation of other axes", "[6]", "[2, 3]", "axis 1") {
    _ = Tensor.concatenated([zeros(2, 3), zeros(6)], along: 1)
  },
  .init("a single value", "[2]") { _ = zeros(2).item },
  .init("an upstream gradient", "[3, 2]", "[2, 3]") {
    _ = (zeros(2, 3).requiringGradient() * 2).gradients(upstream: zeros(3, 2))
  },
]

@Suite struct PreconditionTests {
  @Test("shapes that do not fit end the process, and the message names both", arguments: misfits)
  func endsWithBothShapes(_ misfit: Misfit) async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      [name = misfit.testDescription as String] in
      misfits.first { $0.testDescription == name }?.call()
    }
    let message = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    for words in misfit.words { #expect(message.contains(words), "\(message)") }
  }
}
