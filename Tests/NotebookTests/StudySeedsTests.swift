import Charts
import Testing

@testable import Notebook

@Suite struct StudySeedsTests {
  private enum Way: String, StudyKey {
    case short, long
  }

  private let terms = Terms(["distance": Phrase(en: "distance", id: "jarak")], language: .id)

  @Test("what follows from all outcomes of a seed comes in the order of the seeds")
  func valuesPerSeed() {
    let study = Study<Way, Double>(
      [.short, .long], seeds: [1, 2, 3], term: terms, outcomes: [.short: [1, 2, 3], .long: [3, 1, 5]])

    #expect(study.perSeed { seed, outcome in Double(seed) * (outcome(.long) - outcome(.short)) } == [2, -2, 6])
    #expect(study.first(.long) == 3)
  }

  @Test("a heat map of pairs leaves the fields of those that were not studied empty")
  func heatMapWithEmptyFields() {
    let pairs = [KeyPair(1, 1), KeyPair(2, 1), KeyPair(2, 2)]
    let study = Study<KeyPair<Int, Int>, Float>(
      pairs, seeds: [1, 2], term: terms, outcomes: [pairs[0]: [0, 2], pairs[1]: [2, 4], pairs[2]: [5, 5]])
    let map = study.heatMap(value: "distance", { $0 }, lines: { ["\($0.count) runs"] })

    #expect(map.rows == ["1", "2"] && map.columns == ["1", "2"] && map.valueLabel == "jarak")
    #expect(map.values == [[1, nil], [3, 5]])
    #expect(map.cellTexts == [[["2 runs"], []], [["2 runs"], ["2 runs"]]])
  }
}
