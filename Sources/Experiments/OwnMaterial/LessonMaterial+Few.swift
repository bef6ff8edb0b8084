import Datasets
import ModelZoo

/// Few pictures, as lessons compare them: the course's own are painted in a world of each seed, a reader's are drawn by the seed.
extension LessonMaterial {
  /// A few pictures of every class to learn from.
  package func few(_ perClass: Int, seed: UInt64) throws -> FewPictures {
    guard let world else {
      return FewPictures(try pictures().few(perClass, seed: seed), seed: seed, for: network)
    }
    return FewPictures(of: world.task, style: world.style, perClass: perClass, seed: seed, for: network)
  }

  /// Pictures to score by: `count` of the course's own; of a reader's, all that are kept back.
  package func test(_ count: Int) throws -> TestSet {
    guard let world else { return try pictures().test }
    return Menagerie(world.task, style: world.style).testSet(count: count, size: network.inputSize)
  }

  /// The course's own world; nil for what a reader brought.
  private var world: Menagerie? {
    if !isOwn, case .world(let world) = source.pictures { world } else { nil }
  }
}
