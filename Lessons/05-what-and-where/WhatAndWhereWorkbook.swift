import Graders
import Grading
import Solutions
import WhatAndWhereExercises

/// The exercises of the lesson: what grades each, what the reader writes, and its solution.
@main
package enum WhatAndWhereWorkbook: Workbook {
  package static var rows: [Row] {
    [
      Row(
        FeatureMatchingGrader.self,
        exercise: WhatAndWhereExercises.featureMatching, solution: Solutions.featureMatching),
      Row(
        ChannelWeightsGrader.self,
        exercise: WhatAndWhereExercises.channelWeighted, solution: Solutions.channelWeighted),
      Row(TotalLossGrader.self, exercise: WhatAndWhereExercises.totalLoss, solution: Solutions.totalLoss),
      Row(MatchedStepGrader.self, exercise: WhatAndWhereExercises.matchedStep, solution: Solutions.matchedStep),
    ]
  }
}
