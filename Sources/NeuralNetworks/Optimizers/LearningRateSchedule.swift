import Foundation

/// How the learning rate changes over training: a factor of the base rate for each step.
public struct LearningRateSchedule: Sendable {
  /// The factor at a point of training, from 0 (start) to 1 (end).
  public let factor: @Sendable (_ progress: Float) -> Float

  /// A schedule given by its factor as a function of progress in [0, 1].
  public init(_ factor: @escaping @Sendable (_ progress: Float) -> Float) {
    self.factor = factor
  }

  /// The factor for step `step` of `total`, counted from 0.
  public func factor(step: Int, of total: Int) -> Float {
    factor(Float(step) / Float(max(1, total)))
  }

  /// Always the base rate.
  public static let constant = LearningRateSchedule { _ in 1 }

  /// From 1 to 0 along half a cosine: (1 + cos πt) / 2 (Loshchilov and Hutter, 2017).
  public static let cosine = LearningRateSchedule { (1 + cos(Float.pi * $0)) / 2 }

  /// From 1 to 0 along a line.
  public static let linear = LearningRateSchedule { 1 - $0 }

  /// Times `factor` after each of `drops` equal parts of training but the last.
  public static func steps(_ drops: Int, factor: Float = 0.1) -> LearningRateSchedule {
    LearningRateSchedule { pow(factor, Float(min(drops - 1, Int($0 * Float(drops))))) }
  }

  /// Up to the base rate along a line during the share `warmUp`, then down to 0 along half a cosine (Smith, 2018).
  public static func oneCycle(warmUp: Float = 0.25) -> LearningRateSchedule {
    LearningRateSchedule { progress in
      progress < warmUp
        ? 0.04 + 0.96 * progress / warmUp : cosine.factor((progress - warmUp) / max(1 - warmUp, .leastNormalMagnitude))
    }
  }
}
