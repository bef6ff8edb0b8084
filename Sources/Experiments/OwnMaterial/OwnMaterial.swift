import ModelZoo
import Notebook

/// What a reader brings to a lesson in the place of its own pictures or its own network: either, or both.
///
/// ```swift
/// let material = OwnMaterial(data: "photos")
/// let lesson = CourseLesson.fineTuning.on(material)
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
