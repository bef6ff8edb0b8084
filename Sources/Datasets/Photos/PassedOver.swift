import Foundation

/// What lies in a folder of photographs and is used for nothing.
public struct PassedOver: Sendable, Hashable {
  /// Hidden entries, and those that systems and programs leave behind: `.DS_Store`, `._photo.jpg`, `__MACOSX`, `Thumbs.db`.
  public internal(set) var leftovers: [URL] = []
  /// Pipes, sockets and devices, which are never opened.
  public internal(set) var irregular: [URL] = []
  /// Links that lead nowhere, or to a folder that the same class holds already.
  public internal(set) var links: [URL] = []
  /// Pictures, by their names, that lie beside the folders of the classes.
  public internal(set) var unlabelled: [URL] = []
  /// Folders that are no class's and no part's that is used.
  public internal(set) var folders: [URL] = []

  init() {}

  /// Whether there is nothing of the kind.
  public var isEmpty: Bool { self == PassedOver() }

  static func += (all: inout PassedOver, more: PassedOver) {
    all.leftovers += more.leftovers
    all.irregular += more.irregular
    all.links += more.links
    all.unlabelled += more.unlabelled
    all.folders += more.folders
  }

  /// Whether a file is a picture by its name, of a kind that can be read here or not.
  static func isPictureName(_ url: URL) -> Bool {
    ["jpg", "jpeg", "jpe", "jfif", "png", "webp", "heic", "heif", "avif", "gif", "bmp", "tif", "tiff"]
      .contains(url.pathExtension.lowercased())
  }
}
