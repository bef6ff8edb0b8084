import Autograd

/// A domain D = (X, Y, P(x, y)), as far as a sample shows it: the space of its pictures, its classes, and some pictures
/// with their labels.
public struct Domain: Sendable {
  /// The space X that pictures lie in.
  public struct PictureSpace: Sendable, Hashable, CustomStringConvertible {
    /// Width and height in pixels; nil where pictures of many sizes belong to it.
    public let width, height: Int?
    /// Values per pixel.
    public let channels: Int

    /// Pictures of one size, or of many where width and height are left out.
    public init(width: Int?, height: Int?, channels: Int) {
      self.width = width
      self.height = height
      self.channels = channels
    }

    /// Such as 64×64×3, with a star where sizes differ.
    public var description: String { "\(width.map(String.init) ?? "∗")×\(height.map(String.init) ?? "∗")×\(channels)" }
  }

  public let name: String
  /// X: what a picture can be.
  public let space: PictureSpace
  /// Y: the names of the classes; a label is an index into them.
  public let classes: [String]
  /// What a network's frozen base makes of the pictures of the sample, `[n, d]`.
  public let features: Tensor
  /// The label of each picture of the sample.
  public let labels: [Int]

  /// A domain, seen through a sample of at least two pictures.
  public init(name: String, space: PictureSpace, classes: [String], features: Tensor, labels: [Int]) {
    precondition(
      features.shape.count == 2 && features.shape[0] == labels.count && labels.count > 1,
      "\(labels.count) labels do not fit features \(features.shape)")
    precondition(labels.allSatisfy(classes.indices.contains), "a label is none of \(classes.count) classes")
    self.name = name
    self.space = space
    self.classes = classes
    self.features = features
    self.labels = labels
  }

  /// P(y), estimated: the share of each class in the sample, in the order of `classes`.
  public var classShares: [Float] {
    classes.indices.map { label in Float(labels.count { $0 == label }) / Float(labels.count) }
  }

  /// The name of the class of each picture.
  var labelNames: [String] { labels.map { classes[$0] } }
}
