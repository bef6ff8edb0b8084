import Testing

@testable import Notebook

@Suite("Claims")
struct ClaimTests {
  private func claim(
    _ values: [Double], _ bound: Claim.Bound, _ evidence: Claim.Evidence = .seeds
  ) -> Claim {
    Claim(
      id: "x", cell: "c", statement: Phrase("x"), values: values, evidence: evidence, bound: bound, format: .percent)
  }

  @Test("mean and spread are those of a sample")
  func statistics() {
    let claim = claim([2, 4, 4, 4, 5, 5, 7, 9], .atLeast(5))
    #expect(claim.mean == 5)
    #expect(abs(claim.spread - (32.0 / 7).squareRoot()) < 1e-12)
  }

  /// 2.9 ± 9.9 %, as measured of "the head first … is better than everything at once".
  private static let wide = [0.029, -0.07, 0.128, 0.1, -0.042]
  private static let verdicts: [(values: [Double], bound: Claim.Bound, verdict: Claim.Verdict)] = [
    (wide, .atLeast(0), .undecided), (wide, .atMost(0), .undecided), (wide, .atLeast(-0.1), .holds),
    (wide, .atLeast(0.2), .fails), (wide, .atMost(-0.1), .fails), (wide, .between(-0.2, 0.2), .holds),
    (wide, .between(0, 0.2), .undecided), (wide, .between(0.2, 0.3), .fails), (wide, .between(-0.01, 0.01), .undecided),
    ([0.5, 0.5, 0.5, 0.5, 0.5], .atLeast(0.5), .holds), ([0.5, 0.5, 0.5, 0.5, 0.5], .atMost(0.499), .fails),
    (wide, .moreThan(0), .undecided), (wide, .moreThan(-0.1), .holds), (wide, .moreThan(0.2), .fails),
    ([0, 0, 0, 0, 0], .moreThan(0), .fails), ([0, 0, 0, 0, 0], .atLeast(0), .holds),
    ([0, 0, 0, 0, 1], .atLeast(0.01), .undecided),
    // 0.9 in single precision is a little less than 0.9.
    ([Double](repeating: Double(Float(0.9)), count: 5), .atLeast(0.9), .holds),
  ]

  @Test("the interval over the seeds decides, ends included", arguments: verdicts.indices)
  func verdict(row: Int) {
    let (values, bound, verdict) = Self.verdicts[row]
    #expect(claim(values, bound).verdict == verdict)
  }

  @Test("a fact needs each value within the bound, of which there may be one")
  func facts() {
    #expect(claim([7, 8, 8, 8, 8], .atMost(8), .eachValue).verdict == .holds)
    #expect(claim([7, 8, 8, 9, 8], .atMost(8), .eachValue).verdict == .fails)
    #expect(claim([0], .atMost(0), .eachValue).verdict == .holds)
    #expect(claim([], .atMost(0), .eachValue).verdict == .fails)
    #expect(claim([1], .atMost(0), .eachValue).interval(in: .en) == nil)
  }

  @Test(
    "a value that isn't a number never holds, nor leaves it open",
    arguments: [Claim.Bound.atLeast(0), .atMost(0), .between(-1, 1)], [Claim.Evidence.seeds, .eachValue])
  func notANumber(bound: Claim.Bound, evidence: Claim.Evidence) {
    for value in [Double.nan, .infinity, -.infinity] {
      let claim = claim([value, 0, 0, 0, 0], .between(-1, 1), evidence)
      #expect(claim.verdict == .fails)
    }
    #expect(claim([.nan, 0, 0, 0, 0], bound, evidence).verdict == .fails)
  }

  @Test("the numbers are in the reader's language")
  func words() {
    let claim = claim([0.91, 0.93, 0.92, 0.90, 0.94], .atLeast(0.9))
    #expect(claim.measured(in: .id) == "92,0\u{A0}± 1,6%")
    #expect(claim.wanted(in: .en) == "at least 90.0\u{A0}%")
    #expect(claim.interval(in: .en) == "90.0–94.0\u{A0}%")
    #expect(self.claim([0.1, 0.2], .moreThan(0)).wanted(in: .id) == "lebih dari 0,0%")
    let fact = self.claim([0.25, 0.5], .atMost(0.5), .eachValue)
    #expect(fact.measured(in: .en) == "25.0–50.0\u{A0}%")
    #expect(fact.wanted(in: .id) == "masing-masing paling banyak 50,0%")
  }

  @Test("every verdict has a mark and a word of its own in each language")
  func marks() {
    #expect(Set(Claim.Verdict.allCases.map(\.mark)).count == 3)
    for language in Language.allCases { #expect(Set(Claim.Verdict.allCases.map { $0.word(language) }).count == 3) }
  }

  @Test("several claims are counted by what they came to")
  func summary() {
    let (good, bad) = (claim([1, 1, 1, 1, 1], .atLeast(1)), claim([1, 1, 1, 1, 1], .atLeast(2)))
    let open = claim(Self.wide, .atLeast(0))
    #expect([good].summary(.en) == "The claim holds" && [good, good].summary(.id) == "Semua 2 klaim terbukti")
    #expect([good, open].summary(.en) == "1 of 2 claims hold, 1 not decided" && [good, open].verdict == .undecided)
    #expect([good, bad, bad, open].summary(.en) == "1 of 4 claims hold, 2 fail, 1 not decided")
    #expect([bad, open].summary(.id) == "0 dari 2 klaim terbukti, 1 terbantah, 1 belum terputuskan")
    #expect([bad, open].verdict == .fails && [good].verdict == .holds)
  }
}
