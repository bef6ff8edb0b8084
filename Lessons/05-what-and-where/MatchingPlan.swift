import Experiments
import ModelZoo

/// What is compared, and how often pictures are seen.
struct MatchingPlan {
  /// Pictures of each class to learn from, at most.
  let perClass: Int
  /// Versions of each picture, the first as it is, the others mirrored and shifted by chance.
  let views: Int
  /// Times that every version is seen.
  let epochs: Int
  let ways: [MatchingWay]
  let rivals: [Rival]

  static let course = MatchingPlan(
    perClass: 20, views: 8, epochs: 8, ways: MatchingWay.allCases, rivals: Rival.allCases)

  /// The largest plan that is not too dear for a network and as many classes, and whose maps fit into memory.
  static func affordable(for material: LessonMaterial) -> MatchingPlan {
    let classes = material.source.classNames.count
    let values = material.network.valuesToMatch
    let dearestFirst = [
      (20, 8, 8), (20, 8, 5), (20, 4, 5), (10, 4, 5), (10, 4, 3), (6, 4, 3), (5, 2, 2), (4, 1, 2),
    ].map {
      MatchingPlan(
        perClass: $0, views: $1, epochs: $2, ways: [.alone, .single, .oneToOne, .allToAll],
        rivals: [.alone, .allToAll, .headAlone, .fineTuned])
    }
    let fitting = dearestFirst.filter { classes * $0.perClass * $0.views * values <= room }
    return material.budget.first(of: fitting.isEmpty ? dearestFirst.suffix(1) : fitting) { $0.passes(classes: classes) }
  }

  /// Values of source maps that are held in memory at most.
  private static let room = 75_000_000

  /// The pictures that go through the source over five seeds, or cost as much as that: a step of the small network with all its
  /// maps compared costs about as much as four of them, and all that is done with a version some fifteen.
  func passes(classes: Int) -> Int {
    let own = perClass * classes
    return 5 * own * (views * (1 + 15 * epochs) + 30)
  }
}
