import Autograd

/// For each picture of a batch, the best of those that were seen on the way.
struct BestPictures {
  /// Which losses are better.
  enum Wish {
    case low, high
  }

  private let wish: Wish
  private var losses: [Float] = []
  /// The best pictures so far, `[N, H, W, C]`; nil before the first were seen.
  private(set) var pictures: Tensor?

  init(wantsLoss wish: Wish) {
    self.wish = wish
  }

  /// Keeps every picture whose cross entropy for its label is better than the best so far.
  mutating func note(_ seen: Tensor, _ logits: Tensor, _ labels: [Int]) {
    let now = logits.detached().logSoftmax().picking(labels).values.map { -$0 }
    guard let kept = pictures else {
      (pictures, losses) = (seen.detached(), now)
      return
    }
    let better = zip(now, losses).map { wish == .low ? $0 < $1 : $0 > $1 }
    let rows = better.indices.map { row in (better[row] ? seen.detached() : kept).slice(row..<row + 1, along: 0) }
    pictures = Tensor.concatenated(rows)
    losses = better.indices.map { better[$0] ? now[$0] : losses[$0] }
  }
}
