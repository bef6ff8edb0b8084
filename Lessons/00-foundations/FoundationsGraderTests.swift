import ExerciseTesting
import FoundationsRunner
import Grading
import Testing

@Suite struct FoundationsGraders {
  @Test(arguments: FoundationsWorkbook.rows.map(\.id)) func grading(id: String) throws {
    try rehearse(id, of: FoundationsWorkbook.self)
  }
}
