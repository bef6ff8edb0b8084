import Autograd
import Grading

/// Features of pictures with their labels, and some without.
struct LabelledFeatures {
  let features: [[Float]]
  let labels: [Int]
  let classes: Int
  var queries: [[Float]] = []

  /// The mean of each class; empty for a class without pictures.
  var centres: [[Float]] {
    (0..<classes).map { label in
      let rows = zip(features, labels).filter { $0.1 == label }.map(\.0)
      guard let width = rows.first?.count else { return [] }
      return (0..<width).map { column in rows.reduce(0) { $0 + $1[column] } / Float(rows.count) }
    }
  }

  /// For each query the class of the nearest centre, or of the nearest among other points.
  func answers(
    to queries: [[Float]], centres points: [[Float]]? = nil,
    by distance: ([Float], [Float]) -> Float = squaredDistance
  ) -> [Int] {
    let points = points ?? centres
    return queries.map { query in
      let candidates = points.indices.filter { !points[$0].isEmpty }
      return candidates.min { distance(query, points[$0]) < distance(query, points[$1]) } ?? 0
    }
  }

  static func squaredDistance(_ one: [Float], _ other: [Float]) -> Float {
    zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }

  /// Which centres there are, and which labels are given.
  var written: [[Int]] { LabelledFeatures.written((centres, answers(to: queries))) }

  static func written(_ answer: (centres: [[Float]], labels: [Int])) -> [[Int]] {
    [answer.centres.map(\.count), answer.labels]
  }
}

extension LabelledFeatures {
  /// Classes one behind the other on a line away from 0, the later ones with more pictures.
  static func alongALine(classes: Int, _ random: inout RandomSource) -> LabelledFeatures {
    let labels = (0..<classes).flatMap { [Int](repeating: $0, count: 2 + 2 * $0) }.shuffled(using: &random)
    let features = labels.map { label in
      (0..<3).map { axis in Float((label + 1) * (axis + 1)) + random.uniform(-0.2...0.2) }
    }
    return LabelledFeatures(features: features, labels: labels, classes: classes)
  }

  /// A class with an odd picture far out, and a query beside that, but nearer to the other class's centre.
  static func outlier(around middle: Float) -> LabelledFeatures {
    LabelledFeatures(
      features: [[0, 0], [0, 1], [1, 0], [1, 1], [10, 0], [12, 4], [12, -4]].map { $0.map { $0 + middle } },
      labels: [0, 0, 0, 0, 0, 1, 1], classes: 2, queries: [[9.5, 0], [1, 2]].map { $0.map { $0 + middle } })
  }

  /// Two classes: one nearer as the crow flies, the other nearer along the axes.
  static func corner(around middle: Float) -> LabelledFeatures {
    LabelledFeatures(
      features: [[3, 3], [0, 5]].map { $0.map { $0 + middle } }, labels: [0, 1], classes: 2,
      queries: [[0, 0], [0, 4]].map { $0.map { $0 + middle } })
  }

  /// Three classes, the middle one without pictures, and queries near 0.
  static func gap(around size: Float) -> LabelledFeatures {
    LabelledFeatures(
      features: [[3, 3], [4, 3], [-3, -3], [-4, -3]].map { $0.map { $0 * size } }, labels: [0, 0, 2, 2], classes: 3,
      queries: [[0.1, 0.2], [-0.1, -0.2], [3, 3]].map { $0.map { $0 * size } })
  }
}
