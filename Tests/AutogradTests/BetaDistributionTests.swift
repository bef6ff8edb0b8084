import Autograd
import Testing

@Suite struct BetaDistributionTests {
  /// Mean ½ and variance 1 / (4 (2α + 1)); within four standard errors of 20 000 draws.
  @Test("shares have the mean and the spread of Beta(α, α)", arguments: [0.01, 0.2, 1, 4.5])
  func moments(alpha: Double) {
    var random = RandomSource(seed: 7)
    let shares = (0..<20_000).map { _ in Double(random.beta(alpha)) }
    let mean = shares.reduce(0, +) / 20_000
    let variance = shares.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 20_000
    let expected = 1 / (4 * (2 * alpha + 1))
    #expect(abs(mean - 0.5) < 4 * (expected / 20_000).squareRoot())
    #expect(abs(variance / expected - 1) < 0.03)
    #expect(shares.allSatisfy { 0 <= $0 && $0 <= 1 })
  }

  /// P(X < 0.1) of Beta(0.2, 0.2) is scipy.stats.beta.cdf(0.1, 0.2, 0.2) = 0.3367.
  @Test("and lie near the ends for a small α")
  func ends() {
    var random = RandomSource(seed: 3)
    let low = (0..<20_000).count { _ in random.beta(0.2) < 0.1 }
    #expect(abs(Double(low) / 20_000 - 0.3367) < 0.014)
  }

  @Test("a gradient's norm is that of all values together, and a factor goes to each of them")
  func norm() {
    let (one, other, unused) = (
      Tensor([3, 0]).requiringGradient(), Tensor([2]).requiringGradient(), Tensor([1]).requiringGradient()
    )
    let gradients = ((one * one).sum() + other * 8).sum().gradients()
    #expect(gradients.norm(of: [one, other, unused]) == 10)
    #expect(gradients.norm(of: [one]) == 6 && gradients.norm(of: []) == 0)
    let half = gradients.scaled(by: 0.5)
    #expect(half[one]?.values == [3, 0] && half[other]?.values == [4] && half[unused] == nil)
  }
}
