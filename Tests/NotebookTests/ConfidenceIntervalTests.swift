import Testing

@testable import Notebook

/// Reference values: `scipy.stats.t.ppf(0.975, ν)`, `scipy.stats.t.interval` and `scipy.stats.ttest_rel`, SciPy 1.17.1.
@Suite("The interval of a mean over seeds") struct ConfidenceIntervalTests {
  @Test(
    "Student's quantile is SciPy's",
    arguments: [
      (1, 12.706204736174694), (2, 4.302652729749462), (3, 3.1824463052837078), (4, 2.7764451051977934),
      (5, 2.5705818356363146), (9, 2.262157162798205), (10, 2.228138851986274), (19, 2.0930240544083087),
      (29, 2.045229642132703), (30, 2.0422724563012378), (99, 1.9842169515864174), (1000, 1.9623390808264083),
    ])
  func quantile(degrees: Int, expected: Double) {
    #expect(abs(studentQuantile(degrees: degrees) - expected) < 1e-9 * expected)
  }

  @Test("the interval of a mean is SciPy's")
  func mean() {
    let interval = ConfidenceInterval(ofMean: [0.91, 0.93, 0.92, 0.90, 0.94])
    #expect(abs(interval.lower - 0.9003675683852244) < 1e-12)
    #expect(abs(interval.upper - 0.9396324316147755) < 1e-12)
  }

  @Test("of paired differences it is that of the paired t-test")
  func paired() {
    let (a, b) = ([0.81, 0.74, 0.9, 0.66, 0.7], [0.78, 0.76, 0.8, 0.7, 0.65])
    let interval = ConfidenceInterval(ofMean: zip(a, b).map { $0 - $1 })
    #expect(abs(interval.lower - -0.04546663433823941) < 1e-12)
    #expect(abs(interval.upper - 0.0934666343382394) < 1e-12)
  }

  @Test("of equal values it is that value, of one or none it is not a number")
  func degenerate() {
    let equal = ConfidenceInterval(ofMean: [0.1, 0.1, 0.1, 0.1, 0.1])
    #expect(equal.lower == 0.1 && equal.upper == 0.1)
    for values in [[], [1.0], [.nan, 1, 1]] { #expect(ConfidenceInterval(ofMean: values).lower.isNaN) }
  }
}
