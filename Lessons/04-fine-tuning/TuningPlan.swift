import Experiments

/// With how many pictures and epochs networks are compared, where both depend on what a network costs.
struct TuningPlan {
  /// Pictures of each class to learn from, at most.
  let perClass: Int
  /// Times that every picture is seen in fine-tuning.
  let epochs: Int
  /// The same from scratch, which has more to learn.
  let scratchEpochs: Int

  /// Plans from the dearest to the cheapest.
  static let all = [
    TuningPlan(perClass: 100, epochs: 8, scratchEpochs: 16), TuningPlan(perClass: 50, epochs: 8, scratchEpochs: 16),
    TuningPlan(perClass: 20, epochs: 8, scratchEpochs: 24), TuningPlan(perClass: 10, epochs: 10, scratchEpochs: 30),
    TuningPlan(perClass: 5, epochs: 12, scratchEpochs: 40), TuningPlan(perClass: 5, epochs: 6, scratchEpochs: 12),
    TuningPlan(perClass: 4, epochs: 3, scratchEpochs: 6),
  ]

  /// The pictures that go through the network over five seeds: a training step counts as three of them, one on the upper half
  /// of the network as two.
  func passes(classes: Int) -> Int {
    let (own, test) = (perClass * classes, max(10, perClass / 2) * classes)
    let learning = own * (1 + epochs * 2 + epochs * 3 + scratchEpochs * 3)
    let watching = min(test, 60) * (2 * epochs + scratchEpochs)
    // Fewer pictures, in the second cell, come to about a third of that.
    return 5 * (learning + watching + 8 * (own + test)) * 4 / 3
  }
}
