import Foundation
import Notebook

/// Builds the program that grades, with what the reader has written.
package struct ExerciseBuild {
  private let package: URL

  /// A build of the package in a folder.
  package init(in package: URL) {
    self.package = package
  }

  /// Builds it, only what has changed, and gives it back.
  /// - Throws: one line with file and line of the first error, where something does not compile.
  package func callAsFunction() throws -> GradingProgram {
    guard FileManager.default.fileExists(atPath: package.appending(path: "Package.swift").path) else {
      throw NotebookError.noPackage(in: package)
    }
    let finished = try FinishedProcess(
      URL(filePath: "/usr/bin/env"), ["swift", "build", "--quiet", "--product", "exercise-runner"], in: package)
    switch finished.ending {
    case .status(0): return GradingProgram(package.appending(path: ".build/debug/exercise-runner"))
    case .status(127): throw NotebookError.noSwift
    default: throw Self.error(in: finished.output + finished.errors, package: package)
    }
  }

  /// What the compiler said first.
  static func error(in output: String, package: URL) -> NotebookError {
    for line in output.split(whereSeparator: \.isNewline) {
      guard let found = line.prefixMatch(of: /(.+?):([0-9]+):[0-9]+: error: (.+)/) else { continue }
      let folder = package.path + "/"
      let file = found.1.hasPrefix(folder) ? found.1.dropFirst(folder.count) : found.1
      return .doesNotCompile(at: "\(file):\(found.2)", because: String(found.3))
    }
    let errors = output.split(whereSeparator: \.isNewline).filter { $0.contains("error:") }
    return .cannotBuild(because: String(errors.first ?? output.split(whereSeparator: \.isNewline).last ?? ""))
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

  fileprivate static func doesNotCompile(at place: String, because reason: String) -> NotebookError {
    NotebookError(
      en: "\(place): does not compile: \(reason); mend this line and grade again",
      id: "\(place): tidak dapat dikompilasi: \(reason); perbaiki baris ini dan nilai lagi")
  }

  fileprivate static func cannotBuild(because reason: String) -> NotebookError {
    NotebookError(
      en: "the exercises could not be built: \(reason); swift build --product exercise-runner says more",
      id: "latihan tidak dapat dibangun: \(reason); swift build --product exercise-runner memberi keterangan lebih")
  }
}
