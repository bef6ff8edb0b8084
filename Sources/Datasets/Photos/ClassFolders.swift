import Foundation

/// The photographs in a folder with one sub-folder for each class, or in its parts.
struct ClassFolders {
  /// The names of the sub-folders, in order: by their numbers where all of them are numbers, otherwise by their code points.
  let names: [String]
  /// The photographs of each class to learn from; of those to choose by and to score by, where they lie apart.
  let training: [[Photo]]
  let validation, test: [[Photo]]?
  let passedOver: PassedOver
  /// Whether the folders of the classes have parts inside of them.
  let inside: PartsInClasses

  /// Looks through the folders.
  /// - Throws: one line that names the folder that was at fault.
  init(in root: URL) throws(PhotoCollectionError) {
    let parts = try FolderParts(of: root)
    var passedOver = parts.passedOver
    let learnt = try ClassFolders.read(parts.training, &passedOver)
    names = learnt.map(\.name)
    let inner = names.map { InnerParts(of: parts.training.appending(path: $0)) }
    if parts.test == nil, let inner = InnerParts.alike(inner) {
      (training, validation, test) = try ClassFolders.read(inner)
      inside = .parted
    } else {
      training = learnt.map(\.photos)
      validation = try ClassFolders.read(parts.validation, of: names, &passedOver)
      test = try ClassFolders.read(parts.test, of: names, &passedOver)
      let parted = zip(names, inner).filter { $0.1 != nil }.map(\.0)
      inside = parted.isEmpty ? .none : .together(parted)
    }
    self.passedOver = passedOver
  }

  /// The photographs in the parts inside of each class; where one part is kept back, it is the one that is scored.
  private static func read(
    _ inner: [InnerParts]
  ) throws(PhotoCollectionError) -> (training: [[Photo]], validation: [[Photo]]?, test: [[Photo]]?) {
    func photos(_ role: FolderParts.Role) throws(PhotoCollectionError) -> [[Photo]]? {
      var classes: [[Photo]] = []
      for parts in inner {
        guard let folder = parts.folders[role] else { return nil }
        let files = try ClassFolder(folder).files
        guard !files.isEmpty else {
          throw PhotoCollectionError(folder, "has no pictures: add JPEG or PNG files, or remove the folder")
        }
        classes.append(files.map { Photo($0) })
      }
      return classes
    }
    let (validation, test) = (try photos(.validation), try photos(.test))
    return (try photos(.training) ?? [], test == nil ? nil : validation, test ?? validation)
  }

  /// The photographs of a part that is not learnt from, in the order of the classes that are.
  private static func read(
    _ part: URL?, of names: [String], _ passedOver: inout PassedOver
  ) throws(PhotoCollectionError) -> [[Photo]]? {
    guard let part else { return nil }
    let classes = try read(part, &passedOver)
    if let stranger = classes.first(where: { !names.contains($0.name) }) {
      throw PhotoCollectionError(
        part.appending(path: stranger.name), "the folder for learning has no class of that name")
    }
    return names.map { name in classes.first { $0.name == name }?.photos ?? [] }
  }

  private static func read(
    _ root: URL, _ passedOver: inout PassedOver
  ) throws(PhotoCollectionError) -> [(name: String, photos: [Photo])] {
    let entries = try Files.entries(of: root)
    let folders = FolderParts.folders(in: root)
    guard !folders.isEmpty else {
      let isPickled = Files.isFile(root.appending(path: "batches.meta")) || Files.isFile(root.appending(path: "meta"))
      throw PhotoCollectionError(
        root,
        isPickled
          ? "the Python version of CIFAR; download the binary version"
          : "has no sub-folders: put the pictures of each class into a sub-folder with its name")
    }
    passedOver.leftovers += entries.filter(Files.isLeftover)
    let others = entries.filter { !Files.isLeftover($0) && !Files.isFolder($0) }
    passedOver.unlabelled += others.filter { Files.isFile($0) && PassedOver.isPictureName($0) }
    passedOver.irregular += others.filter { Files.status(of: $0)?.kind == .other }
    passedOver.links += others.filter { Files.status(of: $0) == nil }
    var classes: [(name: String, photos: [Photo])] = []
    for folder in folders {
      let found = try ClassFolder(folder)
      passedOver += found.passedOver
      guard !found.files.isEmpty else {
        throw PhotoCollectionError(folder, "has no pictures: add JPEG or PNG files, or remove the folder")
      }
      classes.append((folder.lastPathComponent, found.files.map { Photo($0) }))
    }
    let numbers = classes.map { ClassFolders.number($0.name) }
    guard !numbers.contains(nil) else { return classes }
    return zip(numbers, classes).sorted { ($0.0 ?? 0, $0.1.name) < ($1.0 ?? 0, $1.1.name) }.map(\.1)
  }

  /// The number that a name is, of digits alone.
  private static func number(_ name: String) -> Int? {
    name.utf8.allSatisfy { (48...57).contains($0) } ? Int(name) : nil
  }
}
