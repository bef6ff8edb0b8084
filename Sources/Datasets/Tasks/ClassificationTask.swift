/// What a network is asked to tell apart: a list of classes, each of which the painter can draw.
public struct ClassificationTask: Sendable, Hashable {
  /// One class: its name, what is painted for it, and how common it is.
  public struct Class: Sendable, Hashable {
    /// The name that stands under a picture.
    public let name: ClassName
    /// What is painted.
    public let category: Category
    /// Which breeds of it, as indices; nil for all of them.
    public let breeds: [Int]?
    /// How many pictures of this class come in one turn of all classes.
    public let share: Int

    /// A class of pictures of one category, or of some of its breeds.
    public init(_ category: Category, name: ClassName? = nil, breeds: [Int]? = nil, share: Int = 1) {
      precondition(share > 0, "a class comes up at least once in a turn, not \(share) times")
      self.category = category
      self.name = name ?? category.name
      self.breeds = breeds
      self.share = share
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
  /// The labels of one turn, in which every class comes up as often as its share says.
  let turn: [Int]

  /// A task of one's own.
  public init(id: String, classes: [Class]) {
    self.id = id
    self.classes = classes
    let rounds = 0..<(classes.map(\.share).max() ?? 0)
    turn = rounds.flatMap { round in classes.indices.filter { classes[$0].share > round } }
  }

  /// The names of the classes, in the order of their labels.
  public var classNames: [ClassName] { classes.map(\.name) }
}
