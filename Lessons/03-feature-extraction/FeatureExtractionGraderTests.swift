import ExerciseTesting
import FeatureExtractionRunner
import Grading
import Testing

@Suite struct FeatureExtractionGraders {
  @Test(arguments: FeatureExtractionWorkbook.rows.map(\.id)) func grading(id: String) throws {
    try rehearse(id, of: FeatureExtractionWorkbook.self)
  }
}
