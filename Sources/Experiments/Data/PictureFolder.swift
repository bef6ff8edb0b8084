import Datasets
import Foundation
import Imaging
import Notebook

/// Why a folder of pictures cannot be written, in one line.
public struct PictureFolderError: Error, CustomStringConvertible {
  /// The folder and what to do.
  public let description: String
}

extension Menagerie {
  /// Writes the first `count` pictures of the test set as PNG files, in one sub-folder for each class.
  /// - Throws: one line if the folder has something in it already or cannot be written; nothing is overwritten.
  public func write(to folder: URL, count: Int, size: Int) throws {
    let files = FileManager.default
    if let found = try? files.contentsOfDirectory(atPath: folder.path), !found.isEmpty {
      throw PictureFolderError(description: "\(folder.path): not empty; name a new folder, nothing was written")
    }
    for index in 0..<count {
      let (label, scene) = testExample(index)
      let place = folder.appending(path: task.classNames[label].english)
      do {
        try files.createDirectory(at: place, withIntermediateDirectories: true)
      } catch {
        throw PictureFolderError(description: "\(place.path): cannot be made; choose a folder that can be written")
      }
      let name = String(format: "%05d.png", index)
      try scene.picture(size: size, style: style).writePNG(
        to: place.appending(path: name),
        text: [
          "Title": scene.caption.english, "Description": scene.caption.indonesian, "Seed": "\(seed)",
          "Software": Release.software,
        ])
    }
  }
}
