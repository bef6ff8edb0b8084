import BeyondRunner
import ExerciseTesting
import Grading
import Testing

@Suite struct BeyondGraders {
  @Test(arguments: BeyondWorkbook.rows.map(\.id)) func grading(id: String) throws {
    try rehearse(id, of: BeyondWorkbook.self)
  }
}
