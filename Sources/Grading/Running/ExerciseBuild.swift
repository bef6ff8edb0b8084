import Foundation
import Notebook

/// Builds the programs that grade, with what the reader has written.
package struct ExerciseBuild {
  private let package: URL
  private let seconds: Double

  /// A build of the package in a folder; each step may take so many seconds.
  package init(in package: URL, seconds: Double = .infinity) {
    self.package = package
    self.seconds = seconds
  }

  /// The programs that a build makes.
  package var program: GradingProgram { GradingProgram(in: package.appending(path: ".build/debug")) }

  /// Builds the programs of some lessons, only what has changed.
  ///
  /// One build makes those of all lessons; only if something does not compile they are built one by one, since a build ends
  /// with its first error.
  /// - Returns: The lessons whose exercises do not compile.
  /// - Throws: one line if it is not the exercises that cannot be built.
  package func callAsFunction(_ lessons: [String]) throws -> [UncompiledLesson] {
    guard FileManager.default.fileExists(atPath: package.appending(path: "Package.swift").path) else {
      throw NotebookError.noPackage(in: package)
    }
    if lessons.count > 1, try build("exercise-runner") == nil { return [] }
    return try lessons.compactMap { lesson in
      guard let output = try build("\(lesson)-runner") else { return nil }
      return UncompiledLesson(lesson: lesson, errors: try Self.errors(in: output, of: lesson, package: package))
    }
  }

  /// What was said in the building of a product; nil if it was built.
  private func build(_ product: String) throws -> String? {
    let finished = try FinishedProcess(
      URL(filePath: "/usr/bin/env"),
      ["swift", "build", "--quiet", "--package-path", package.path, "--product", product],
      seconds: seconds)
    return switch finished.ending {
    case .status(0): nil
    case .status(127): throw NotebookError.noSwift
    case .timedOut: "\(package.path)/\(product):1:1: error: not compiled within \(Int(seconds)) seconds"
    default: finished.output + finished.errors
    }
  }

  /// The errors in the file that the reader edits or, where there are none, in any other.
  static func errors(in output: String, of lesson: String, package: URL) throws(NotebookError) -> [CompilerError] {
    let errors = CompilerError.all(in: output, package: package)
    let own = errors.filter { $0.file.contains(/^Lessons\/[0-9]+-[^\/]+\/[^\/]+Exercises\.swift$/) }
    if !own.isEmpty { return own }
    if !errors.isEmpty { return errors }
    let lines = output.split(whereSeparator: \.isNewline)
    throw .cannotBuild(lesson, because: String(lines.first { $0.contains("error:") } ?? lines.last ?? ""))
  }
}

extension NotebookError {
  fileprivate static func noPackage(in folder: URL) -> NotebookError {
    NotebookError(
      en: "\(folder.path): the course's sources are not there any more; exercises are graded where they are",
      id: "\(folder.path): kode sumber kursus tidak ada lagi di sana; latihan dinilai di tempat kode sumbernya")
  }

  fileprivate static var noSwift: NotebookError {
    NotebookError(
      en: "swift was not found; put the folder of the Swift toolchain into PATH",
      id: "swift tidak ditemukan; masukkan folder perangkat Swift ke dalam PATH")
  }

  fileprivate static func cannotBuild(_ lesson: String, because reason: String) -> NotebookError {
    NotebookError(
      en: "the exercises could not be built: \(reason); swift build --product \(lesson)-runner says more",
      id: "latihan tidak dapat dibangun: \(reason); swift build --product \(lesson)-runner memberi keterangan lebih")
  }
}
