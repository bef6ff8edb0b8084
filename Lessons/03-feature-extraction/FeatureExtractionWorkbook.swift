import Exercises
import Graders
import Grading
import Solutions

/// The exercises of the lesson: what grades each, what the reader writes, and its solution.
package enum FeatureExtractionWorkbook {
  package static var rows: [Row] {
    [
      Row(
        FreezeGrader.self,
        exercise: Exercises.freezeBase, solution: Solutions.freezeBase),
      Row(
        ReplaceHeadGrader.self,
        exercise: Exercises.replacingHead, solution: Solutions.replacingHead),
      Row(
        NearestClassCentreGrader.self,
        exercise: Exercises.nearestClassCentres, solution: Solutions.nearestClassCentres),
      Row(
        CachedFeaturesGrader.self,
        exercise: Exercises.trainHead, solution: Solutions.trainHead),
      Row(
        OneOutputPerPictureGrader.self,
        exercise: Exercises.learntHead, solution: Solutions.learntHead),
    ]
  }
}
