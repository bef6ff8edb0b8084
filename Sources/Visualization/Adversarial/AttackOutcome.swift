import Autograd
import NeuralNetworks

/// What an attacker wants of a picture.
public enum AttackGoal: Sendable, Hashable {
  /// Another answer than this class.
  case anythingBut(Int)
  /// This class.
  case target(Int)

  /// The class that it is about.
  public var label: Int {
    switch self {
    case .anythingBut(let label), .target(let label): label
    }
  }

  /// Whether a picture is a success: its largest logit is that of the target, or is not that of the class to avoid.
  ///
  /// It is the only definition of success in the course.
  public func isReached(by answer: Int) -> Bool {
    switch self {
    case .anythingBut(let label): answer != label
    case .target(let label): answer == label
    }
  }
}

/// What has become of a picture under attack.
public struct AttackOutcome: Sendable {
  /// The network's probabilities before and after.
  public let before, after: [Float]
  /// Whether the goal is reached.
  public let isSuccess: Bool
  /// How far the picture has gone.
  public let distance: PictureDistance

  /// The outcome for one picture `[1, H, W, C]`: of what was read back from a file, if that is what is passed.
  public init(of attacked: Tensor, from original: Tensor, by network: some Layer, goal: AttackGoal) {
    let logits = network.whileFrozen { network(attacked) }
    before = network.whileFrozen { network(original) }.softmax().values
    after = logits.softmax().values
    isSuccess = goal.isReached(by: logits.indicesOfLargest()[0])
    distance = PictureDistance(from: original, to: attacked)
  }
}

extension Layer {
  /// The share of pictures `[N, H, W, C]` for which the goals are reached, in [0, 1].
  public func successRate(of pictures: Tensor, goals: [AttackGoal]) -> Float {
    let answers = whileFrozen { self(pictures) }.indicesOfLargest()
    return Float(zip(goals, answers).count { $0.isReached(by: $1) }) / Float(max(1, goals.count))
  }
}
