import Autograd
import TransferLearning

/// Groups of samples that lie near each other: k means (Lloyd, 1982).
///
/// The first centres are samples, each as far as can be from those before it.
struct Clusters {
  /// The group of each sample.
  private(set) var groups: [Int]

  /// Parts samples `[n, d]` in `count` groups.
  init(of samples: Tensor, count: Int) {
    let all = samples.shape[0]
    var chosen = [0]
    while chosen.count < min(count, all) {
      let distances = squaredDistances(from: samples, to: samples.gather(rows: chosen))
      let (values, width) = (distances.values, chosen.count)
      let nearest = (0..<all).map { row in values[row * width..<(row + 1) * width].min() ?? 0 }
      chosen.append(nearest.indices.max { (nearest[$0], $1) < (nearest[$1], $0) } ?? 0)
    }
    var centres = samples.gather(rows: chosen)
    groups = []
    for _ in 0..<30 {
      let found = (squaredDistances(from: samples, to: centres) * -1).indicesOfLargest()
      guard found != groups else { return }
      groups = found
      centres = Tensor.concatenated(
        chosen.indices.map { group in
          let members = found.indices.filter { found[$0] == group }
          guard !members.isEmpty else { return centres.gather(rows: [group]) }
          return samples.gather(rows: members).mean(along: [0], keepingAxes: true)
        })
    }
  }

  /// The share of samples that have the most common label of their group, in [0, 1].
  func purity(of labels: [Int]) -> Float {
    let counts = Dictionary(grouping: zip(groups, labels).map { $0 }, by: \.0).values.map { members in
      Dictionary(grouping: members, by: \.1).values.map(\.count).max() ?? 0
    }
    return Float(counts.reduce(0, +)) / Float(max(1, labels.count))
  }
}
