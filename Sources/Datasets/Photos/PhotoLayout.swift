import Foundation

/// How a data set of photographs lies on disk.
public enum PhotoLayout: String, Sendable, CaseIterable {
  /// One sub-folder of JPEG and PNG files for each class, whose name is the class's; or two or three of such folders, called
  /// `train`, `val` or `valid`, and `test`.
  case folders
  /// CIFAR-10, binary version: `data_batch_1.bin` … `data_batch_5.bin`, `test_batch.bin`, `batches.meta.txt`.
  case cifar10
  /// CIFAR-100, binary version: `train.bin`, `test.bin`, `fine_label_names.txt`, `coarse_label_names.txt`.
  case cifar100
  /// Oxford-IIIT Pets: `images` and `annotations`.
  case pets
  /// Microsoft Cats vs Dogs: `PetImages/Cat` and `PetImages/Dog`.
  case catsVersusDogs

  /// The ways of labelling that the data set has, its own first; none where there is only one.
  public var labelings: [String] {
    switch self {
    case .cifar100: ["fine", "coarse"]
    case .pets: ["breeds", "species"]
    case .folders, .cifar10, .catsVersusDogs: []
    }
  }

  /// The names of the folders that known data sets unpack to.
  private static let unpacked = ["cifar-10-batches-bin", "cifar-100-binary", "PetImages", "oxford-iiit-pet"]

  /// The layout of a folder, and where the data set begins: there, in a folder of its own below, or in the one folder that an
  /// unpacker has put around it.
  static func recognised(in folder: URL) -> (layout: PhotoLayout, root: URL) {
    var place = folder
    for _ in 0..<3 {
      if let known = known(at: place) { return known }
      guard let sole = FolderParts.soleFolder(in: place) else { break }
      place = sole
    }
    return known(at: place) ?? (.folders, FolderParts.unwrapped(folder))
  }

  /// A data set that is known by the names of its files.
  private static func known(at folder: URL) -> (layout: PhotoLayout, root: URL)? {
    for root in [folder] + unpacked.map({ folder.appending(path: $0) }) where Files.isFolder(root) {
      if CIFARFiles.ten(in: root).isThere { return (.cifar10, root) }
      if CIFARFiles.hundred(in: root, coarse: false).isThere { return (.cifar100, root) }
      if PetFiles.isThere(in: root) { return (.pets, root) }
      let isPetImages = root.standardizedFileURL.lastPathComponent == "PetImages"
      if isPetImages, ["Cat", "Dog"].allSatisfy({ Files.isFolder(root.appending(path: $0)) }) {
        return (.catsVersusDogs, root)
      }
    }
    return nil
  }
}
