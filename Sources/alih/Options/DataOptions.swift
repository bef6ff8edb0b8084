import ArgumentParser
import Datasets
import Experiments
import Foundation
import Notebook

/// Which photographs a command works with.
struct DataOptions: ParsableArguments {
  /// What a folder of photographs may be, for the help of commands that take one.
  static let layouts = """
    A folder with one sub-folder for each class, or such folders in train, val and test; or a data set as it unpacks: \
    CIFAR-10 or CIFAR-100 (binary version), Oxford-IIIT Pets, Microsoft Cats vs Dogs. FOLDER:species takes the species of the Pets instead of their breeds, \
    FOLDER:coarse the coarse classes of CIFAR-100.
    """

  @Option(help: "Only these classes, such as cat,dog.")
  var classes: String?

  /// The names of the chosen classes, none for all of them.
  var chosen: [String] {
    (classes ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The photographs in a folder.
  func photos(in folder: String) throws -> PhotoCollection {
    let all = try PhotoCollection(path: folder) ?? PhotoCollection(URL(filePath: folder, directoryHint: .isDirectory))
    return classes == nil ? all : try all.restricted(to: chosen)
  }

  func validate() throws {
    if classes != nil, chosen.isEmpty { throw ValidationError("--classes: name classes, such as cat,dog") }
  }

  /// Says on standard error which files were no pictures, if there were any.
  static func warn(about skipped: [SkippedPhoto], _ language: Language) {
    if let words = Phrase(skipped: skipped) { say([words], language) }
  }

  /// Says something on standard error, a line each.
  static func say(_ remarks: [Phrase], _ language: Language) {
    for remark in remarks { StandardStream.error.print("alih: \(remark(language).onOneLine)") }
  }
}
