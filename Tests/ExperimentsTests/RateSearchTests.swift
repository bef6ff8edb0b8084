import Experiments
import NeuralNetworks
import Notebook
import Testing

@Suite struct RateSearchTests {
  private func search(_ smoothed: [Float], endedEarly: Bool = false) -> RateSearch {
    let finder = LearningRateFinder(rates: 1e-5...1, steps: smoothed.count)
    let points = smoothed.enumerated().map { place, loss in
      LearningRateCurve.Point(rate: finder.rate(at: place), loss: loss, smoothed: loss)
    }
    return RateSearch(
      curve: LearningRateCurve(points: points, endedEarly: endedEarly), finder: finder, usualRate: 0.05)
  }

  @Test("what is suggested is said with two digits and how it was chosen, with a point in either language")
  func suggestion() {
    let search = search([1, 1, 1, 0.9, 0.5, 0.8])
    #expect(
      search.summary(.en) == """
        --learning-rate 0.01 is suggested: a tenth of 0.1, the rate at which the smoothed loss was lowest in 6 steps at \
        rates from 0.00001 on, up to 1.
        """)
    #expect(search.summary(.id).hasPrefix("--learning-rate 0.01 disarankan: sepersepuluh dari 0.1, "))
  }

  @Test("a search that ended early says so, and one in which no rate helped suggests nothing and says what is usual")
  func nothing() {
    #expect(search([1, 0.5, 3], endedEarly: true).summary(.en).hasSuffix("on, until the loss got out of hand."))
    let flat = search([1, 1, 0.999, 2])
    #expect(flat.summary(.en).hasPrefix("No learning rate is suggested: of 4 steps at rates from 0.00001 on none"))
    #expect(flat.summary(.en).hasSuffix("the usual rate is 0.05."))
    #expect(flat.summary(.id).hasPrefix("Tidak ada laju pembelajaran yang disarankan: dari 4 langkah"))
  }
}
