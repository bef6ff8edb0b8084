import Foundation

/// The files of one class: those in its folder and in all folders below it.
///
/// They come in the order that torchvision's `ImageFolder` gives them: folder by folder in the order of their paths, the files
/// of each by their names. A link to a folder is followed, unless the class holds that folder already.
struct ClassFolder {
  private(set) var files: [URL] = []
  private(set) var passedOver = PassedOver()

  /// Looks through a folder.
  /// - Throws: one line if it, or a folder below it, cannot be listed.
  init(_ folder: URL) throws(PhotoCollectionError) {
    var seen: Set<Files.Identity> = []
    var open = [folder]
    var found: [(path: String, files: [URL])] = []
    if let status = Files.status(of: folder) { seen.insert(status.identity) }
    while let folder = open.popLast() {
      var files: [URL] = []
      for entry in try Files.entries(of: folder) {
        guard !Files.isLeftover(entry) else {
          passedOver.leftovers.append(entry)
          continue
        }
        guard let status = Files.status(of: entry) else {
          passedOver.links.append(entry)
          continue
        }
        switch status.kind {
        case .file: files.append(entry)
        case .other: passedOver.irregular.append(entry)
        case .folder where seen.insert(status.identity).inserted: open.append(entry)
        case .folder: passedOver.links.append(entry)
        }
      }
      found.append((folder.path, files))
    }
    self.files = found.sorted { $0.path.unicodeScalars.lexicographicallyPrecedes($1.path.unicodeScalars) }.flatMap(
      \.files)
  }
}
