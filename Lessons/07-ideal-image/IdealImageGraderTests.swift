import ExerciseTesting
import Grading
import IdealImageRunner
import Testing

@Suite struct IdealImageGraders {
  @Test(arguments: IdealImageWorkbook.rows.map(\.id)) func grading(id: String) throws {
    try rehearse(id, of: IdealImageWorkbook.self)
  }
}
