import FileAccess
import Foundation

/// What can go wrong in reading or running a lesson, as one line in either language.
public struct NotebookError: Error, CustomStringConvertible, Sendable, Hashable {
  /// What was wrong, where, and what to do: one line.
  public let message: Phrase

  /// The message in English.
  public var description: String { message.en }

  /// An error from its line in both languages.
  package init(en: String, id: String) {
    message = Phrase(en: en.onOneLine, id: id.onOneLine)
  }
}

extension NotebookError {
  static func unreadable(_ file: URL, because reason: String) -> NotebookError {
    NotebookError(
      en: "can't read \(file.path): \(reason); the lesson's files must stay where the program was built",
      id: "tidak bisa membaca \(file.path): \(reason); berkas pelajaran harus tetap di tempat program dibangun")
  }

  package static func unwritable(_ problem: FileProblem) -> NotebookError {
    let isFolder = if case .kind = problem.reason { false } else { problem.reason != .writeProtected }
    let path = problem.url.relativePath
    return NotebookError(
      en:
        "can't write \(path): \(problem.english); choose \(isFolder ? "a folder that can be written" : "another name")",
      id: "tidak bisa menulis \(path): \(problem.indonesian); pilih "
        + (isFolder ? "folder yang bisa ditulisi" : "nama lain"))
  }

  static func unknownValue(_ name: String, at location: String, known: [String]) -> NotebookError {
    let near = known.min { (distance($0, name), $0) < (distance($1, name), $1) }
    let hintEn = near.map { "; the nearest name is \($0)" } ?? ""
    let hintId = near.map { "; nama terdekat: \($0)" } ?? ""
    return NotebookError(
      en: "\(location): no value named \(name) has been measured by here\(hintEn)",
      id: "\(location): belum ada nilai bernama \(name) yang terukur sampai di sini\(hintId)")
  }

  static func unknownFormat(_ name: String, at location: String) -> NotebookError {
    NotebookError(
      en: "\(location): no format is named \(name); there are number, percent, factor, count and seconds",
      id: "\(location): tidak ada format bernama \(name); yang ada: number, percent, factor, count, seconds")
  }

  static func unknownPlace(_ place: LessonText.Place, at location: String) -> NotebookError {
    NotebookError(
      en: "\(location): no \(place.kind.rawValue) named \(place.id) has been made by here",
      id: "\(location): belum ada \(place.kind.name(.id)) bernama \(place.id) sampai di sini")
  }

  static func placedTwice(_ id: String, in file: String) -> NotebookError {
    NotebookError(
      en: "\(file): cell \(id) has two places; it runs once, so it has one",
      id: "\(file): sel \(id) punya dua tempat; sel dijalankan sekali, jadi tempatnya satu")
  }

  static func missingCellSource(_ id: String, in file: String, because reason: Phrase) -> NotebookError {
    NotebookError(en: "\(file): cell \(id): \(reason.en)", id: "\(file): sel \(id): \(reason.id)")
  }

  static func cell(_ cell: String, of lesson: String, failedWith error: any Error) -> NotebookError {
    let reason = (error as? NotebookError)?.message ?? Phrase(oneLine(of: error))
    return NotebookError(
      en: "lesson \(lesson), cell \(cell): \(reason.en)", id: "pelajaran \(lesson), sel \(cell): \(reason.id)")
  }

  static func usedTwice(_ name: String) -> NotebookError {
    NotebookError(
      en: "the name \(name) is used twice; names of values, figures and claims are unique in a lesson",
      id: "nama \(name) dipakai dua kali; nama nilai, gambar, dan klaim harus unik dalam satu pelajaran")
  }

  static func tooFewValues(_ count: Int, forClaim id: String) -> NotebookError {
    NotebookError(
      en: "claim \(id) rests on \(count) values; it needs at least \(Claim.fewestValues), one a seed",
      id: "klaim \(id) hanya punya \(count) nilai; perlu paling sedikit \(Claim.fewestValues), satu per benih acak")
  }

  static func noWords(_ what: String, _ id: String, in file: String) -> NotebookError {
    NotebookError(
      en: "\(file): \(what) \(id) has no words there; a figure needs title and alt, a claim its statement",
      id: "\(file): \(what) \(id) tidak punya kata di sana; gambar perlu title dan alt, klaim perlu pernyataan")
  }

  /// What an error of any origin says, for a reader.
  static func oneLine(of error: any Error) -> String {
    if let described = (error as? any LocalizedError)?.errorDescription { return described }
    return error is CocoaError ? error.localizedDescription : String(describing: error)
  }
}

/// How many single-character edits lead from one text to the other (Levenshtein, 1966).
private func distance(_ first: String, _ second: String) -> Int {
  let second = Array(second)
  var row = Array(0...second.count)
  for (i, a) in first.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, b) in second.enumerated() {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
      diagonal = above
    }
  }
  return row[second.count]
}
