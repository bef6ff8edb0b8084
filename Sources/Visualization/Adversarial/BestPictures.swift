import Autograd

/// For each picture of a batch, the best of those that were seen on the way: one that reaches the goal before one that
/// does not, and of two that both do, or both don't, the one whose loss is better.
///
/// The goal comes first because loss alone can mislead: a picture with a higher loss for its label may still get that
/// label, where all others share the rest, while one with a lower loss does not.
struct BestPictures {
  private let goals: [AttackGoal]
  private var merits: [Merit] = []
  /// The best pictures so far, `[N, H, W, C]`; nil before the first were seen.
  private(set) var pictures: Tensor?

  init(goals: [AttackGoal]) {
    self.goals = goals
  }

  /// Keeps every picture that is better than the best so far.
  mutating func note(_ seen: Tensor, _ logits: Tensor) {
    let losses = logits.detached().logSoftmax().gather(goals.map(\.label)).values.map { -$0 }
    let now = zip(goals, zip(logits.indicesOfLargest(), losses)).map { goal, seen in
      Merit(isReached: goal.isReached(by: seen.0), gain: goal.gain(atLoss: seen.1))
    }
    guard let kept = pictures else {
      (pictures, merits) = (seen.detached(), now)
      return
    }
    let better = zip(now, merits).map { $1 < $0 }
    let rows = better.indices.map { better[$0] ? better.count + $0 : $0 }
    pictures = Tensor.concatenated([kept, seen.detached()]).gather(rows: rows)
    merits = better.indices.map { better[$0] ? now[$0] : merits[$0] }
  }
}

/// How good a picture is for an attacker.
private struct Merit: Comparable {
  let isReached: Bool
  let gain: Float

  static func < (one: Merit, other: Merit) -> Bool {
    one.isReached == other.isReached ? one.gain < other.gain : other.isReached
  }
}

extension AttackGoal {
  /// What a cross entropy for the goal's class is worth: a target wants it low, a class to avoid wants it high.
  fileprivate func gain(atLoss loss: Float) -> Float {
    switch self {
    case .anythingBut: loss
    case .target: -loss
    }
  }
}
