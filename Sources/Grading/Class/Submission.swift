import Foundation
import Notebook

/// What one student hands in: some of the files that the course's readers edit, wherever they lie in a folder or an archive.
package struct Submission: Sendable {
  /// The name of the folder or, without `.zip`, of the archive.
  package let student: String
  /// What was handed in, by the names of the files, such as `DomainsExercises.swift`.
  package let files: [String: Data]
  /// What stands in the way of a fair mark.
  package let remarks: [Phrase]

  /// The submissions in a folder, one for each folder and each zip archive in it, by name.
  /// - Parameter names: The files of the exercises.
  /// - Throws: one line if the folder cannot be listed or holds none.
  package static func all(in folder: URL, files names: Set<String>) throws -> [Submission] {
    guard let entries = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      throw NotebookError.noSubmissions(folder)
    }
    let submissions = try entries.filter { !$0.hasPrefix(".") && $0 != "__MACOSX" }.sorted().compactMap { entry in
      let place = folder.appending(path: entry)
      let kind = try? place.resourceValues(forKeys: [.isDirectoryKey, .isRegularFileKey])
      if kind?.isDirectory == true { return Submission(student: entry, in: place, files: names) }
      guard kind?.isRegularFile == true, entry.lowercased().hasSuffix(".zip") else { return nil }
      // An archive beside the folder that it was unpacked into is a submission of its own.
      let name = String(entry.dropLast(4))
      return try Submission(student: entries.contains(name) ? entry : name, archive: place, files: names)
    }
    guard !submissions.isEmpty else { throw NotebookError.noSubmissions(folder) }
    return submissions
  }

  /// The files in a folder and below it; links are not followed, since they may lead to what is nobody's to hand in.
  private init(student: String, in folder: URL, files names: Set<String>, remarks: [Phrase] = []) {
    self.student = student
    var (found, remarks) = ([String: (path: String, data: Data)](), remarks)
    let keys: [URLResourceKey] = [.isRegularFileKey, .isSymbolicLinkKey, .fileSizeKey]
    let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: keys)
    for case let file as URL in walk.map(Array.init) ?? [] where names.contains(file.lastPathComponent) {
      let (name, values) = (file.lastPathComponent, try? file.resourceValues(forKeys: Set(keys)))
      guard values?.isRegularFile == true, values?.isSymbolicLink != true,
        (values?.fileSize ?? .max) <= Submission.largest, let data = try? Data(contentsOf: file)
      else {
        remarks.append(.notTaken(name))
        continue
      }
      let path = file.path
      guard let other = found[name] else {
        found[name] = (path, data)
        continue
      }
      // The file that lies highest is the one meant; copies lie in build folders and in folders called old.
      let isHigher = (path.count { $0 == "/" }, path) < (other.path.count { $0 == "/" }, other.path)
      if isHigher { found[name] = (path, data) }
      if other.data != data { remarks.append(.twice(name)) }
    }
    if found.isEmpty, remarks.isEmpty { remarks.append(.nothing) }
    files = found.mapValues(\.data)
    self.remarks = remarks
  }

  private init(student: String, archive: URL, files names: Set<String>) throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    // Only the files that count, so that an archive of a whole checkout, or one made to fill a disk, costs nothing.
    let patterns = names.sorted().flatMap { ["*/\($0)", $0] }
    let finished = try FinishedProcess(
      URL(filePath: "/usr/bin/env"), ["unzip", "-qq", "-o", archive.path] + patterns + ["-d", scratch.path],
      seconds: 30)
    let problem: Phrase? =
      switch finished.ending {
      case .status(127): .noUnzip
      case .status(0), .status(1), .status(11): nil
      default: .brokenArchive
      }
    self.init(student: student, in: scratch, files: names, remarks: problem.map { [$0] } ?? [])
  }

  /// More than a hundred times what anyone writes into such a file.
  private static let largest = 1 << 20
}

extension Phrase {
  fileprivate static func notTaken(_ name: String) -> Phrase {
    Phrase(
      en: "\(name) is no ordinary file of at most 1 MB and was not taken",
      id: "\(name) bukan berkas biasa berukuran paling besar 1 MB dan tidak diambil")
  }

  fileprivate static func twice(_ name: String) -> Phrase {
    Phrase(
      en: "\(name) is there more than once; the one that lies highest was taken",
      id: "\(name) ada lebih dari satu; yang letaknya paling atas yang diambil")
  }

  fileprivate static var nothing: Phrase {
    Phrase(en: "no file of exercises was handed in", id: "tidak ada berkas latihan yang dikumpulkan")
  }

  fileprivate static var noUnzip: Phrase {
    Phrase(
      en: "unzip is not installed here; unpack the archive into a folder of its name",
      id: "unzip tidak terpasang di sini; buka arsip itu ke dalam folder dengan nama yang sama")
  }

  fileprivate static var brokenArchive: Phrase {
    Phrase(en: "the archive cannot be opened; ask for it again", id: "arsip tidak dapat dibuka; mintalah lagi")
  }
}

extension NotebookError {
  fileprivate static func noSubmissions(_ folder: URL) -> NotebookError {
    NotebookError(
      en: "\(folder.path): no submissions; give a folder with one folder or zip archive for each student",
      id: "\(folder.path): tidak ada kumpulan tugas; beri folder berisi satu folder atau arsip zip untuk tiap mahasiswa"
    )
  }
}
