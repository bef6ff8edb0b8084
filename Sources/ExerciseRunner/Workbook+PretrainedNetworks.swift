import Exercises
import Graders
import Grading
import Solutions

extension Workbook {
  static var pretrainedNetworks: [Row] {
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
