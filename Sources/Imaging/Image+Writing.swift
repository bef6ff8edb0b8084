import CPNG
import FileAccess
import Foundation

extension Image {
  /// The bytes of an 8-bit PNG file, the same on every run; each value is written as round(255 v) after clamping.
  ///
  /// `text` holds keywords (1 to 79 ASCII characters) with what they say, written in this order: as tEXt when it is plain
  /// ASCII, else as iTXt in UTF-8.
  public func pngData(text: KeyValuePairs<String, String> = [:]) -> Data {
    pngData(text: text.map { ($0.key, $0.value) })
  }

  /// The bytes of an 8-bit PNG file with an ordered list of texts.
  public func pngData(text: [(key: String, value: String)]) -> Data {
    PNGWriter().encode(self, text: text)
  }

  /// Writes an 8-bit PNG file with its texts.
  ///
  /// The file is written beside its place and renamed, so that it is never
  /// there in part.
  public func writePNG(to url: URL, text: KeyValuePairs<String, String> = [:]) throws(ImagingError) {
    try writePNG(to: url, text: text.map { ($0.key, $0.value) })
  }

  /// Writes an 8-bit PNG file with an ordered list of texts.
  public func writePNG(to url: URL, text: [(key: String, value: String)]) throws(ImagingError) {
    try pngData(text: text).writePNG(to: url)
  }
}

extension Data {
  /// Writes the bytes of a PNG file beside their place and renames the file, so that it is never there in part.
  func writePNG(to url: URL) throws(ImagingError) {
    do throws(FileProblem) {
      try replaceFile(at: url)
    } catch {
      throw ImagingError(.unwritable(error.english), name: url.path)
    }
  }
}

/// A PNG being written to memory; owns libpng's handle.
private final class PNGWriter {
  private let handle: UnsafeMutablePointer<alih_png_writer>

  init() {
    guard let handle = alih_png_writer_make() else { preconditionFailure("out of memory while writing a PNG") }
    self.handle = handle
  }

  deinit {
    alih_png_writer_free(handle)
  }

  /// Writing to memory fails only when there is none left, or when a keyword is not one.
  func encode(_ image: Image, text: [(key: String, value: String)]) -> Data {
    for (key, value) in text {
      add(key: key, value: value)
    }
    let result = alih_png_writer_finish(
      handle, image.bytes, UInt32(image.width), UInt32(image.height), Int32(image.channels))
    precondition(result == 1, "libpng cannot write \(image.width)x\(image.height)x\(image.channels)")
    return Data(UnsafeBufferPointer(start: handle.pointee.bytes, count: handle.pointee.count))
  }

  private func add(key: String, value: String) {
    let isKeyword =
      (1...79).contains(key.utf8.count) && key.utf8.allSatisfy { (0x20...0x7E).contains($0) }
      && key == key.trimmingCharacters(in: .whitespaces) && !key.contains("  ")
    precondition(isKeyword, "a PNG keyword has 1 to 79 ASCII characters and no stray spaces, unlike \"\(key)\"")
    let isUTF8 = !value.utf8.allSatisfy { $0 < 0x80 }
    var keyBytes = key.utf8CString.map { $0 }
    var valueBytes = value.filter { $0 != "\0" }.utf8CString.map { $0 }
    let result = alih_png_writer_add_text(handle, &keyBytes, &valueBytes, isUTF8 ? 1 : 0)
    precondition(result == 1, "out of memory while writing a PNG")
  }
}
