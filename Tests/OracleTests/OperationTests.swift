import Autograd
import Testing

@Suite struct OperationTests {
  static let cases = (try? Oracle.shared.get())?.cases ?? []

  @Test("the oracle can be read and has operations in it")
  func oracleIsThere() throws {
    let oracle = try Oracle.shared.get()
    #expect(oracle.cases.count >= 58)
    #expect(oracle.optimizers.count >= 6)
  }

  @Test("an operation gives PyTorch's output and gradients", arguments: cases)
  func operationAgrees(_ reference: Oracle.Case) throws {
    let tensors = try Oracle.shared.get().tensors
    func tensor(_ key: String?) throws -> Tensor {
      guard let key, let tensor = tensors[key] else { throw Missing(what: key ?? "a name") }
      return tensor
    }
    // Gradients are with respect to the tensors as stored; engine operations see pictures with channels last.
    let stored = try reference.inputs.mapValues { try tensor($0).requiringGradient() }
    let result = try Operation.run(reference, stored)
    let length = try Operation.sumLength(reference, stored)
    expectClose(result.output, try tensor(reference.output), sumLength: length.output, "output of \(reference.name)")
    for (name, key) in result.after {
      expectClose(key, try tensor(reference.after?[name]), sumLength: length.output, "\(name) of \(reference.name)")
    }
    let gradients = result.output.gradients(upstream: try tensor(reference.upstream))
    for (name, key) in reference.gradients {
      guard let input = stored[name], let gradient = gradients[input] else {
        Issue.record("\(reference.name) has no gradient for \(name)")
        continue
      }
      expectClose(gradient, try tensor(key), sumLength: length.gradient, "gradient of \(name) of \(reference.name)")
    }
  }
}

/// Holds float32 values to a reference.
///
/// A sum of n rounded terms is off by some √n · ε of the terms' size, and the
/// reference itself was rounded once. 8 allows for the few operations before and after the sum.
func expectClose(_ actual: Tensor, _ expected: Tensor, sumLength: Int, _ what: String) {
  #expect(actual.shape == expected.shape, "\(what): shape")
  guard actual.shape == expected.shape else { return }
  let scale = max(1, expected.values.map { abs($0) }.max() ?? 1)
  let tolerance = 8 * Float.ulpOfOne * Float(max(1, sumLength)).squareRoot() * scale
  let worst = zip(actual.values, expected.values).map { abs($0 - $1) }.max() ?? 0
  #expect(worst <= tolerance, "\(what): off by \(worst), allowed \(tolerance)")
}
