import Foundation

/// The binary files of CIFAR-10 or CIFAR-100 in a folder, as they unpack.
struct CIFARFiles {
  let folder: URL
  /// Bytes of labels before the pixels of a picture.
  let labelBytes: Int
  /// Which of these bytes is the label.
  let labelPlace: Int
  /// The file with the names of the classes, one a line.
  let nameFile: String
  /// The files with pictures to learn from.
  let trainingFiles: [String]
  /// The file with pictures to score once.
  let testFile: String

  /// CIFAR-10: ten classes.
  static func ten(in folder: URL) -> CIFARFiles {
    CIFARFiles(
      folder: folder, labelBytes: 1, labelPlace: 0, nameFile: "batches.meta.txt",
      trainingFiles: (1...5).map { "data_batch_\($0).bin" }, testFile: "test_batch.bin")
  }

  /// CIFAR-100: a hundred fine classes, or twenty coarse ones.
  static func hundred(in folder: URL, coarse: Bool) -> CIFARFiles {
    CIFARFiles(
      folder: folder, labelBytes: 2, labelPlace: coarse ? 0 : 1,
      nameFile: coarse ? "coarse_label_names.txt" : "fine_label_names.txt", trainingFiles: ["train.bin"],
      testFile: "test.bin")
  }

  /// Whether any of the files with pictures is there.
  var isThere: Bool { (trainingFiles + [testFile]).contains { Files.isFile(folder.appending(path: $0)) } }

  /// The names of the classes, in the order of their labels.
  func classNames() throws(PhotoCollectionError) -> [String] {
    let names = try Files.lines(of: folder.appending(path: nameFile))
    guard !names.isEmpty else {
      throw PhotoCollectionError(folder.appending(path: nameFile), "names no class; unpack the data set again")
    }
    return names
  }

  /// The pictures of the files that are there, class by class.
  func photos(in files: [String], classes: Int) throws(PhotoCollectionError) -> [[Photo]] {
    var photos = [[Photo]](repeating: [], count: classes)
    for file in files.map({ folder.appending(path: $0) }) where Files.isFile(file) {
      for (index, label) in try labels(in: file).enumerated() {
        guard label < classes else {
          throw PhotoCollectionError(
            file,
            "record \(index + 1) has the label \(label), and \(nameFile) names \(classes) classes; "
              + "unpack the data set again")
        }
        photos[label].append(Photo(CIFARRecord(index: index, labelBytes: labelBytes), in: file))
      }
    }
    return photos
  }

  /// The labels of all records of a file, of which no more than a thousand are in memory at once.
  private func labels(in file: URL) throws(PhotoCollectionError) -> [Int] {
    let length = labelBytes + CIFARRecord.pixelBytes
    let size = try Files.size(of: file)
    guard size > 0, size % length == 0 else {
      throw PhotoCollectionError(
        file, "\(size) bytes, which is no whole number of records of \(length) bytes; download it again")
    }
    do {
      let handle = try FileHandle(forReadingFrom: file)
      defer { try? handle.close() }
      var labels: [Int] = []
      while let records = try handle.read(upToCount: 1_000 * length), !records.isEmpty {
        let bytes = [UInt8](records)
        labels += stride(from: labelPlace, to: bytes.count, by: length).map { Int(bytes[$0]) }
      }
      return labels
    } catch {
      throw PhotoCollectionError(file, "the file can't be read: check its permissions")
    }
  }
}
