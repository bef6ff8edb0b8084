import Autograd
import Testing
import TransferLearning

@Suite struct PrincipalComponentTests {
  /// Samples that are stretched along known directions: standard deviations 5, 2 and 0.5 along three axes turned by 30°.
  private func stretched(_ count: Int, seed: UInt64) -> Tensor {
    var random = RandomSource(seed: seed)
    let round = Tensor.normal(shape: [count, 3], random: &random)
    let (cosine, sine) = (Float(3).squareRoot() / 2, Float(0.5))
    let map = Tensor([5 * cosine, 5 * sine, 0, -2 * sine, 2 * cosine, 0, 0, 0, 0.5], shape: [3, 3])
    return round.matrixProduct(map) + Tensor([7, -3, 1])
  }

  @Test("points on a line have one direction, the line's, and their variance along it")
  func line() {
    let samples = Tensor([0, 0, 3, 4, 6, 8], shape: [3, 2])
    let components = PrincipalComponents(of: samples, count: 2)
    #expect(zip(components.directions.values, [0.6, 0.8, 0, 0]).allSatisfy { abs($0 - $1) < 1e-5 })
    #expect(abs(components.variances[0] - 25) < 1e-4 && components.variances[1] == 0)
    #expect(components.mean.values == [3, 4] && abs(components.explainedShare - 1) < 1e-5)
    #expect(zip(components(samples).values, [-5, 0, 0, 0, 5, 0]).allSatisfy { abs($0 - $1) < 1e-4 })
  }

  @Test("a known stretch is found again")
  func knownStretch() {
    let components = PrincipalComponents(of: stretched(4_000, seed: 1), count: 3)
    let expected: [Float] = [0.866, 0.5, 0, -0.5, 0.866, 0, 0, 0, 1]
    #expect(zip(components.directions.values, expected).allSatisfy { abs($0 - $1) < 0.03 })
    #expect(zip(components.variances, [25, 4, 0.25]).allSatisfy { abs($0 / $1 - 1) < 0.08 })
    #expect(abs(components.totalVariance - components.variances.reduce(0, +)) < 1e-3)
  }

  @Test(
    "directions are orthonormal, variances are those of the projections, with more samples than values and with fewer",
    arguments: [(2, 1), (2, 5), (3, 3), (17, 5), (5, 17), (33, 47), (47, 33)])
  func projections(n: Int, d: Int) {
    var random = RandomSource(seed: UInt64(100 * n + d))
    let samples = Tensor.normal(shape: [n, d], random: &random) + 3
    let count = min(n - 1, d)
    let components = PrincipalComponents(of: samples, count: count)
    let product = components.directions.matrixProduct(components.directions.transposed()).values
    for row in 0..<count {
      for column in 0..<count { #expect(abs(product[row * count + column] - (row == column ? 1 : 0)) < 2e-5) }
    }
    let projected = covariance(components(samples)).values
    for row in 0..<count {
      #expect(abs(projected[row * count + row] - components.variances[row]) < 1e-4 * components.variances[0])
    }
    #expect(components.variances == components.variances.sorted(by: >))
    #expect(abs(components.explainedShare - 1) < 1e-4)
  }

  @Test("the first few of many directions are found as well as all of them", arguments: [(400, 60), (70, 500)])
  func leading(n: Int, d: Int) {
    var random = RandomSource(seed: 9)
    let scale = Tensor((0..<d).map { 4 / Float(1 + $0) })
    let samples = Tensor.normal(shape: [n, d], random: &random) * scale
    let (few, all) = (PrincipalComponents(of: samples, count: 3), PrincipalComponents(of: samples, count: 50))
    #expect(zip(few.variances, all.variances).allSatisfy { abs($0 / $1 - 1) < 1e-5 })
    #expect(zip(few.directions.values, all.directions.values).allSatisfy { abs($0 - $1) < 1e-3 })
  }

  @Test("what does not vary has no direction, and the same samples give the same bits")
  func degenerate() {
    let same = PrincipalComponents(of: Tensor(shape: [4, 3], filledWith: 2), count: 2)
    #expect(same.variances == [0, 0] && same.explainedShare == 0 && same.directions.values.allSatisfy { $0 == 0 })
    let more = PrincipalComponents(of: Tensor([1, 2, 3, 4, 5, 7], shape: [2, 3]), count: 3)
    #expect(more.variances[1] == 0 && more.variances[2] == 0)
    let samples = stretched(50, seed: 2)
    let (first, second) = (PrincipalComponents(of: samples, count: 2), PrincipalComponents(of: samples, count: 2))
    #expect(first.directions.values == second.directions.values && first.variances == second.variances)
  }
}
