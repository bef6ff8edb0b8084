import FileAccess
import Foundation
import Notebook

/// A file that a network is to be written to.
enum NetworkFile {
  /// Makes sure, before anything is trained, that the file can be written.
  static func check(_ file: URL) throws {
    do throws(FileProblem) { _ = try PartialFile(for: file) } catch { throw NotebookError.unwritable(error) }
  }
}
