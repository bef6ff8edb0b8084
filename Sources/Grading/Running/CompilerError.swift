import Foundation
import Notebook

/// What the compiler says is wrong in a place of a file.
package struct CompilerError: Encodable, Sendable, Hashable {
  /// The file, as it is called from the course's folder.
  package let file: String
  /// Counted from 1.
  package let line, column: Int
  package let message: String
  /// The lines around the place, with a caret under it, as the compiler shows them.
  package let excerpt: [String]

  /// The place and what is wrong there, then the excerpt.
  package var lines: [String] { ["\(file):\(line):\(column): error: \(message)"] + excerpt }

  /// All errors in what a build of the package in a folder has said, each once, in their order.
  static func all(in output: String, package: URL) -> [CompilerError] {
    let lines = output.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let folder = package.path + "/"
    var errors: [CompilerError] = []
    for (place, line) in lines.enumerated() {
      guard let found = line.prefixMatch(of: /(.+?):([0-9]+):([0-9]+): error: (.+)/), let row = Int(found.2),
        let column = Int(found.3)
      else { continue }
      let isBelow = found.1.hasPrefix(folder)
      let error = CompilerError(
        file: String(isBelow ? found.1.dropFirst(folder.count) : found.1).bounded, line: row, column: column,
        message: String(found.4).bounded,
        excerpt: lines[(place + 1)...].prefix(12).prefix { $0.contains(/^ *[0-9]* *\|/) }.map { String($0).bounded })
      if !errors.contains(error) { errors.append(error) }
    }
    return errors
  }
}

/// A lesson whose exercises do not compile, so that they cannot be graded.
package struct UncompiledLesson: Encodable, Sendable, Hashable {
  /// The id of the lesson.
  package let lesson: String
  /// What is wrong, at least one error.
  package let errors: [CompilerError]

  /// How many errors are shown at once: the later ones often come of the first.
  package static let mostShown = 10

  /// Each error with its place, as lines for a terminal.
  package func lines(_ language: Language) -> [String] {
    let left = errors.count - Self.mostShown
    let rest = Phrase(en: "and \(left) more errors", id: "dan \(left) galat lagi")
    return errors.prefix(Self.mostShown).flatMap(\.lines) + (left > 0 ? [rest(language)] : [])
  }

  /// One line that says what to do.
  package func advice(_ language: Language) -> String {
    let place = errors.first.map { "\($0.file):\($0.line)" } ?? ""
    return Phrase(
      en: "the exercises of lesson \(lesson) do not compile and were not graded; mend \(place) and grade again",
      id: "latihan pelajaran \(lesson) tidak dapat dikompilasi dan tidak dinilai; perbaiki \(place) lalu nilai lagi")(
        language)
  }
}
