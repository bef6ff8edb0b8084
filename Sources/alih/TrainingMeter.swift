import Foundation
import NeuralNetworks

/// Prints a line for every twentieth of a training.
struct TrainingMeter {
  private var steps: [TrainingLoop.Step] = []
  private let start = ContinuousClock.now

  mutating func add(_ step: TrainingLoop.Step) {
    steps.append(step)
    let done = step.step + 1
    guard done == step.total || done * 20 / step.total > step.step * 20 / step.total else { return }
    let mean = Score(meanOf: steps)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let line = String(
      format: "epoch %d, %3d %%: loss %.3f, accuracy %.1f %%, %.0f s", step.epoch + 1, 100 * done / step.total,
      mean.loss, 100 * mean.accuracy, seconds)
    let left = seconds * Double(step.total - done) / Double(done)
    print(done < step.total ? line + String(format: ", about %.0f s left", left) : line)
    steps = []
  }
}
