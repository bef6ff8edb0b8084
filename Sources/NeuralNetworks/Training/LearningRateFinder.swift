import Autograd
import Foundation

/// A search for a learning rate: a short training whose rate grows from step to step, until the loss gets out of hand (Smith,
/// 2017).
///
/// The rate of step i of n is low · (high / low)^(i / (n − 1)). The losses are smoothed with memory β,
/// m ← β m + (1 − β) · loss, divided by 1 − βⁱ⁺¹, and after the first quarter of the steps the search ends once a smoothed
/// loss is more than four times the lowest; it ends as well where a number is not finite any more. Afterwards network and
/// optimiser are as they were.
///
/// ```swift
/// let curve = try LearningRateFinder().search(network, optimizer: optimizer) { epoch in
///   training.shuffledBatches(of: 20, seed: 1, epoch: epoch)
/// }
/// optimizer.learningRate = curve.suggestion ?? 0.01
/// ```
public struct LearningRateFinder: Sendable {
  /// The rates that are tried, from the first to the last.
  public var rates: ClosedRange<Float>
  /// How many steps there are at most.
  public var steps: Int
  /// β, how much of the smoothed loss is kept from step to step, in [0, 1).
  public var memory: Float

  /// A search over some rates.
  public init(rates: ClosedRange<Float> = 1e-3...3, steps: Int = 60, memory: Float = 0.8) {
    precondition(rates.lowerBound > 0 && rates.lowerBound < rates.upperBound, "no rates are between \(rates)")
    precondition(steps > 1 && 0 <= memory && memory < 1, "no search has \(steps) steps and a memory of \(memory)")
    self.rates = rates
    self.steps = steps
    self.memory = memory
  }

  /// The rate of a step, counted from 0.
  public func rate(at step: Int) -> Float {
    rates.lowerBound * pow(rates.upperBound / rates.lowerBound, Float(step) / Float(steps - 1))
  }

  /// Trains for a few steps at growing rates, on batches epoch by epoch, and says what the losses were; `advance` is told of
  /// every step.
  /// - Throws: what `advance` throws.
  public func search<BatchSequence: Sequence>(
    _ network: some Layer, optimizer: some Optimizer, advance: @escaping () throws -> Void = {},
    batches: @escaping (_ epoch: Int) -> BatchSequence
  ) throws -> LearningRateCurve where BatchSequence.Element == LabelledBatch {
    let (values, remembered, base) = (network.state.map(\.parameter.value), optimizer.memory, optimizer.learningRate)
    defer {
      zip(network.state, values).forEach { $0.parameter.set($1) }
      (optimizer.memory, optimizer.learningRate) = (remembered, base)
    }
    optimizer.learningRate = 1
    let schedule = LearningRateSchedule { [self] progress in
      rate(at: Int((progress * Float(steps)).rounded()))
    }
    let watch = Watch(self, advance)
    do {
      _ = try TrainingLoop(epochs: 1, schedule: schedule).run(network, optimizer: optimizer, observers: [watch]) { _ in
        repeated(batches)
      }
    } catch is OutOfHand {
      watch.endedEarly = true
    } catch is TrainingDivergence {
      watch.endedEarly = true
    }
    return LearningRateCurve(points: watch.points, endedEarly: watch.endedEarly)
  }

  /// As many batches as there are steps, made as they are asked for: epoch after epoch.
  private func repeated<BatchSequence: Sequence>(
    _ batches: @escaping (_ epoch: Int) -> BatchSequence
  ) -> some Sequence<LabelledBatch> where BatchSequence.Element == LabelledBatch {
    var (epoch, rest) = (0, batches(0).makeIterator())
    return (0..<steps).lazy.map { _ in
      if let batch = rest.next() { return batch }
      epoch += 1
      rest = batches(epoch).makeIterator()
      guard let batch = rest.next() else { preconditionFailure("an epoch without a batch teaches nothing") }
      return batch
    }
  }

  /// The loss is out of hand.
  private struct OutOfHand: Error {}

  /// Notes and smooths the losses, and ends the search once they are out of hand.
  private final class Watch: TrainingObserver {
    var points: [LearningRateCurve.Point] = []
    var endedEarly = false
    private let finder: LearningRateFinder
    private let advance: () throws -> Void
    private var mean: Float = 0

    init(_ finder: LearningRateFinder, _ advance: @escaping () throws -> Void) {
      (self.finder, self.advance) = (finder, advance)
    }

    func stepEnded(_ step: TrainingLoop.Step) throws {
      mean = finder.memory * mean + (1 - finder.memory) * step.loss
      let smoothed = mean / (1 - pow(finder.memory, Float(points.count + 1)))
      points.append(.init(rate: finder.rate(at: step.step), loss: step.loss, smoothed: smoothed))
      try advance()
      let lowest = points.map(\.smoothed).min() ?? smoothed
      if points.count > finder.steps / 4, smoothed > 4 * lowest { throw OutOfHand() }
    }
  }
}

/// What came of a search for a learning rate.
public struct LearningRateCurve: Sendable, Hashable {
  /// A step of the search.
  public struct Point: Sendable, Hashable {
    /// The learning rate of the step.
    public let rate: Float
    /// The loss of its batch before the step, and the smoothed one, in nats.
    public let loss, smoothed: Float

    /// A step from its numbers.
    public init(rate: Float, loss: Float, smoothed: Float) {
      (self.rate, self.loss, self.smoothed) = (rate, loss, smoothed)
    }
  }

  /// The steps in their order; rates grow.
  public let points: [Point]
  /// Whether it ended before the largest rate, since the loss got out of hand.
  public let endedEarly: Bool

  /// A curve from its points.
  public init(points: [Point], endedEarly: Bool) {
    (self.points, self.endedEarly) = (points, endedEarly)
  }

  /// The step with the lowest smoothed loss; the first of several.
  public var lowest: Point? { points.min { $0.smoothed < $1.smoothed } }

  /// A tenth of the rate at which the smoothed loss was lowest: there the loss still falls fast, and what blows it up is an order
  /// of magnitude away.
  ///
  /// Nil where the loss has not fallen by a hundredth from the first step on, so that the curve says nothing.
  public var suggestion: Float? {
    guard let first = points.first, let lowest, lowest.smoothed < 0.99 * first.smoothed else { return nil }
    return lowest.rate / 10
  }
}
