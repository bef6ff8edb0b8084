import Grading
import Notebook
import Testing

/// Tries a grader of a lesson: the solution earns all points, each typical mistake fails the check that is meant for it,
/// whatever the seed, and what it says is there in both languages.
package func rehearse(_ id: String, of workbook: any Workbook.Type) throws {
  let row = try #require(workbook.rows.first { $0.id == id })
  #expect(row.mistakes.count >= 3, "at least three typical mistakes are tried")
  for seed in UInt64(1)...5 {
    rehearseSolution(of: row, seed)
    for place in row.mistakes.indices { rehearseMistake(place, of: row, seed) }
  }
}

private func rehearseSolution(of row: Row, _ seed: UInt64) {
  let grade = row.grade(.solution, seed: seed)
  #expect(grade.outcome == .passed, "\(grade.explanation(.en))")
  #expect(grade.earned == row.points && grade.possible == row.points)
  #expect(Set(grade.checks.map(\.id)).count == grade.checks.count, "two checks of one name")
  for phrase in grade.checks.flatMap({ [$0.what, $0.next] }) {
    #expect(!phrase.en.isEmpty && !phrase.id.isEmpty && phrase.en != phrase.id)
  }
}

private func rehearseMistake(_ place: Int, of row: Row, _ seed: UInt64) {
  let (grade, mistake) = (row.grade(.mistake(place), seed: seed), row.mistakes[place])
  let failed = grade.checks.filter { !$0.passed }.map(\.id)
  #expect(grade.outcome == .failed && failed.contains(mistake.check), "\(mistake.name): fails \(failed)")
  #expect(grade.earned < row.points)
  #expect(grade.explanation(.en).contains("✗ \(mistake.check): "))
}
