import Foundation

/// A check of a lesson's texts against each other, its cells and the glossary, without running anything: every name that a text
/// uses is made by a cell placed before, and every name that a cell makes is used.
///
/// A name is found in the source of the cells, as the literal that a call of `page.measure`, `report`, `claim`, `figure` or
/// `film` begins with; what is interpolated into it is the name of a key of the cell (``Cell/init(_:keys:measured:_:)``).
public struct LessonCheck {
  private let versions: [(lesson: Lesson, cells: [Cell])]
  private let source: LessonSource

  /// A check of a lesson with all its versions: the lesson itself and that on own material.
  /// - Throws: one line if a file can't be read or the cells can't be made.
  public init(_ versions: [Lesson]) throws {
    precondition(!versions.isEmpty, "a check needs a lesson")
    source = try versions[0].sources()
    self.versions = try versions.map { ($0, try $0.makeCells()) }
  }

  /// What is wrong, one line each.
  public func problems() throws -> [String] {
    var problems: [String] = []
    var shown = Shown()
    for (lesson, cells) in versions {
      let texts = try Language.allCases.map { try lesson.text($0) }
      let terms = try lesson.wording().terms(.en).names
      problems += differences(texts)
      for text in texts {
        var check = TextCheck(text, cells: cells, source: source)
        problems += try check.problems()
        shown.formUnion(check.shown)
      }
      problems += missingTerms(in: terms, cells, texts)
    }
    return problems + (try unshown(shown))
  }

  /// Two languages have the same places, values and terms.
  private func differences(_ texts: [LessonText]) -> [String] {
    zip(texts, texts.dropFirst()).flatMap { one, other in
      var problems: [String] = []
      let first = zip(one.places, other.places).first { $0 != $1 }
      if let first {
        problems.append(
          "\(one.file) and \(other.file) differ in their places: \(first.0.words) against \(first.1.words)")
      } else if one.places.count != other.places.count {
        problems.append("\(one.file) and \(other.file) differ in their places: one has more than the other")
      }
      for (this, that) in [(one, other), (other, one)] {
        let rest = this.valueNames.subtracting(that.valueNames)
        problems += rest.sorted().map { "\(that.file): {{\($0)}} is not there, but in \(this.file)" }
        problems += Set(this.terms.keys).subtracting(that.terms.keys).sorted().map {
          "\(that.file): term \($0) is not there, but in \(this.file)"
        }
      }
      if one.matter.buildsOn != other.matter.buildsOn || one.matter.minutes != other.matter.minutes {
        problems.append("\(one.file) and \(other.file) differ in their front matter: minutes or builds-on")
      }
      return problems
    }
  }

  /// Every term that the sources name is there, and every term of the texts is named.
  private func missingTerms(in known: Set<String>, _ cells: [Cell], _ texts: [LessonText]) -> [String] {
    let named = source.names.terms
    let keys = Set(cells.flatMap(\.keys))
    let missing = named.compactMap(\.name).filter { !known.contains($0) }.sorted()
    let unused = texts[0].terms.keys.filter { term in
      !keys.contains(term) && !named.contains { $0.matches(term, keys: keys) } && !source.mentions(term)
    }
    return missing.map { "\(texts[0].file): term \($0) is neither there nor in the glossary" }
      + unused.sorted().map { "\(texts[0].file): term \($0) is used by no cell" }
  }

  /// Every figure, claim and value that the sources name without a key is shown by a text.
  private func unshown(_ shown: Shown) throws -> [String] {
    let names = source.names
    let folder = versions[0].lesson.folder.lastPathComponent
    var problems = names.figures.compactMap(\.name).filter { !shown.figures.contains($0) }.sorted()
      .map { "\(folder): figure \($0) has no place in any text" }
    problems += names.claims.compactMap(\.name).filter { !shown.claims.contains($0) }.sorted()
      .map { "\(folder): claim \($0) has no place in any text" }
    for cell in source.cells {
      guard shown.cells.contains(cell) else {
        problems.append("\(folder): cell \(cell) has no place in any text")
        continue
      }
      let values = try source.names(inCell: cell).values.compactMap(\.name).filter { !$0.hasPrefix("claim.") }
      problems += values.sorted().map { "\(cell).\($0)" }.filter { !shown.values.contains($0) }
        .map { "\(folder): value \($0) is shown by no text" }
    }
    return problems
  }
}

extension LessonText {
  /// The names of all values that it shows.
  var valueNames: Set<String> { Set(pieces.flatMap { Template($0.words).places.map(\.name) }) }
}

extension LessonText.Place {
  var words: String { "\(kind.rawValue): \(id)" }
}

extension LessonSource {
  /// Whether a name stands anywhere in the sources as a string, as the raw value of an enum's case does.
  func mentions(_ name: String) -> Bool {
    let camel = name.split(separator: "-").enumerated()
      .map { $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst() }.joined()
    return files.contains { $0.text.contains("\"\(name)\"") || $0.text.contains("case \(camel)") }
  }
}
