import Foundation
import Imaging

/// A folder that is gone after the test.
final class Scratch {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("alih-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a picture of one grey, so that it can be told from others.
  func picture(_ path: String, _ grey: Float, width: Int = 12, height: Int = 10) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Image(width: width, height: height, filledWith: grey).writePNG(to: file)
  }

  func file(_ path: String, _ text: String) throws { try self.file(path, Array(text.utf8)) }

  func file(_ path: String, _ bytes: [UInt8]) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }
}
