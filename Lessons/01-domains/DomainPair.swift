import Datasets
import Experiments
import Notebook
import TransferLearning

/// Two domains, and what the definition says about them.
struct DomainPair {
  let id: String
  let name: Phrase
  let source, target: Menagerie
  /// The conditions that hold, as it follows from how the pictures are made.
  let truth: Set<DomainComparison.Condition>

  /// The four pairs of the lesson: one for each condition, and one where none holds.
  static func all(seed: UInt64) -> [DomainPair] {
    let photos = StyledWorlds.world(.photo, seed: seed)
    return [
      DomainPair(
        id: "grayscale", name: Phrase(en: "colour and grey", id: "berwarna dan abu-abu"),
        source: photos, target: StyledWorlds.world(.grayscale, seed: seed), truth: [.featureSpace]),
      DomainPair(
        id: "flowers", name: Phrase(en: "goat, horse and flowers", id: "kambing, kuda, dan bunga"),
        source: Menagerie(goatAndHorse, seed: photos.seed), target: Menagerie(.flowers, seed: photos.seed),
        truth: [.labelSpace]),
      DomainPair(
        id: "styles", name: Phrase(en: "sketches and paintings", id: "sketsa dan lukisan"),
        source: StyledWorlds.world(.sketch, seed: seed), target: StyledWorlds.world(.painting, seed: seed),
        truth: [.distribution]),
      DomainPair(
        id: "control", name: Phrase(en: "photos and other photos", id: "foto dan foto lain"),
        source: photos, target: StyledWorlds.world(.photo, seed: seed, sample: 1), truth: []),
    ]
  }

  private static let goatAndHorse = ClassificationTask(id: "goat-and-horse", classes: [.init(.goat), .init(.horse)])
}
