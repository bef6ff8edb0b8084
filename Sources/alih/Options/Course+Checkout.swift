import Foundation

extension Course {
  /// The folder of the checkout of the course that one stands in, at any depth, or nil outside of one.
  static let checkoutHere: URL? = {
    var folder = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
      .resolvingSymlinksInPath()
    while true {
      if isCheckout(folder) { return folder }
      let above = folder.deletingLastPathComponent()
      if above.path == folder.path { return nil }
      folder = above
    }
  }()

  /// The folder whose exercises are built and graded: the checkout that one stands in, or else the one that this command was
  /// built in.
  static var checkout: URL { checkoutHere ?? package }

  /// Whether a folder has this package and its lessons.
  private static func isCheckout(_ folder: URL) -> Bool {
    guard FileManager.default.fileExists(atPath: folder.appending(path: "Lessons/AllLessons.swift").path),
      let manifest = try? String(contentsOf: folder.appending(path: "Package.swift"), encoding: .utf8)
    else { return false }
    return manifest.contains("name: \"alih\"")
  }
}
