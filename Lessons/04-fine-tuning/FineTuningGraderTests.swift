import ExerciseTesting
import FineTuningRunner
import Grading
import Testing

@Suite struct FineTuningGraders {
  @Test(arguments: FineTuningWorkbook.rows.map(\.id)) func grading(id: String) throws {
    try rehearse(id, of: FineTuningWorkbook.self)
  }
}
