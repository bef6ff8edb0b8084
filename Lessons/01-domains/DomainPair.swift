import Datasets
import Notebook
import TransferLearning

/// Two domains, and what the definition says about them: a pair for each condition, and one where none holds.
enum DomainPair: String, CaseIterable, StudyKey {
  case colour, flowers, styles, control

  /// The conditions that hold, as it follows from how the pictures are made.
  var conditions: Set<DomainComparison.Condition> {
    switch self {
    case .colour: [.featureSpace]
    case .flowers: [.labelSpace]
    case .styles: [.distribution]
    case .control: []
    }
  }

  /// The worlds that the pictures of both domains come from.
  func worlds(seed: UInt64) -> (source: Menagerie, target: Menagerie) {
    let photos = StyleDomains.world(.photo, seed: seed)
    return switch self {
    case .colour: (photos, StyleDomains.world(.grayscale, seed: seed))
    case .flowers: (Menagerie(Self.goatAndHorse, seed: photos.seed), Menagerie(.flowers, seed: photos.seed))
    case .styles: (StyleDomains.world(.sketch, seed: seed), StyleDomains.world(.painting, seed: seed))
    case .control: (photos, StyleDomains.world(.photo, seed: seed, sample: 1))
    }
  }

  /// The places of the pictures that stand for each domain in the figure.
  var shownPictures: [Int] {
    switch self {
    case .colour, .flowers: [2, 7, 9]
    case .styles: [5, 6, 13]
    case .control: [0, 11, 15]
    }
  }

  private static let goatAndHorse = ClassificationTask(id: "goat-and-horse", classes: [.init(.goat), .init(.horse)])
}
