import Experiments
import ModelZoo
import Notebook

extension CourseLesson {
  /// What lies beyond fine-tuning: teachers, few shots, no labels, small adapters, words, styles.
  public static let beyond = CourseLesson { _ in
    let cells = try BeyondCells()
    let words = WordCells().all, styles = try StyleCells().all + CarrierCells().all
    return cells.teaching + cells.fewShots + cells.unlabelled + cells.adapting + words + styles
  }
}

/// The cells of the lesson, part by part.
final class BeyondCells {
  let classroom: Classroom
  let kennel = Kennel()
  var pools: [UInt64: EpisodePool] = [:]
  var tasks: [UInt64: AdapterTask] = [:]

  init() throws { classroom = Classroom(teacher: try Catalogue.network("mini-vgg")) }

  /// A large network teaches a small one.
  var teaching: [Cell] {
    [
      Cell("teacher", teacher),
      Cell("students", keys: StudentWay.allCases, students),
      Cell("unseen", unseen),
    ]
  }

  /// New classes by a picture or ten.
  var fewShots: [Cell] {
    [
      Cell("shots", keys: ShotWay.allCases + [1, 2, 5, 10], shots),
      Cell("ways", keys: [1, 2, 5, 10, 20], ways),
      Cell("episodes", keys: [1, 10], episodes),
    ]
  }

  /// Features out of pictures without labels.
  var unlabelled: [Cell] {
    [
      Cell("views", views),
      Cell("pretraining", keys: Origin.allCases + [2, 10, 40], pretraining),
    ]
  }

  /// A frozen network that learns by little.
  var adapting: [Cell] {
    let adapters = ResultCell("adapters", keys: AdapterWay.allCases, finding: adapters)
    return [adapters, Cell("merged", needing: adapters, do: merged)]
  }
}
