import Testing

@testable import Notebook

@Suite("Claims")
struct ClaimTests {
  private func claim(_ values: [Double], _ bound: Claim.Bound) -> Claim {
    Claim(id: "x", cell: "c", statement: Phrase("x"), values: values, bound: bound, format: .percent)
  }

  @Test("mean and spread are those of a sample")
  func statistics() {
    let claim = claim([2, 4, 4, 4, 5, 5, 7, 9], .atLeast(5))
    #expect(claim.mean == 5)
    #expect(abs(claim.spread - (32.0 / 7).squareRoot()) < 1e-12)
  }

  @Test("the verdict is by the mean, ends included")
  func verdict() {
    let values = [0.0, 1, 0, 1, 0.5]
    #expect(claim(values, .atLeast(0.5)).holds)
    #expect(!claim(values, .atLeast(0.51)).holds)
    #expect(claim(values, .atMost(0.5)).holds)
    #expect(!claim(values, .atMost(0.49)).holds)
    #expect(claim(values, .between(0.5, 0.6)).holds)
    #expect(!claim(values, .between(0.6, 0.7)).holds)
  }

  @Test("a mean that isn't a number never holds", arguments: [Claim.Bound.atLeast(0), .atMost(0), .between(-1, 1)])
  func notANumber(bound: Claim.Bound) {
    #expect(!claim([.nan, 0, 0, 0, 0], bound).holds)
  }

  @Test("the numbers are in the reader's language")
  func words() {
    let claim = claim([0.91, 0.93, 0.92, 0.90, 0.94], .atLeast(0.9))
    #expect(claim.measured(in: .id) == "92,0\u{A0}± 1,6%")
    #expect(claim.wanted(in: .en) == "at least 90.0\u{A0}%")
  }
}
