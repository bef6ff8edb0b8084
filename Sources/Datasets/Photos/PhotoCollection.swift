import Foundation

/// Labelled photographs on disk, in whatever layout they unpack.
///
/// ```swift
/// let photos = try PhotoCollection(URL(filePath: "cifar-10-batches-bin")).restricted(to: ["cat", "dog"])
/// let (training, validation) = try photos.split(Preprocessing(side: 32), perClass: 100, seed: 1)
/// let test = try photos.testSet(Preprocessing(side: 32))
/// ```
///
/// The layout is recognised: see `PhotoLayout`. JPEG and PNG are told apart by content; hidden files and folders are passed
/// over. Files that are empty or no pictures are skipped when a set is made of the photographs, which says which.
public struct PhotoCollection: Sendable {
  /// Where the folder is.
  public let url: URL
  /// How the photographs lie in it.
  public let layout: PhotoLayout
  /// The names of the classes; a label is an index into them.
  public let classNames: [ClassName]
  /// The photographs of each class to learn from and choose by; all of them where none are set aside.
  public let photos: [[Photo]]
  /// The photographs of each class that the data set itself sets aside for a test, if it does.
  public let testPhotos: [[Photo]]?

  /// Looks through a folder, without opening its pictures yet.
  ///
  /// `labeling` chooses among the labels of a data set that has several: `species` instead of `breeds` of the Oxford-IIIT
  /// Pets, `coarse` instead of `fine` of CIFAR-100.
  public init(_ url: URL, labeling: String? = nil) throws(PhotoCollectionError) {
    let (layout, root) = PhotoLayout.recognised(in: url)
    if let labeling, !layout.labelings.contains(labeling) {
      let known = layout.labelings.joined(separator: " or ")
      throw PhotoCollectionError(
        url, "has no labels called \(labeling): " + (known.isEmpty ? "leave it out" : "it may be \(known)"))
    }
    self.url = url
    self.layout = layout
    let isSecond = labeling != nil && labeling == layout.labelings.last
    let names: [String]
    switch layout {
    case .folders:
      let (training, test) = PhotoCollection.parts(of: root)
      (names, photos) = try PhotoCollection.folders(in: training)
      testPhotos = if let test { try PhotoCollection.folders(in: test, of: names) } else { nil }
    case .catsVersusDogs:
      let folders = try PhotoCollection.folders(in: root)
      (names, photos, testPhotos) = (folders.names.map { $0.lowercased() }, folders.photos, nil)
    case .pets: (names, photos, testPhotos) = try PetFiles(folder: root).read(bySpecies: isSecond)
    case .cifar10: (names, photos, testPhotos) = try PhotoCollection.records(of: .ten(in: root))
    case .cifar100: (names, photos, testPhotos) = try PhotoCollection.records(of: .hundred(in: root, coarse: isSecond))
    }
    classNames = names.map { ClassName($0) }
  }

  /// Looks through the folder that a reader names, which may be followed by a way of labelling: `pets:species`; nil if
  /// there is no such folder.
  public init?(path: String) throws(PhotoCollectionError) {
    func folder(_ path: some StringProtocol) -> URL { URL(filePath: String(path), directoryHint: .isDirectory) }
    if Files.isFolder(folder(path)) {
      try self.init(folder(path))
    } else if let colon = path.lastIndex(of: ":"), colon > path.startIndex, Files.isFolder(folder(path[..<colon])) {
      try self.init(folder(path[..<colon]), labeling: String(path[path.index(after: colon)...]))
    } else {
      return nil
    }
  }

  private init(_ whole: PhotoCollection, places: [Int]) {
    url = whole.url
    layout = whole.layout
    classNames = places.map { whole.classNames[$0] }
    photos = places.map { whole.photos[$0] }
    testPhotos = whole.testPhotos.map { photos in places.map { photos[$0] } }
  }

  /// The photographs of some classes alone, whose labels follow the order of the names given.
  public func restricted(to names: [String]) throws(PhotoCollectionError) -> PhotoCollection {
    var places: [Int] = []
    for name in names {
      guard let place = classNames.firstIndex(where: { $0.english == name }) else {
        let known = classNames.prefix(40).map(\.english).joined(separator: ", ")
        throw PhotoCollectionError(
          url, "has no class \(name); there are \(known)\(classNames.count > 40 ? " and others" : "")")
      }
      guard !places.contains(place) else { throw PhotoCollectionError(url, "the class \(name) is named twice") }
      places.append(place)
    }
    guard !places.isEmpty else { throw PhotoCollectionError(url, "no class is chosen; name two or more") }
    return PhotoCollection(self, places: places)
  }
}

extension PhotoCollection {
  /// The folder of the classes, and that of a test's where the folder is parted in two.
  private static func parts(of root: URL) -> (training: URL, test: URL?) {
    let training = root.appending(path: "train")
    let test = ["test", "val", "validation"].map { root.appending(path: $0) }.first(where: Files.isFolder)
    guard let test, (try? folders(in: training)) != nil, (try? folders(in: test)) != nil else { return (root, nil) }
    return (training, test)
  }

  /// The photographs of a test, in the order of the classes that are learnt.
  private static func folders(in root: URL, of classes: [String]) throws(PhotoCollectionError) -> [[Photo]] {
    let (names, photos) = try folders(in: root)
    if let stranger = names.first(where: { !classes.contains($0) }) {
      throw PhotoCollectionError(root.appending(path: stranger), "the folder for learning has no class of that name")
    }
    return classes.map { name in names.firstIndex(of: name).map { photos[$0] } ?? [] }
  }

  private static func folders(in root: URL) throws(PhotoCollectionError) -> (names: [String], photos: [[Photo]]) {
    let folders = try Files.entries(of: root).filter { Files.isFolder($0) }
    guard !folders.isEmpty else {
      let isPickled = Files.isFile(root.appending(path: "batches.meta")) || Files.isFile(root.appending(path: "meta"))
      throw PhotoCollectionError(
        root,
        isPickled
          ? "the Python version of CIFAR; download the binary version"
          : "has no sub-folders: put the pictures of each class into a sub-folder with its name")
    }
    var photos: [[Photo]] = []
    for folder in folders {
      let files = try Files.entries(of: folder).filter { !Files.isFolder($0) }
      guard !files.isEmpty else {
        throw PhotoCollectionError(folder, "has no pictures: add JPEG or PNG files, or remove the folder")
      }
      photos.append(files.map { Photo($0) })
    }
    return (folders.map(\.lastPathComponent), photos)
  }

  private static func records(
    of files: CIFARFiles
  ) throws(PhotoCollectionError) -> (names: [String], photos: [[Photo]], test: [[Photo]]?) {
    let names = try files.classNames()
    let hasTest = Files.isFile(files.folder.appending(path: files.testFile))
    return (
      names, try files.photos(in: files.trainingFiles, classes: names.count),
      hasTest ? try files.photos(in: [files.testFile], classes: names.count) : nil
    )
  }
}
