import Autograd
import Testing

@Suite struct OperationTests {
  static let cases = (try? Oracle.shared.get())?.cases ?? []

  @Test("the oracle can be read and has operations in it")
  func oracleIsThere() throws {
    let oracle = try Oracle.shared.get()
    #expect(oracle.cases.count >= 67 && oracle.cases.contains { $0.flag("same") })
    #expect(oracle.optimizers.count >= 6)
  }

  @Test("an operation gives PyTorch's output and gradients, on every instruction set of this machine", arguments: cases)
  func operationAgrees(_ reference: Oracle.Case) throws {
    let before = Engine.instructionSet
    defer { _ = Engine.select(instructionSet: before) }
    for name in ["avx512", "avx2", "neon", "portable"] where Engine.select(instructionSet: name) {
      try check(reference)
    }
  }

  private func check(_ reference: Oracle.Case) throws {
    let tensors = try Oracle.shared.get().tensors
    func tensor(_ key: String?) throws -> Tensor {
      guard let key, let tensor = tensors[key] else { throw Missing(what: key ?? "a name") }
      return tensor
    }
    // Gradients are with respect to the tensors as stored; engine operations see pictures with channels last.
    let stored = try reference.inputs.mapValues { try tensor($0).requiringGradient() }
    let result = try Operation.run(reference, stored)
    let lengths = try SumLengths(
      of: reference, inputs: stored.mapValues(\.shape), output: try tensor(reference.output).shape)
    expectClose(result.output, try tensor(reference.output), sumLength: lengths.output, "output of \(reference.name)")
    for (name, key) in result.after {
      expectClose(key, try tensor(reference.after?[name]), sumLength: lengths.output, "\(name) of \(reference.name)")
    }
    #expect(!reference.gradients.isEmpty)
    let gradients = result.output.gradients(upstream: try tensor(reference.upstream))
    for (name, key) in reference.gradients {
      let gradient = try #require(stored[name].flatMap { gradients[$0] }, "\(reference.name) has none for \(name)")
      expectClose(
        gradient, try tensor(key), sumLength: try lengths.gradient(of: name), "gradient of \(name) of \(reference.name)"
      )
    }
  }

  @Test(
    "an error of a hundred-thousandth in one value of an element-wise operation is noticed",
    arguments: cases.filter { SumLengths.elementwise.contains($0.op) })
  func plantedErrorIsNoticed(_ reference: Oracle.Case) throws {
    let tensors = try Oracle.shared.get().tensors
    for key in [reference.output] + reference.gradients.values {
      let expected = try #require(tensors[key])
      let largest = try #require(expected.values.indices.max { abs(expected.values[$0]) < abs(expected.values[$1]) })
      for wrong in [expected.values[largest] * (1 + 1e-5), .nan] {
        var values = expected.values
        values[largest] = wrong
        #expect(difference(of: Tensor(values, shape: expected.shape), from: expected, sumLength: 1) != nil)
      }
      #expect(difference(of: expected, from: expected, sumLength: 1) == nil)
    }
  }
}

/// The first difference between float32 values and a reference that is too large, if any, and what is allowed.
///
/// A sum of n rounded terms is off by some √n · ε of the values' size, and the reference itself was rounded once. 8 allows
/// for the few operations before and after the sum. What is not a number is too far from all.
private func difference(of actual: Tensor, from expected: Tensor, sumLength: Int) -> (found: Float, allowed: Float)? {
  let scale = expected.values.map { abs($0) }.max() ?? 0
  let allowed = 8 * Float.ulpOfOne * Float(sumLength).squareRoot() * scale
  return zip(actual.values, expected.values).map { abs($0 - $1) }.first { !($0 <= allowed) }.map { ($0, allowed) }
}

/// Holds float32 values to a reference.
func expectClose(_ actual: Tensor, _ expected: Tensor, sumLength: Int, _ what: String) {
  #expect(actual.shape == expected.shape, "\(what): shape")
  guard actual.shape == expected.shape else { return }
  let far = difference(of: actual, from: expected, sumLength: sumLength)
  #expect(far == nil, "\(what): off by \(far?.found ?? 0), allowed \(far?.allowed ?? 0)")
}
