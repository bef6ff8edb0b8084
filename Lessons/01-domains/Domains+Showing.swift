import Datasets
import Experiments
import Notebook
import TransferLearning

extension DomainsCells {
  /// The verdicts, for the table in the text and for the figure.
  func show(_ pairs: [DomainPair], _ comparisons: [DomainComparison], on page: Page) throws {
    for (pair, comparison) in zip(pairs, comparisons) {
      page.measure("\(pair.id).x", comparison.spaceEvidence)
      page.measure("\(pair.id).y", comparison.classEvidence)
      page.measure("\(pair.id).p", comparison.distributionEvidence)
      page.measure("\(pair.id).verdict", comparison.verdict)
    }
    try DomainsFigures(page: page).pairs(pairs, comparisons)
  }

  /// The distances, for the text and for the figures; `measured[seed][pair]`.
  func show(_ measured: [[DomainDistances]], on page: Page) throws {
    let place = StylePair.place
    page.measure(
      "within", measured.map { $0[place(.photo, .painting)].discrepancy.pValue }.max() ?? 1, as: .number(digits: 3))
    page.measure("probe.control", values: measured.map { $0[0].classifier.distance }, as: .number)
    let grey = measured.map { $0[place(.photo, .grayscale)].discrepancy.pValue }
    page.measure("grey", (grey.min() ?? 0)...(grey.max() ?? 0), as: .number(digits: 3))

    // For each seed, the share of the three measures by which both far styles are farther from photos than both near ones.
    let ordered = measured.map { distances in
      let measures: [(DomainDistances) -> Float] = [\.discrepancy.discrepancy, \.coral, \.classifier.distance]
      let right = measures.count { measure in
        let far = [place(.photo, .sketch), place(.photo, .night)].map { measure(distances[$0]) }
        let near = [place(.photo, .painting), place(.photo, .grayscale)].map { measure(distances[$0]) }
        return (far.min() ?? 0) > (near.max() ?? 0)
      }
      return Float(right) / Float(measures.count)
    }
    page.claim("order", ordered, .atLeast(1), as: .percent(digits: 0))
    try DomainsFigures(page: page).distances(measured)
  }

  /// The accuracies, for the text and for the figures.
  func show(_ shifts: [[Shift]], photos: [Float], on page: Page) throws {
    let styles = Style.allCases.map { style in
      style == .photo ? photos : shifts.map { $0.first { $0.look == .init(style: style, strength: 1) }?.accuracy ?? 0 }
    }
    for (style, accuracies) in zip(Style.allCases, styles) {
      page.measure(style.rawValue, values: accuracies, as: .percent)
    }
    try DomainsFigures(page: page).accuracies(styles)
    try DomainsFigures(page: page).farther(shifts)
  }
}
