import Foundation

/// The pre-trained networks that come with the course, in `Assets/Networks`.
public enum Catalogue {
  /// The folder they lie in.
  public static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Assets/Networks", directoryHint: .isDirectory)

  /// Where the network of that name lies, or will lie once it is made.
  public static func file(_ name: String) -> URL {
    folder.appending(path: "\(name).safetensors")
  }

  /// The names of the networks that are there.
  public static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "safetensors" }.map { $0.deletingPathExtension().lastPathComponent }
      .sorted()
  }

  /// Opens a network of the course by its name.
  ///
  /// ```swift
  /// let network = try Catalogue.network("mini-vgg")
  /// ```
  /// - Throws: one line if there is none of that name.
  public static func network(_ name: String) throws -> Network {
    guard FileManager.default.fileExists(atPath: file(name).path) else {
      let known = names.isEmpty ? "none" : names.joined(separator: ", ")
      throw NetworkError("no network is called \(name); there are \(known), and files by their path")
    }
    return try Network(contentsOf: file(name))
  }
}
