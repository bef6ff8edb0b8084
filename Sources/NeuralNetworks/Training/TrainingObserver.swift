/// Who is told how a training goes, and may end it: progress, a checkpoint, early stopping.
///
/// ```swift
/// try loop.run(
///   network, optimizer: optimizer,
///   observers: [
///     EarlyStopping(patience: 3), StepObserver { step in meter.add(step) },
///     EpochObserver { run in try file.keep(run.checkpoint) },
///   ], validate: { network.score(on: validation) }, batches: batches)
/// ```
public protocol TrainingObserver {
  /// The first epoch, or the first after a checkpoint, is about to begin.
  func trainingBegan(_ run: TrainingRun) throws
  /// A step is done.
  func stepEnded(_ step: TrainingLoop.Step) throws
  /// An epoch is over, the last of `run.epochs`.
  func epochEnded(_ run: TrainingRun) throws
  /// The last epoch is over.
  func trainingEnded(_ run: TrainingRun) throws
}

extension TrainingObserver {
  /// Does nothing.
  public func trainingBegan(_ run: TrainingRun) throws {}
  /// Does nothing.
  public func stepEnded(_ step: TrainingLoop.Step) throws {}
  /// Does nothing.
  public func epochEnded(_ run: TrainingRun) throws {}
  /// Does nothing.
  public func trainingEnded(_ run: TrainingRun) throws {}
}

/// Tells a closure of every step.
public struct StepObserver: TrainingObserver {
  private let body: (TrainingLoop.Step) throws -> Void

  /// An observer that calls `body` after every step, and ends the training with what it throws.
  public init(_ body: @escaping (TrainingLoop.Step) throws -> Void) { self.body = body }

  /// Calls the closure.
  public func stepEnded(_ step: TrainingLoop.Step) throws { try body(step) }
}

/// Tells a closure of every epoch.
public struct EpochObserver: TrainingObserver {
  private let body: (TrainingRun) throws -> Void

  /// An observer that calls `body` after every epoch, and ends the training with what it throws.
  public init(_ body: @escaping (TrainingRun) throws -> Void) { self.body = body }

  /// Calls the closure.
  public func epochEnded(_ run: TrainingRun) throws { try body(run) }
}

/// Ends a training once it knows what it learns from: after the first epoch whose mean loss is below a bound.
public struct LossBound: TrainingObserver {
  private let bound: Float

  /// Ends a training after an epoch whose mean loss is below `bound`, in nats.
  public init(below bound: Float) { self.bound = bound }

  /// Looks at the epoch's loss.
  public func epochEnded(_ run: TrainingRun) throws {
    if let loss = run.epochs.last?.training.loss, loss < bound { run.end() }
  }
}
