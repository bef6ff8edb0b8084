import Foundation

/// Why a collection of photographs can't be used, in one line that names the place and says what to do.
public struct PhotoCollectionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The folder or file that it was wrong with.
  public let path: String
  /// What was wrong, and what to do.
  public let problem: String

  init(_ url: URL, _ problem: String) {
    path = url.path
    self.problem = problem
  }

  /// One line: the place, what was wrong, what to do.
  public var description: String { "\(path): \(problem)" }
}
