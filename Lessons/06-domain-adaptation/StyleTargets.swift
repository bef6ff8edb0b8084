import Datasets
import Notebook

/// A domain of the lesson: the style that its pictures are painted in.
enum TargetStyle: String, CaseIterable, StudyKey {
  case photo, sketch, painting, night

  /// The targets: all but the source's own style.
  static let targets: [TargetStyle] = [.sketch, .painting, .night]

  var style: Style {
    switch self {
    case .photo: .photo
    case .sketch: .sketch
    case .painting: .painting
    case .night: .night
    }
  }
}

/// Pictures of a target: some without labels, as a method has them, and others to score by.
struct StyleTarget {
  /// How many pictures without labels.
  static let count = 160
  /// How many test pictures.
  static let testCount = 160

  let style: TargetStyle
  let seed: UInt64
  /// The pictures without labels; a method is handed an `UnlabelledSet` of them.
  let pictures: TrainingSet
  let test: TestSet

  /// Pictures of a world that shares no scene with the source's.
  ///
  /// With `shares`, how common each class is, the pictures that are learnt from have these shares; the test set, too.
  init(_ style: TargetStyle, seed: UInt64, shares: [Int]? = nil) {
    let task = SourceWorld.task(shares: shares)
    let world = Menagerie(task, style: style.style, seed: seed &+ 1_000)
    self.style = style
    self.seed = seed
    pictures = world.trainingSet(count: Self.count, size: SourceWorld.size)
    test = world.testSet(count: Self.testCount, size: SourceWorld.size)
  }
}
