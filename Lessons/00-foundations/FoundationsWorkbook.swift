import FoundationsExercises
import Graders
import Grading
import Solutions

/// The exercises of the lesson: what grades each, what the reader writes, and its solution.
@main
package enum FoundationsWorkbook: Workbook {
  package static var rows: [Row] {
    [
      Row(SoftmaxGrader.self, exercise: FoundationsExercises.softmax, solution: Solutions.softmax),
      Row(ChainRuleGrader.self, exercise: FoundationsExercises.neuron, solution: Solutions.neuron),
      Row(ConvolveGrader.self, exercise: FoundationsExercises.convolve, solution: Solutions.convolve),
      Row(GradientStepGrader.self, exercise: FoundationsExercises.descend, solution: Solutions.descend),
      Row(MendALoopGrader.self, exercise: FoundationsExercises.learningCurve, solution: Solutions.learningCurve),
    ]
  }
}
