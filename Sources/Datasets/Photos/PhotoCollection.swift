import Foundation

/// Labelled photographs on disk, in whatever layout they unpack.
///
/// ```swift
/// let photos = try PhotoCollection(URL(filePath: "cifar-10-batches-bin")).restricted(to: ["cat", "dog"])
/// let (training, validation) = try photos.split(Preprocessing(side: 32), perClass: 100, seed: 1)
/// let test = try photos.testSet(Preprocessing(side: 32))
/// ```
///
/// The layout is recognised: see `PhotoLayout`. JPEG and PNG are told apart by content. Hidden files, what systems leave behind,
/// and what is no ordinary file are passed over, and `passedOver` has them. Files that are empty or no pictures are skipped
/// when a set is made of the photographs, which says which.
public struct PhotoCollection: Sendable {
  /// Where the folder is.
  public let url: URL
  /// Where the data set begins: there, or in a folder of its own below.
  public let root: URL
  /// How the photographs lie in it.
  public let layout: PhotoLayout
  /// The names of the classes; a label is an index into them.
  public let classNames: [ClassName]
  /// The photographs of each class to learn from, and to choose by where none are set aside for that; all of them where none
  /// are set aside at all.
  public let photos: [[Photo]]
  /// The photographs of each class that the data set itself sets aside to choose by, if it does; none of them are in `photos`.
  public let validationPhotos: [[Photo]]?
  /// The photographs of each class that the data set itself sets aside for a test, if it does.
  public let testPhotos: [[Photo]]?
  /// What lies in the folder and is used for nothing.
  public let passedOver: PassedOver
  /// Whether the folders of the classes have parts inside of them, such as `cat/train` and `cat/test`.
  public let inside: PartsInClasses

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
    self.root = root
    self.layout = layout
    let isSecond = labeling != nil && labeling == layout.labelings.last
    let names: [String]
    switch layout {
    case .folders:
      let classes = try ClassFolders(in: root)
      (names, photos, passedOver) = (classes.names, classes.training, classes.passedOver)
      (validationPhotos, testPhotos, inside) = (classes.validation, classes.test, classes.inside)
    case .catsVersusDogs:
      let classes = try ClassFolders(in: root)
      (names, photos, passedOver) = (classes.names.map { $0.lowercased() }, classes.training, classes.passedOver)
      (validationPhotos, testPhotos, inside) = (classes.validation, classes.test, classes.inside)
    case .pets, .cifar10, .cifar100:
      (names, photos, testPhotos) =
        switch layout {
        case .pets: try PetFiles(folder: root).read(bySpecies: isSecond)
        case .cifar10: try PhotoCollection.records(of: .ten(in: root))
        default: try PhotoCollection.records(of: .hundred(in: root, coarse: isSecond))
        }
      (validationPhotos, passedOver, inside) = (nil, PassedOver(), .none)
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
    root = whole.root
    layout = whole.layout
    passedOver = whole.passedOver
    inside = whole.inside
    classNames = places.map { whole.classNames[$0] }
    photos = places.map { whole.photos[$0] }
    validationPhotos = whole.validationPhotos.map { photos in places.map { photos[$0] } }
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
