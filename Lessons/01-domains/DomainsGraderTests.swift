import DomainsRunner
import ExerciseTesting
import Grading
import Testing

@Suite struct DomainsGraders {
  @Test(arguments: DomainsWorkbook.rows.map(\.id)) func grading(id: String) throws {
    try rehearse(id, of: DomainsWorkbook.self)
  }
}
