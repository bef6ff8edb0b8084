import Datasets
import Foundation
import Notebook

extension Phrase {
  /// What is said about files that are no pictures; nil if there are none.
  public init?(skipped: [SkippedPhoto]) {
    guard !skipped.isEmpty else { return nil }
    let (count, names) = (skipped.count, Phrase.names(of: skipped.map(\.photo.url)))
    self.init(
      en: "\(count) \(count == 1 ? "file" : "files") skipped that cannot be read as a picture: \(names.en)",
      id: "\(count) berkas dilewati karena tak dapat dibaca sebagai gambar: \(names.id)")
  }

  /// The first few files by their folders and names, and how many more there are.
  static func names(of files: [URL]) -> Phrase {
    .list(files.map { Phrase($0.pathComponents.suffix(2).joined(separator: "/")) }, atMost: 3)
  }
}

extension PictureSet {
  /// Makes sure that what was computed from the set came from its pictures.
  /// - Throws: one line if a file could not be read any more after the set was made.
  package func checkNoneLost() throws {
    guard let first = lost.first else { return }
    throw DataSourceError(
      description:
        "\(first.error); \(lost.count) of the pictures could not be read any more in the course of it, so that "
        + "the result would be wrong: leave the folder as it is, and start again")
  }
}
