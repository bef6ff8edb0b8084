import ExerciseTesting
import Grading
import PretrainedNetworksRunner
import Testing

@Suite struct PretrainedNetworksGraders {
  @Test(arguments: PretrainedNetworksWorkbook.rows.map(\.id)) func grading(id: String) throws {
    try rehearse(id, of: PretrainedNetworksWorkbook.self)
  }
}
