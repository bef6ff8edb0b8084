import NeuralNetworks

/// Who is told how far each phase of a training is, and may end it.
public protocol PhaseObserver {
  /// A phase of so many steps begins, some of which an interrupted training has done before.
  func begin(_ phase: TrainingPhase, count: Int, done: Int)
  /// Some more steps of the phase are done.
  /// - Throws: what is to end the training where it was last kept.
  func advance(by steps: Int) throws
  /// The phase is over.
  func end()
  /// An epoch is over.
  func note(_ epoch: TrainingLoop.Epoch)
}

/// What takes long in a training.
public enum TrainingPhase: Sendable {
  /// Pictures go through the frozen layers, once.
  case features
  /// Batches are learnt from, in epochs.
  case learning
}
