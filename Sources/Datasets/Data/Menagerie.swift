import Autograd

/// A world of painted pictures: a task, and a seed from which all of its pictures follow.
///
/// ```swift
/// let world = Menagerie()
/// let training = world.trainingSet(count: 1_600, size: 64)
/// let test = world.testSet(count: 320, size: 64)
/// ```
///
/// Every picture has a seed of its own. Its bits say which set and which picture it belongs to, so that no scene of one set
/// can turn up in another of the same world; in worlds of seeds below 65,536 they say which world, too.
public struct Menagerie: Sendable, Hashable {
  /// What the pictures show.
  public let task: ClassificationTask
  /// How they are rendered.
  public let style: Style
  /// Which of the worlds with the same task.
  public let seed: UInt64

  /// A world of pictures of a task, in a style: worlds that differ in style alone show the same scenes.
  public init(_ task: ClassificationTask = .menagerie, style: Style = .photo, seed: UInt64 = 0) {
    self.task = task
    self.style = style
    self.seed = seed
  }

  /// Pictures to learn from; classes come in the shares that the task gives them.
  public func trainingSet(count: Int = 12_000, size: Int = 64) -> TrainingSet {
    paint(count, size) { trainingScene($0) }
  }

  /// Pictures to choose settings by.
  public func validationSet(count: Int = 2_000, size: Int = 64) -> ValidationSet {
    paint(count, size) { validationScene($0) }
  }

  /// Pictures to score once.
  public func testSet(count: Int = 2_000, size: Int = 64) -> TestSet {
    paint(count, size) { testScene($0) }
  }

  /// The scene behind a picture of the training set.
  public func trainingScene(_ index: Int) -> Scene { scene(index, set: 0) }

  /// The scene behind a picture of the validation set.
  public func validationScene(_ index: Int) -> Scene { scene(index, set: 1) }

  /// The scene behind a picture of the test set.
  public func testScene(_ index: Int) -> Scene { scene(index, set: 2) }

  private func scene(_ index: Int, set: UInt64) -> Scene {
    task.classes[label(index)].scene(seed: sceneSeed(index, set: set))
  }

  /// The label of the picture at an index: classes take turns, each as often as its share says.
  private func label(_ index: Int) -> Int { task.turn[index % task.turn.count] }

  /// The seed of a scene: 16 bits for the world, 8 for the set, 40 for the picture.
  ///
  /// The upper 48 bits of a world's seed, where there are any, flip the bits of all of its scenes' seeds in one way that looks
  /// like chance: within the world they stay apart, and sets of two worlds share a scene with a probability below 2⁻⁴⁰.
  func sceneSeed(_ index: Int, set: UInt64) -> UInt64 {
    precondition(index >= 0 && index < 1 << 40, "a set has pictures 0 to 2⁴⁰ - 1, not \(index)")
    let place = (seed & 0xFFFF) << 48 | set << 40 | UInt64(index)
    guard seed > 0xFFFF else { return place }
    var flips = RandomSource(seed: seed >> 16)
    return place ^ flips.next()
  }

  private func paint<Role>(_ count: Int, _ size: Int, _ scene: (Int) -> Scene) -> PictureSet<Role> {
    PictureSet(classNames: task.classNames, labels: (0..<count).map(label), size: size, style: style, painting: scene)
  }
}
