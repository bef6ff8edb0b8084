import Experiments
import Notebook

/// What was scored for every number of pictures a class and every depth of freezing, over some seeds.
struct DepthTable {
  let sizes: [Int]
  /// Frozen parts from the picture on; nil stands for training from scratch.
  let depths: [Int?]
  private let grids: [[[TuningScore]]]

  /// A table of `grids[seed][size][depth]`.
  init(_ grids: [[[TuningScore]]], sizes: [Int], depths: [Int?]) {
    self.grids = grids
    self.sizes = sizes
    self.depths = depths
  }

  /// The scores of one size and depth, one a seed.
  subscript(size: Int, depth: Int?) -> [TuningScore] {
    guard let row = sizes.firstIndex(of: size), let column = depths.firstIndex(of: depth) else {
      preconditionFailure("neither \(size) pictures nor that depth was tried")
    }
    return grids.map { $0[row][column] }
  }

  /// How much better one depth is on test pictures than another, one value a seed.
  func gains(of depth: Int?, over other: Int?, at size: Int) -> [Float] {
    zip(self[size, depth], self[size, other]).map { $0.test - $1.test }
  }

  /// The smallest gain over all sizes, one value a seed.
  func smallestGains(of depth: Int?, over other: Int?) -> [Float] {
    let gains = sizes.map { self.gains(of: depth, over: other, at: $0) }
    return grids.indices.map { seed in gains.map { $0[seed] }.min() ?? 0 }
  }

  /// How many parts were frozen where the mean over the seeds was best.
  func bestDepth(of size: Int) -> Int? {
    depths.compactMap(\.self).max { self[size, $0].map(\.test).mean < self[size, $1].map(\.test).mean }
  }
}
