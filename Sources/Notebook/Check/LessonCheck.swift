import Foundation

/// A check of a lesson's texts against each other, its cells and the glossary, without running anything: every name that a text
/// uses is made by a cell placed before, and every name that a cell makes is used.
///
/// A name is found in the source of the cells, as the literal that a call of `page.measure`, `report`, `claim`, `figure` or
/// `film` begins with; what is interpolated into it is the name of a key of the cell (``Cell/init(_:keys:measured:_:)``).
public struct LessonCheck {
  private let versions: [(lesson: Lesson, cells: [Cell])]
  private let source: LessonSource
  /// What all sources name, and what the source of each cell names.
  private let names: SourceNames
  private let namesByCell: [String: SourceNames]
  /// Cells whose source can't be found.
  private let lost: [String]

  /// A check of a lesson with all its versions: the lesson itself and that on own material.
  /// - Throws: one line if a file can't be read or the cells can't be made.
  public init(_ versions: [Lesson]) throws {
    precondition(!versions.isEmpty, "a check needs a lesson")
    source = try versions[0].sources()
    names = source.names
    self.versions = try versions.map { ($0, try $0.makeCells()) }
    var namesByCell: [String: SourceNames] = [:]
    var lost: [String] = []
    for id in Set(source.cells + self.versions.flatMap { $0.cells.map(\.id) }).sorted() {
      do {
        namesByCell[id] = try source.names(inCell: id)
      } catch {
        lost.append(error.description)
      }
    }
    (self.namesByCell, self.lost) = (namesByCell, lost)
  }

  /// What is wrong, one line each, in the folder `NUMBER-ID`: texts, cells, exercises and questions.
  public func problems() throws -> [String] {
    var problems = lost
    var shown = Shown()
    var terms: Set<String> = []
    for (lesson, cells) in versions {
      let texts = try Language.allCases.map { try lesson.text($0) }
      let known = try lesson.wording().terms(.en).names
      problems += differences(texts)
      var placed = Shown()
      for text in texts {
        var check = TextCheck(text, cells: cells, names: names, namesByCell: namesByCell)
        problems += check.problems()
        placed.formUnion(check.shown)
      }
      problems += missingTerms(in: known, of: placed.cells, texts[0]) + unusedTerms(cells, texts[0])
      terms.formUnion(known)
      shown.formUnion(placed)
    }
    let folder = versions[0].lesson.folder.lastPathComponent
    problems += names.terms.compactMap(\.name).filter { !terms.contains($0) }.sorted()
      .map { "term \($0) is neither in a text nor in the glossary" }
    problems += unshown(shown)
    problems += try versions[0].lesson.problemsOfExercises() + exercisesWithoutText(shown) + quizProblems()
    return problems.map { "\(folder): \($0)" }
  }

  /// Every exercise with a place has a text.
  private func exercisesWithoutText(_ shown: Shown) throws -> [String] {
    let known = Set(try versions[0].lesson.exercises(.en).map(\.id))
    return shown.exercises.subtracting(known).sorted()
      .map { "exercise \($0) has a place, and no text in exercises.en.md" }
      + known.subtracting(shown.exercises).sorted().map { "exercise \($0) has no place in any text" }
  }

  /// Where the questions are not as they should be.
  private func quizProblems() -> [String] {
    guard versions[0].lesson.hasQuiz else { return [] }
    do {
      _ = try versions[0].lesson.quiz()
      return []
    } catch {
      return [error.description]
    }
  }

  /// Where two languages have not the same places, values and terms.
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

  /// Every term that a cell of a text names is there.
  private func missingTerms(in known: Set<String>, of cells: Set<String>, _ text: LessonText) -> [String] {
    cells.sorted().flatMap { cell in
      (namesByCell[cell]?.terms.compactMap(\.name) ?? []).filter { !known.contains($0) }.sorted()
        .map { "\(text.file): term \($0) of cell \(cell) is neither there nor in the glossary" }
    }
  }

  /// Every term of a text is named.
  private func unusedTerms(_ cells: [Cell], _ text: LessonText) -> [String] {
    let keys = Set(cells.flatMap(\.keys))
    let unused = text.terms.keys.filter { term in
      !keys.contains(term) && !names.terms.contains { $0.matches(term, keys: keys) } && !source.mentions(term)
    }
    return unused.sorted().map { "\(text.file): term \($0) is used by no cell" }
  }

  /// Every figure, claim and value that the sources name without a key is shown by a text.
  private func unshown(_ shown: Shown) -> [String] {
    var problems = names.figures.compactMap(\.name).filter { !shown.figures.contains($0) }.sorted()
      .map { "figure \($0) has no place in any text" }
    problems += names.claims.compactMap(\.name).filter { !shown.claims.contains($0) }.sorted()
      .map { "claim \($0) has no place in any text" }
    for cell in namesByCell.keys.sorted() {
      guard shown.cells.contains(cell) else {
        problems.append("cell \(cell) has no place in any text")
        continue
      }
      let values = namesByCell[cell]?.values.compactMap(\.name).filter { !$0.hasPrefix("claim.") } ?? []
      problems += values.map { "\(cell).\($0)" }.filter { !shown.values.contains($0) }.sorted()
        .map { "value \($0) is shown by no text" }
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
