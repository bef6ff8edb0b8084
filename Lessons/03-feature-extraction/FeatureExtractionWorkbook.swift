import FeatureExtractionExercises
import Graders
import Grading
import Solutions

/// The exercises of the lesson: what grades each, what the reader writes, and its solution.
@main
package enum FeatureExtractionWorkbook: Workbook {
  package static var rows: [Row] {
    [
      Row(
        FreezeGrader.self,
        exercise: FeatureExtractionExercises.freezeBase, solution: Solutions.freezeBase),
      Row(
        ReplaceHeadGrader.self,
        exercise: FeatureExtractionExercises.replacingHead, solution: Solutions.replacingHead),
      Row(
        NearestClassCentreGrader.self,
        exercise: FeatureExtractionExercises.nearestClassCentres, solution: Solutions.nearestClassCentres),
      Row(
        CachedFeaturesGrader.self,
        exercise: FeatureExtractionExercises.trainHead, solution: Solutions.trainHead),
      Row(
        MendAHeadGrader.self,
        exercise: FeatureExtractionExercises.learntHead, solution: Solutions.learntHead),
    ]
  }
}
