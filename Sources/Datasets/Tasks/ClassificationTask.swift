/// What a network is asked to tell apart: a list of classes, each of which the painter can draw.
public struct ClassificationTask: Sendable, Hashable {
  /// One class: its name and what is painted for it.
  public struct Class: Sendable, Hashable {
    /// The name that stands under a picture.
    public let name: ClassName
    /// What is painted.
    public let category: Category
    /// Which breeds of it, as indices; nil for all of them.
    public let breeds: [Int]?

    /// A class of pictures of one category, or of some of its breeds.
    public init(_ category: Category, name: ClassName? = nil, breeds: [Int]? = nil) {
      self.category = category
      self.name = name ?? category.name
      self.breeds = breeds
    }

    /// Draws a scene of this class.
    public func scene(seed: UInt64) -> Scene {
      Scene(category, breeds: breeds, seed: seed)
    }
  }

  /// The name by which commands know the task.
  public let id: String
  /// The classes; a label is an index into them.
  public let classes: [Class]

  /// A task of one's own.
  public init(id: String, classes: [Class]) {
    self.id = id
    self.classes = classes
  }

  /// The sixteen classes of the source world.
  public static let menagerie = ClassificationTask(
    id: "menagerie", classes: Category.allCases.map { Class($0) })

  /// The names of the classes, in the order of their labels.
  public var classNames: [ClassName] { classes.map(\.name) }
}
