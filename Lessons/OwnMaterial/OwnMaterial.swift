import ModelZoo
import Notebook

/// What a reader brings to a lesson in the place of its own pictures or its own network: either, or both.
///
/// ```swift
/// let material = OwnMaterial(data: "photos")
/// let lesson = try Lesson.fineTuning.on(material)
/// ```
public struct OwnMaterial: Sendable {
  /// A folder with one sub-folder for each class, or a task of the Menagerie; the lesson's own task where it is nil.
  public var data: String?
  /// The classes of the data that are wanted; all of them where it is empty.
  public var classes: [String]
  /// What a reader calls the network: one of the course, or a file's own name; the lesson's own where it is nil.
  public var networkName: String?
  /// Opens the network, where there is one.
  public var open: (@Sendable () throws -> Network)?
  /// How long the lesson may take, in seconds on a machine of two cores; as long as the network is large, where it is nil.
  public var seconds: Double?

  /// Material for a lesson.
  public init(
    data: String? = nil, classes: [String] = [], networkName: String? = nil, seconds: Double? = nil,
    open: (@Sendable () throws -> Network)? = nil
  ) {
    self.data = data
    self.classes = classes
    self.networkName = networkName
    self.seconds = seconds
    self.open = open
  }
}

extension Lesson {
  /// The ids of the lessons that can be run on a reader's own pictures and network.
  public static var idsWithOwnMaterial: [String] { allLessons.map(\.id).filter { versions[$0] != nil } }

  private static let versions: [String: @Sendable (OwnMaterial) -> Lesson] = [
    "pretrained-networks": { .pretrainedNetworks(on: $0) },
    "feature-extraction": { .featureExtraction(on: $0) },
    "fine-tuning": { .fineTuning(on: $0) },
    "adversarial-cat": { .adversarialCat(on: $0) },
    "ideal-image": { .idealImage(on: $0) },
  ]

  /// The lesson on material of the reader's own, with texts of its own; nil if it has no such version.
  public func on(_ material: OwnMaterial) -> Lesson? {
    Lesson.versions[id]?(material)
  }
}
