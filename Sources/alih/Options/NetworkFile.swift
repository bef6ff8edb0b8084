import ArgumentParser
import Foundation

/// A file that a network is to be written to.
enum NetworkFile {
  /// Makes sure, before anything is trained, that the file can be written.
  static func check(_ file: URL) throws {
    let folder = file.deletingLastPathComponent()
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else {
      throw ValidationError("\(folder.path): not a folder that can be written; choose another --output")
    }
    if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), isFolder.boolValue {
      throw ValidationError("\(file.path): is a folder; choose another --output")
    }
    let probe = folder.appending(path: ".\(file.lastPathComponent).partial")
    guard FileManager.default.createFile(atPath: probe.path, contents: nil) else {
      throw ValidationError("\(folder.path): not a folder that can be written; choose another --output")
    }
    try? FileManager.default.removeItem(at: probe)
  }
}
