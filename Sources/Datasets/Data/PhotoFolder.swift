import Autograd
import Foundation
import Imaging

/// A folder of photographs with one sub-folder for each class, whose name is the class's.
///
/// Classes and pictures are taken in the order of their names. JPEG and PNG are told apart by content. Hidden files and
/// folders are passed over.
public struct PhotoFolder: Sendable {
  /// Where the folder is.
  public let url: URL
  /// The names of the sub-folders, sorted; a label is an index into them.
  public let classNames: [ClassName]
  /// The picture files of each class, sorted by name.
  public let files: [[URL]]

  /// Looks through a folder, without opening its pictures yet.
  public init(_ url: URL) throws(PhotoFolderError) {
    let folders = try Self.entries(of: url).filter { Self.isFolder($0) }
    guard !folders.isEmpty else { throw PhotoFolderError(.noClasses, path: url.path) }
    var files: [[URL]] = []
    for folder in folders {
      let pictures = try Self.entries(of: folder).filter { !Self.isFolder($0) }
      guard !pictures.isEmpty else { throw PhotoFolderError(.emptyClass, path: folder.path) }
      files.append(pictures)
    }
    self.url = url
    self.files = files
    classNames = folders.map { ClassName($0.lastPathComponent) }
  }

  /// Reads all pictures as squares of one size and parts them by chance, class by class, for learning and for choosing.
  ///
  /// Every class with two pictures or more gives at least one to each side. The same seed parts them the same way. Of a
  /// class with more than `limit` pictures, so many are drawn by chance.
  public func split(
    size: Int, validationShare: Double = 0.2, perClass limit: Int = .max, seed: UInt64
  ) throws(PhotoFolderError) -> (training: TrainingSet, validation: ValidationSet) {
    precondition(validationShare > 0 && validationShare < 1, "a share lies between 0 and 1, not \(validationShare)")
    var training: [(URL, Int)] = []
    var validation: [(URL, Int)] = []
    for (label, files) in files.enumerated() {
      var random = RandomSource(seed: seed, stream: UInt64(label))
      let shuffled = files.shuffled(using: &random).prefix(limit)
      let wanted = Int((Double(shuffled.count) * validationShare).rounded())
      let count = shuffled.count < 2 ? 0 : min(max(wanted, 1), shuffled.count - 1)
      validation += shuffled.prefix(count).map { ($0, label) }
      training += shuffled.dropFirst(count).map { ($0, label) }
    }
    return (try read(training, size), try read(validation, size))
  }

  /// Reads all pictures as squares of one size, to be scored once.
  public func testSet(size: Int) throws(PhotoFolderError) -> TestSet {
    try read(files.enumerated().flatMap { label, files in files.map { ($0, label) } }, size)
  }

  private func read<Role>(_ pictures: [(URL, Int)], _ size: Int) throws(PhotoFolderError) -> PictureSet<Role> {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pictures.count * size * size * 3)
    for (file, _) in pictures {
      do throws(ImagingError) {
        let picture = try Image(contentsOf: file).withChannels(3).square(size)
        bytes += picture.pixels.lazy.map { UInt8(min(max($0, 0), 1) * 255 + 0.5) }
      } catch {
        throw PhotoFolderError(.unreadablePicture(error), path: file.path)
      }
    }
    return PictureSet(classNames: classNames, labels: pictures.map { $0.1 }, size: size, bytes: bytes)
  }

  /// What a folder holds, sorted by name, without hidden entries.
  private static func entries(of url: URL) throws(PhotoFolderError) -> [URL] {
    guard isFolder(url) else { throw PhotoFolderError(.notAFolder, path: url.path) }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: url.path)
        .filter { !$0.hasPrefix(".") }
        .sorted()
        .map { url.appendingPathComponent($0) }
    } catch {
      throw PhotoFolderError(.notReadable, path: url.path)
    }
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
  }
}

/// Why a folder of photographs can't be used, in one line that names the place and says what to do.
public struct PhotoFolderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong.
  public enum Reason: Hashable, Sendable {
    /// There is no folder of that name.
    case notAFolder
    /// The system refuses to list the folder.
    case notReadable
    /// The folder has no sub-folders.
    case noClasses
    /// A class's folder has no pictures.
    case emptyClass
    /// A file is not a picture that can be read.
    case unreadablePicture(ImagingError)
  }
  /// What was wrong.
  public let reason: Reason
  /// The folder or file that it was wrong with.
  public let path: String

  init(_ reason: Reason, path: String) {
    self.reason = reason
    self.path = path
  }

  /// One line: the place, what was wrong, what to do.
  public var description: String {
    switch reason {
    case .notAFolder: "\(path) is not a folder: give a folder with one sub-folder of pictures for each class"
    case .notReadable: "\(path) can't be listed: check its permissions"
    case .noClasses: "\(path) has no sub-folders: put the pictures of each class into a sub-folder with its name"
    case .emptyClass: "\(path) has no pictures: add JPEG or PNG files, or remove the folder"
    case .unreadablePicture(let error): error.description
    }
  }
}
