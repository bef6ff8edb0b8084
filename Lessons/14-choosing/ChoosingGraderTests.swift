import ChoosingRunner
import ExerciseTesting
import Grading
import Testing

@Suite struct ChoosingGraders {
  @Test(arguments: ChoosingWorkbook.rows.map(\.id)) func grading(id: String) throws {
    try rehearse(id, of: ChoosingWorkbook.self)
  }
}
