import Exercises
import Graders
import Grading
import Solutions

extension Workbook {
  static var featureExtraction: [Row] {
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
