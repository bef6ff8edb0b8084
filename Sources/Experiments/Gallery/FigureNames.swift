import Foundation
import Notebook

/// Names for the figures of some pictures in one folder: each after its picture, no two the same, and none that of a picture.
public struct FigureNames {
  private let folder: URL
  private let pictures: Set<String>
  private var taken: Set<String> = []

  /// Names in a folder, which is made if it is not there.
  /// - Throws: one line if nothing can be written there.
  public init(for pictures: [String], in folder: URL) throws {
    _ = try OutputFolder(folder)
    self.folder = folder
    self.pictures = Set(pictures.map { FigureNames.place(of: URL(filePath: $0)) })
  }

  /// Where the figure of a picture goes: `cat-explained.png` for `photos/cat.jpg`, or with a number where that is taken.
  public mutating func file(for picture: String) -> URL {
    let stem = URL(filePath: picture).deletingPathExtension().lastPathComponent.fileName
    var number = 1
    while true {
      let name = number == 1 ? "\(stem)-explained.png" : "\(stem)-explained-\(number).png"
      let file = folder.appending(path: name)
      // Some file systems do not tell capital letters from small ones.
      if !pictures.contains(FigureNames.place(of: file)), taken.insert(name.lowercased()).inserted { return file }
      number += 1
    }
  }

  private static func place(of file: URL) -> String { file.resolvingSymlinksInPath().path.lowercased() }
}
