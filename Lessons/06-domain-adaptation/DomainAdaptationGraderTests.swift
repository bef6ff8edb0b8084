import DomainAdaptationRunner
import ExerciseTesting
import Grading
import Testing

@Suite struct DomainAdaptationGraders {
  @Test(arguments: DomainAdaptationWorkbook.rows.map(\.id)) func grading(id: String) throws {
    try rehearse(id, of: DomainAdaptationWorkbook.self)
  }
}
