import ExerciseTesting
import Grading
import Testing
import TrainingTricksRunner

@Suite struct TrainingTricksGraders {
  @Test(arguments: TrainingTricksWorkbook.rows.map(\.id)) func grading(id: String) throws {
    try rehearse(id, of: TrainingTricksWorkbook.self)
  }
}
