import Foundation

/// Pictures that lie in a folder, and are of no class that anybody knows.
public enum PictureFolder {
  /// The pictures, by their names, in a folder and in those below it, in the order of their paths.
  /// - Throws: one line if there are none, or a folder cannot be listed.
  public static func files(in folder: URL) throws(PhotoCollectionError) -> [URL] {
    let files = try ClassFolder(folder).files.filter(PassedOver.isPictureName)
    guard !files.isEmpty else { throw PhotoCollectionError(folder, "has no pictures: name JPEG or PNG files") }
    return files
  }

  /// Whether there is a folder of that name.
  public static func isThere(_ url: URL) -> Bool { Files.isFolder(url) }
}
