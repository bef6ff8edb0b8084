import Foundation
import Notebook

/// A copy of the course in which submissions are built, one after the other, so that the checkout's own exercises stay as they
/// are; what one submission brought is gone before the next is built.
package struct Workshop {
  /// A file that readers edit.
  private struct ExerciseFile {
    let lesson, path: String
    let original: Data
  }

  private let checkout, package: URL
  private let files: [String: ExerciseFile]

  /// A workshop for a checkout: in its `.build`, where it stays, so that a second class is built in seconds.
  /// - Throws: if the checkout cannot be read.
  package init(for checkout: URL) throws {
    self.checkout = checkout
    package = checkout.appending(path: ".build/class", directoryHint: .isDirectory)
    let lessons = checkout.appending(path: "Lessons")
    var files: [String: ExerciseFile] = [:]
    for folder in try FileManager.default.contentsOfDirectory(atPath: lessons.path) {
      guard let number = folder.prefixMatch(of: /[0-9]+-/) else { continue }
      let inside = try FileManager.default.contentsOfDirectory(atPath: lessons.appending(path: folder).path)
      for name in inside where name.hasSuffix("Exercises.swift") {
        files[name] = ExerciseFile(
          lesson: String(folder[number.range.upperBound...]), path: "Lessons/\(folder)/\(name)",
          original: try Data(contentsOf: lessons.appending(path: "\(folder)/\(name)")))
      }
    }
    self.files = files
  }

  /// The names of the files that readers edit.
  package var fileNames: Set<String> { Set(files.keys) }

  /// Marks what one student handed in, of some lessons.
  /// - Throws: one line if it is not the submission that cannot be built.
  package func marked(_ submission: Submission, lessons: [String]) throws -> MarkedSubmission {
    for (name, file) in files {
      try Mirror.write(submission.files[name] ?? file.original, to: package.appending(path: file.path))
    }
    // What is as it was handed out is built as well: its points count as possible ones.
    let build = ExerciseBuild(in: package, seconds: Workshop.secondsOfBuilding)
    let notCompiled = try build(lessons)
    let left = Set(notCompiled.map(\.lesson))
    let entries = try lessons.filter { !left.contains($0) }.flatMap(build.program.entries)
    return MarkedSubmission(
      submission: submission, grades: try build.program.grades(entries), notCompiled: notCompiled)
  }

  /// Copies the course and builds what all submissions share.
  /// - Throws: one line if the course's own exercises cannot be built.
  package func prepare(_ lessons: [String]) throws {
    for part in ["Package.swift", "Package.resolved", "Sources", "Lessons", "Tests", "Assets"] {
      try Mirror(checkout.appending(path: part), package.appending(path: part)).update()
    }
    // What was fetched for the checkout need not be fetched again.
    for part in ["repositories", "checkouts", "workspace-state.json"] {
      let (from, copy) = (checkout.appending(path: ".build/\(part)"), package.appending(path: ".build/\(part)"))
      if FileManager.default.fileExists(atPath: from.path), !FileManager.default.fileExists(atPath: copy.path) {
        try FileManager.default.createDirectory(
          at: package.appending(path: ".build"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: from, to: copy)
      }
    }
    for file in files.values { try Mirror.write(file.original, to: package.appending(path: file.path)) }
    guard let broken = try ExerciseBuild(in: package)(lessons).first else { return }
    throw NotebookError.brokenCheckout(broken.lines(.en).first ?? broken.lesson)
  }

  /// How long the exercises of one submission may be compiled.
  private static let secondsOfBuilding = 180.0
}

/// What one student handed in, and what it earned.
package struct MarkedSubmission: Sendable {
  package let submission: Submission
  package let grades: [Grade]
  /// The lessons whose exercises do not compile.
  package let notCompiled: [UncompiledLesson]
}

/// A folder or file that is kept like another one; a file that is the same already is not touched, so that it is not built again.
private struct Mirror {
  let source, copy: URL

  init(_ source: URL, _ copy: URL) {
    self.source = source
    self.copy = copy
  }

  func update() throws {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: source.path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else { return try Mirror.write(Data(contentsOf: source), to: copy) }
    try files.createDirectory(at: copy, withIntermediateDirectories: true)
    let names = try files.contentsOfDirectory(atPath: source.path).filter { !$0.hasPrefix(".") }
    for name in try files.contentsOfDirectory(atPath: copy.path) where !names.contains(name) {
      try files.removeItem(at: copy.appending(path: name))
    }
    for name in names { try Mirror(source.appending(path: name), copy.appending(path: name)).update() }
  }

  static func write(_ data: Data, to file: URL) throws {
    if let old = try? Data(contentsOf: file), old == data { return }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }
}

extension NotebookError {
  fileprivate static func brokenCheckout(_ line: String) -> NotebookError {
    NotebookError(
      en: "the course's own exercises do not compile, so that no submission can: \(line)",
      id: "latihan kursus ini sendiri tidak dapat dikompilasi, sehingga kumpulan tugas pun tidak: \(line)")
  }
}
