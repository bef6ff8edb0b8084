import Experiments
import Notebook

/// How many pictures of each class are learnt from, and how often each of them is seen.
struct TuningSize: StudyKey {
  /// What a size is called: by its number where it is known beforehand, else by its place.
  enum Name: String, CaseIterable, StudyKey {
    case five = "5"
    case twenty = "20"
    case fifty = "50"
    case fewest, between, most
  }

  let id: Name
  let perClass: Int
  /// Epochs of fine-tuning.
  let epochs: Int
  /// Epochs from scratch, where there is more to learn.
  let scratchEpochs: Int
  /// Whether accuracy is watched from epoch to epoch.
  var isWatched = false

  var name: String { id.rawValue }
  func label(_ term: Terms) -> String { "\(perClass)" }

  static let five = TuningSize(id: .five, perClass: 5, epochs: 12, scratchEpochs: 40)
  static let twenty = TuningSize(id: .twenty, perClass: 20, epochs: 8, scratchEpochs: 16)
  static let fifty = TuningSize(id: .fifty, perClass: 50, epochs: 5, scratchEpochs: 8)

  /// The pictures that go through the network over five seeds: a training step counts as three of them, one on the upper half
  /// of the network as two.
  func passes(classes: Int) -> Int {
    let (own, test) = (perClass * classes, max(10, perClass / 2) * classes)
    let learning = own * (1 + epochs * 2 + epochs * 3 + scratchEpochs * 3)
    let watching = min(test, 60) * (2 * epochs + scratchEpochs)
    // Fewer pictures come to about a third of that.
    return 5 * (learning + watching + 8 * (own + test)) * 4 / 3
  }
}

/// What is compared: how much learns, and from how many pictures.
struct TuningPlan {
  let depths: [Depth]
  /// The most pictures.
  let most: TuningSize
  /// The numbers of pictures to compare where they are known before any picture is read.
  private let sizes: [TuningSize]

  static let course = TuningPlan(
    depths: [.headAlone, .lastThree, .lastFive, .everything, .scratch], most: .fifty, sizes: [.five, .twenty, .fifty])

  /// The largest plan that is not too dear for a network and as many classes.
  static func affordable(for material: LessonMaterial) -> TuningPlan {
    let dearestFirst = [
      (100, 8, 16), (50, 8, 16), (20, 8, 24), (10, 10, 30), (5, 12, 40), (5, 6, 12), (4, 3, 6),
    ].map { TuningSize(id: .most, perClass: $0, epochs: $1, scratchEpochs: $2, isWatched: true) }
    let classes = material.source.classNames.count
    return TuningPlan(
      depths: [.headAlone, .upperHalf, .everything, .scratch],
      most: material.budget.first(of: dearestFirst) { $0.passes(classes: classes) }, sizes: [])
  }

  /// The numbers of pictures to compare, from few to all.
  func sizes(for material: LessonMaterial) throws -> [TuningSize] {
    guard sizes.isEmpty else { return sizes }
    let counts = try material.pictures().sizes
    return counts.map { count in
      let id: TuningSize.Name = count == counts.first ? .fewest : count == counts.last ? .most : .between
      return TuningSize(
        id: id, perClass: count, epochs: most.epochs, scratchEpochs: most.scratchEpochs,
        isWatched: count == counts.last)
    }
  }
}
