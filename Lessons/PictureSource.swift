import Datasets
import Foundation

/// Why there are no pictures to be had, in one line.
public struct PictureSourceError: Error, CustomStringConvertible {
  /// What was wrong, where, and what to do.
  public let description: String
}

/// Where pictures come from that a reader names: a folder of photographs with one sub-folder for each class, or a task and
/// a style of the Menagerie, such as `menagerie:sketch`.
public enum PictureSource {
  /// Pictures that are painted.
  case world(Menagerie)
  /// Pictures that lie in files.
  case photos(PhotoFolder)

  /// Finds out what a name stands for; a task's name alone stands for its photos.
  ///
  /// Pictures of the Menagerie come from the world of `seed`.
  /// - Throws: one line if there is no such folder, task or style.
  public init(named name: String, seed: UInt16) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), isFolder.boolValue {
      self = .photos(try PhotoFolder(URL(filePath: name, directoryHint: .isDirectory)))
      return
    }
    let parts = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard let task = ClassificationTask.named(parts[0]), parts.count <= 2 else {
      let known = ClassificationTask.all.map(\.id).joined(separator: ", ")
      throw PictureSourceError(
        description: "\(name) is neither a folder nor a task: give a folder, or TASK:STYLE with a task of \(known)")
    }
    guard let style = parts.count == 1 ? .photo : Style(rawValue: parts[1]) else {
      let known = Style.allCases.map(\.rawValue).joined(separator: ", ")
      throw PictureSourceError(description: "\(name): no style is called \(parts[1]); there are \(known)")
    }
    self = .world(Menagerie(task, style: style, seed: seed))
  }
}
