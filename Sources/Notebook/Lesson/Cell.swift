/// A step of a lesson: a name and what it does.
///
/// A cell that works with what another one found says so by type: it is made with that `ResultCell`, and takes its result
/// beside the page.
///
/// ```swift
/// let depth = ResultCell("depth", cells.depth)        // func depth(_ page: Page) throws -> Study<…>
/// Cell("far", needing: depth, cells.far)              // func far(_ page: Page, _ depth: Study<…>) throws
/// ```
public class Cell {
  /// The name that the text and the `// cell:` line give it.
  public let id: String
  /// The cells whose results it works with.
  let needs: [Cell]
  /// Names out of which it makes names of values: those of the keys of its studies.
  let keys: Set<String>
  /// Names of values and figures that library code makes on its behalf.
  let measured: Set<String>
  private let body: (Page) throws -> Void

  fileprivate init(
    id: String, needs: [Cell], keys: [any StudyKey], measured: [String], body: @escaping (Page) throws -> Void
  ) {
    self.id = id
    self.needs = needs
    self.keys = Set(keys.map(\.name))
    self.measured = Set(measured)
    self.body = body
  }

  /// A cell from its name and what it does.
  /// - Parameters:
  ///   - keys: The keys of the studies whose names become parts of names of values.
  ///   - measured: Names of values and figures that library code makes on its behalf.
  public convenience init(
    _ id: String, keys: [any StudyKey] = [], measured: [String] = [], _ run: @escaping (Page) throws -> Void
  ) {
    self.init(id: id, needs: [], keys: keys, measured: measured, body: run)
  }

  /// A cell that works with the results of others.
  public convenience init<each Need>(
    _ id: String, keys: [any StudyKey] = [], measured: [String] = [], needing needs: repeat ResultCell<each Need>,
    do run: @escaping (Page, repeat each Need) throws -> Void
  ) {
    self.init(id: id, needs: Cell.list(repeat each needs), keys: keys, measured: measured) { page in
      try run(page, repeat (each needs).found)
    }
  }

  /// Does what the cell does; the cells that it needs have run before.
  final func run(on page: Page) throws { try body(page) }

  fileprivate static func list<each Need>(_ needs: repeat ResultCell<each Need>) -> [Cell] {
    var list: [Cell] = []
    for need in repeat each needs { list.append(need) }
    return list
  }
}

/// A cell whose result others work with.
public final class ResultCell<Result>: Cell {
  private final class Box {
    var result: Result?
  }

  private let box: Box

  private init(
    id: String, needs: [Cell], keys: [any StudyKey], measured: [String], finding: @escaping (Page) throws -> Result
  ) {
    let box = Box()
    self.box = box
    super.init(id: id, needs: needs, keys: keys, measured: measured) { box.result = try finding($0) }
  }

  /// A cell from its name and what it finds.
  public convenience init(
    _ id: String, keys: [any StudyKey] = [], measured: [String] = [], finding: @escaping (Page) throws -> Result
  ) {
    self.init(id: id, needs: [], keys: keys, measured: measured, finding: finding)
  }

  /// A cell that works with the results of others, and finds one itself.
  public convenience init<each Need>(
    _ id: String, keys: [any StudyKey] = [], measured: [String] = [], needing needs: repeat ResultCell<each Need>,
    finding: @escaping (Page, repeat each Need) throws -> Result
  ) {
    self.init(id: id, needs: Cell.list(repeat each needs), keys: keys, measured: measured) { page in
      try finding(page, repeat (each needs).found)
    }
  }

  /// What it found.
  var found: Result {
    guard let result = box.result else { preconditionFailure("cell \(id) has not run yet") }
    return result
  }
}
