import Exercises
import Graders
import Grading
import Solutions

/// The exercises of the lesson: what grades each, what the reader writes, and its solution.
package enum PretrainedNetworksWorkbook {
  package static var rows: [Row] {
    [
      Row(
        ConvolutionOutputSizeGrader.self,
        exercise: Exercises.outputSize, solution: Solutions.outputSize),
      Row(
        ParameterCountGrader.self,
        exercise: Exercises.parameterCount, solution: Solutions.parameterCount),
      Row(
        FeatureMapGrader.self,
        exercise: Exercises.featureMap, solution: Solutions.featureMap),
      Row(
        TopKGrader.self,
        exercise: Exercises.topClasses, solution: Solutions.topClasses),
    ]
  }
}
