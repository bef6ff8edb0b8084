import Graders
import Grading
import PretrainedNetworksExercises
import Solutions

/// The exercises of the lesson: what grades each, what the reader writes, and its solution.
@main
package enum PretrainedNetworksWorkbook: Workbook {
  package static var rows: [Row] {
    [
      Row(
        ConvolutionOutputSizeGrader.self,
        exercise: PretrainedNetworksExercises.outputSize, solution: Solutions.outputSize),
      Row(
        ParameterCountGrader.self,
        exercise: PretrainedNetworksExercises.parameterCount, solution: Solutions.parameterCount),
      Row(
        FeatureMapGrader.self,
        exercise: PretrainedNetworksExercises.featureMap, solution: Solutions.featureMap),
      Row(
        TopKGrader.self,
        exercise: PretrainedNetworksExercises.topClasses, solution: Solutions.topClasses),
    ]
  }
}
