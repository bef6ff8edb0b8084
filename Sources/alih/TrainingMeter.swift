import Foundation
import NeuralNetworks

/// Prints a line for every twentieth of a training.
struct TrainingMeter {
  private var losses: [Float] = []
  private var accuracies: [Float] = []
  private let start = ContinuousClock.now

  mutating func add(_ step: TrainingLoop.Step) {
    losses.append(step.loss)
    accuracies.append(step.accuracy)
    let done = step.step + 1
    guard done == step.total || done * 20 / step.total > step.step * 20 / step.total else { return }
    let loss = losses.reduce(0, +) / Float(losses.count)
    let accuracy = accuracies.reduce(0, +) / Float(accuracies.count)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let line = String(
      format: "epoch %d, %3d %%: loss %.3f, accuracy %.1f %%, %.0f s", step.epoch + 1, 100 * done / step.total, loss,
      100 * accuracy, seconds)
    print(line)
    (losses, accuracies) = ([], [])
  }
}
