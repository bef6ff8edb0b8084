/// Why a network could not be opened or used, in one line.
public struct NetworkError: Error, CustomStringConvertible {
  /// What is wrong and what to do.
  public let description: String

  /// An error of one line.
  public init(_ description: String) {
    self.description = description
  }
}
