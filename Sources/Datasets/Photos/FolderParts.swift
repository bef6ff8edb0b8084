import Foundation

/// The parts of a folder of photographs, each with one sub-folder for each class: what is learnt from, and, where they lie
/// apart, what is chosen by and what is scored.
///
/// A part is known by its name, in capital letters or not: `train` or `training`; `val`, `valid` or `validation`; `test` or
/// `testing`; also with `set`, `data`, `images` or a number behind, such as `training_set` and `val2017`.
struct FolderParts {
  /// The folder of the classes that are learnt.
  private(set) var training: URL
  /// The folder of the pictures to choose by, where there is another for the test.
  private(set) var validation: URL?
  /// The folder of the pictures to score by.
  private(set) var test: URL?
  private(set) var passedOver = PassedOver()

  /// Looks at the names of the folders in a folder.
  /// - Throws: one line if it has parts, but none to learn from.
  init(of root: URL) throws(PhotoCollectionError) {
    training = root
    let folders = FolderParts.folders(in: root)
    func first(_ role: Role) -> URL? {
      folders.filter { Role($0) == role }.min { $0.lastPathComponent.count < $1.lastPathComponent.count }
    }
    let all = (training: first(.training), validation: first(.validation), test: first(.test))
    let areAllParts = folders.allSatisfy { Role($0) != nil }
    guard all.validation != nil || all.test != nil || FolderParts.isApart(all.training, from: folders) else { return }
    guard let learnt = all.training.map(FolderParts.unwrapped), !FolderParts.folders(in: learnt).isEmpty else {
      // Classes may be called `test` or `val` as well, but not all of them.
      guard areAllParts else { return }
      let found = folders.map(\.lastPathComponent).joined(separator: " and ")
      throw PhotoCollectionError(
        all.training ?? root,
        all.training == nil
          ? "has \(found), but no train to learn from; name the one that you mean, such as "
            + "\(root.appending(path: folders[0].lastPathComponent).path)"
          : "has no sub-folders: put the pictures of each class into a sub-folder with its name")
    }
    training = learnt
    let held = [all.test, all.validation].compactMap(\.self)
    let labelled = held.filter { !FolderParts.folders(in: FolderParts.unwrapped($0)).isEmpty }
    test = labelled.first.map(FolderParts.unwrapped)
    validation = labelled.count > 1 ? FolderParts.unwrapped(labelled[1]) : nil
    passedOver.folders = folders.filter { $0 != all.training && !labelled.contains($0) && FolderParts.hasFiles($0) }
  }

  /// What a part is for, by its folder's name.
  enum Role: Hashable {
    case training, validation, test

    init?(_ folder: URL) {
      let name = folder.lastPathComponent.lowercased()
      guard
        let match = name.wholeMatch(
          of: /(train|training|val|valid|validation|test|testing)([ _-]?(set|data|images|\d+))?/)
      else { return nil }
      self = match.1.hasPrefix("train") ? .training : match.1.hasPrefix("val") ? .validation : .test
    }
  }

  /// The folders in a folder that are not hidden and not left behind by a system.
  static func folders(in url: URL) -> [URL] {
    ((try? Files.entries(of: url)) ?? []).filter { !Files.isLeftover($0) && Files.isFolder($0) }
  }

  /// Whether the folder of what is learnt from holds folders alone, and those beside it no pictures.
  private static func isApart(_ training: URL?, from folders: [URL]) -> Bool {
    guard let training, !FolderParts.folders(in: training).isEmpty else { return false }
    return folders.allSatisfy { folder in
      !((try? Files.entries(of: folder)) ?? []).contains(where: PassedOver.isPictureName)
        && (folder == training || FolderParts.folders(in: folder).isEmpty)
    }
  }

  private static func hasFiles(_ folder: URL) -> Bool {
    (try? ClassFolder(folder))?.files.isEmpty == false
  }

  /// The one folder in a folder, where there is no other and no picture beside it, and it has folders itself: what unpackers
  /// put around everything.
  static func soleFolder(in url: URL) -> URL? {
    let entries = ((try? Files.entries(of: url)) ?? []).filter { !Files.isLeftover($0) }
    let folders = entries.filter { Files.isFolder($0) }
    guard folders.count == 1, !entries.contains(where: PassedOver.isPictureName) else { return nil }
    return folders[0]
  }

  /// The folder where the classes' folders lie, through at most three others of which each holds nothing but the next.
  static func unwrapped(_ url: URL) -> URL {
    var place = url
    for _ in 0..<3 {
      guard let sole = soleFolder(in: place), !folders(in: sole).isEmpty,
        !((try? Files.entries(of: sole)) ?? []).contains(where: PassedOver.isPictureName)
      else { break }
      place = sole
    }
    return place
  }
}
