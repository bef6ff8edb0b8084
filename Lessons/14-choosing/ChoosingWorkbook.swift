import ChoosingExercises
import Graders
import Grading
import Solutions

/// The exercises of the lesson: what grades each, what the reader writes, and its solution.
@main
package enum ChoosingWorkbook: Workbook {
  package static var rows: [Row] {
    [
      Row(LEEPGrader.self, exercise: ChoosingExercises.leep, solution: Solutions.leep),
      Row(
        NegativeTransferGrader.self, exercise: ChoosingExercises.transferEffect, solution: Solutions.transferEffect),
      Row(HonestSourceGrader.self, exercise: ChoosingExercises.chosenSource, solution: Solutions.chosenSource),
    ]
  }
}
