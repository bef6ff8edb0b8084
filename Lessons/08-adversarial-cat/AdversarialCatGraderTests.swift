import AdversarialCatRunner
import ExerciseTesting
import Grading
import Testing

@Suite struct AdversarialCatGraders {
  @Test(arguments: AdversarialCatWorkbook.rows.map(\.id)) func grading(id: String) throws {
    try rehearse(id, of: AdversarialCatWorkbook.self)
  }
}
