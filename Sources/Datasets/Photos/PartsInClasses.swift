import Foundation

/// Whether the folders of the classes have parts inside of them, such as `cat/train` and `cat/test`.
public enum PartsInClasses: Sendable, Hashable {
  /// None has any.
  case none
  /// Each has the same parts, and what is learnt from is never what is scored.
  case parted
  /// Some have parts and others have none, or other ones: all pictures of a class are taken together. The names are those of
  /// the classes that have parts.
  case together([String])
}

/// The parts inside of one class's folder: one to learn from, and one or two that are kept back.
struct InnerParts {
  let folders: [FolderParts.Role: URL]

  /// Looks at the names of the folders in a class's folder; nil unless each is a part, one of them to learn from and another
  /// one kept back, with no picture beside them.
  init?(of folder: URL) {
    let inner = FolderParts.folders(in: folder)
    let roles = inner.compactMap { FolderParts.Role($0) }
    let isAlone = !((try? Files.entries(of: folder)) ?? []).contains(where: PassedOver.isPictureName)
    guard roles.count == inner.count, Set(roles).count == roles.count, roles.count > 1, roles.contains(.training),
      isAlone
    else { return nil }
    folders = Dictionary(uniqueKeysWithValues: zip(roles, inner))
  }

  /// The parts of each of some classes, if all have the same.
  static func alike(_ all: [InnerParts?]) -> [InnerParts]? {
    let parts = all.compactMap(\.self)
    let roles = Set(parts.map { Set($0.folders.keys) })
    return parts.count == all.count && roles.count == 1 ? parts : nil
  }
}
