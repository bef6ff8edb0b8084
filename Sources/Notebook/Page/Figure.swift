import Foundation

/// A picture that a lesson drew and wrote.
public struct Figure: Sendable, Hashable {
  /// The name by which the text places it.
  public let id: String
  /// The id of the cell that made it.
  public let cell: String
  /// Its title, in the language of the run.
  public let title: String
  /// What it shows, with the measured values, for who can't see it, in the language of the run.
  public let alternative: String
  /// What stands under it, in the language of the run, or nil.
  public let caption: String?
  /// The file's name within the lesson's folder of results.
  public let fileName: String
  public let file: URL
}
