import Foundation
import Imaging

/// How pictures become PNG files with their metadata, and pictures again.
enum PictureFile {
  /// The bytes of a PNG with the given texts, in this order.
  static func data(of image: Image, text: [(key: String, value: String)]) -> Data {
    image.pngData(text: text)
  }

  /// The picture in a file.
  static func image(in file: URL) throws -> Image {
    try Image(contentsOf: file)
  }
}
