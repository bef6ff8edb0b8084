/// What tells the outcomes of a study apart: a way, a layer, a number of pictures.
///
/// An enum with raw values is a key as it stands; its raw value is the name of the key in names of values, and of the term that
/// labels it.
public protocol StudyKey: Hashable, Sendable {
  /// The name within names of values, such as `head-first`.
  var name: String { get }
  /// What a figure calls it.
  func label(_ term: Terms) -> String
}

extension StudyKey {
  public func label(_ term: Terms) -> String { term(name) }
}

extension StudyKey where Self: RawRepresentable, RawValue == String {
  public var name: String { rawValue }
}

extension StudyKey where Self: RawRepresentable, RawValue == Int {
  public var name: String { "\(rawValue)" }
  public func label(_ term: Terms) -> String { name }
}

extension Int: StudyKey {
  public var name: String { "\(self)" }
  public func label(_ term: Terms) -> String { name }
}

/// Two keys at once, a row and a column of a table; its name is both names with a dot between them.
public struct KeyPair<Row: StudyKey, Column: StudyKey>: StudyKey {
  public let row: Row
  public let column: Column

  public init(_ row: Row, _ column: Column) {
    self.row = row
    self.column = column
  }

  public var name: String { "\(row.name).\(column.name)" }
  public func label(_ term: Terms) -> String { "\(row.label(term)), \(column.label(term))" }
}
