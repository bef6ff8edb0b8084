import Autograd
import NeuralNetworks
import Testing

@testable import TransferLearning

@Suite struct EasyTLTests {
  /// The least cost of all ways to give every picture a class and no class nothing, by trying them all.
  private func leastCost(_ costs: [[Double]]) -> Double {
    let classes = costs[0].count
    func cost(_ picture: Int, _ used: Set<Int>) -> Double {
      if picture == costs.count { return used.count == classes ? 0 : .infinity }
      return (0..<classes).map { costs[picture][$0] + cost(picture + 1, used.union([$0])) }.min() ?? .infinity
    }
    return cost(0, [])
  }

  @Test("the programme's labels cost as little as any, and leave no class empty", arguments: [(3, 3), (5, 2), (6, 4)])
  func programme(pictures: Int, classes: Int) {
    for seed in 0..<20 {
      var random = RandomSource(seed: UInt64(seed))
      // Later classes are dearer by so much that nearest centres alone would leave some empty.
      let costs = (0..<pictures).map { _ in (0..<classes).map { Double(random.uniform()) + 0.5 * Double($0) } }
      let labels = IntraDomainProgramme(costs: costs).labels()
      #expect(Set(labels).count == classes)
      let found = zip(costs, labels).reduce(0) { $0 + $1.0[$1.1] }
      #expect(abs(found - leastCost(costs)) < 1e-9, "seed \(seed): \(labels)")
    }
  }

  @Test("where no class would be empty every picture goes to its nearest centre")
  func nearest() {
    #expect(IntraDomainProgramme(costs: [[1, 2], [3, 1], [0, 5]]).labels() == [0, 1, 0])
  }

  @Test("roots of a matrix give it back, and its inverse", arguments: [1, 3, 17, 33])
  func roots(size: Int) {
    var random = RandomSource(seed: 7)
    let samples = Tensor.normal(shape: [size + 5, size], standardDeviation: 3, random: &random)
    let matrix = covariance(samples) + Tensor.identity(size)
    let roots = squareRoots(of: matrix)
    let scale = matrix.values.map(abs).max() ?? 1
    let again = (roots.root.matrixProduct(roots.root) - matrix).values
    #expect(again.allSatisfy { abs($0) < 1e-4 * scale })
    let one = (roots.root.matrixProduct(roots.inverse) - Tensor.identity(size)).values
    #expect(one.allSatisfy { abs($0) < 1e-3 })
  }

  @Test("alignment brings the covariance nearer to the target's")
  func alignment() {
    var random = RandomSource(seed: 8)
    let source = Tensor.normal(shape: [200, 4], random: &random)
    let target = Tensor.normal(shape: [200, 4], random: &random) * Tensor([1, 2, 3, 4])
    let before = coralDistance(source: source, target: target).item
    let after = coralDistance(source: coralAligned(source, to: target), target: target).item
    #expect(after < before / 2)
  }

  @Test("a shifted and stretched target is labelled rightly, where the nearest class centre fails")
  func shiftedTarget() {
    var random = RandomSource(seed: 9)
    let noise = Tensor.normal(shape: [90, 2], standardDeviation: 0.3, random: &random)
    let labels = (0..<90).map { $0 % 3 }
    let corners: [Float] = [0, 0, 3, 0, 0, 3]
    let places = Tensor(labels.flatMap { [corners[2 * $0], corners[2 * $0 + 1]] }, shape: [90, 2]) + noise
    let source = FeatureSet<Learning>(features: places, labels: labels)
    let target = FeatureSet<Learning>(features: places * Tensor([2, 3]) + Tensor([20, -10]), labels: labels)
    #expect(EasyTL().fitted(to: source).accuracy(on: target) == 1)
    #expect(NearestClassCentre().fitted(to: source).accuracy(on: target) < 0.5)
  }
}
