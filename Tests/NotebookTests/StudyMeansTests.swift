import Testing

@testable import Notebook

@Suite struct StudyMeansTests {
  private enum Way: String, StudyKey {
    case short, long
  }

  private let terms = Terms([:], language: .en)

  private func study(_ short: [Double], _ long: [Double]) -> Study<Way, Double> {
    Study([.short, .long], seeds: [1, 2], term: terms, outcomes: [.short: short, .long: long])
  }

  @Test("means over the keys come one a seed, in the order of the seeds")
  func means() {
    let study = study([1, 2], [3, 8])

    #expect(study.means { $0 } == [2, 5])
    #expect(study.all == [1, 2, 3, 8])
  }

  @Test("studies of the same keys are the rows of a table, each with its own means")
  func rows() {
    let table = Study(rows: [(1, study([1, 2], [3, 8])), (2, study([0, 0], [2, 4]))])

    #expect(table[1, .long] == [3, 8])
    #expect(table.rows() == [1, 2] && table.columns() == [Way.short, .long])
    let means: Study<Int, Double> = table.rowMeans { $0 }
    #expect(means[1] == [2, 5] && means[2] == [1, 2])
  }
}
