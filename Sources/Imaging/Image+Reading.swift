import FileAccess
import Foundation

extension Image {
  /// Reads a JPEG or PNG file; which of the two is decided by its content, never by its name.
  ///
  /// A grey file gives one channel, any other three. Transparency is composited on white, and a photograph is turned
  /// upright as its EXIF or XMP orientation says. Profiles and gamma are not applied. Sizes are checked before memory is asked for: at most 256 MB, 16,384 pixels a
  /// side, 100 megapixels.
  public init(contentsOf url: URL) throws(ImagingError) {
    try self.init(decoding: pictureBytes(of: url), name: url.path)
  }

  /// Decodes the bytes of a JPEG or PNG file; `name` stands for the file in an error.
  public init(decoding bytes: some Sequence<UInt8>, name: String = "picture") throws(ImagingError) {
    self = try PictureFile(Array(bytes), name: name).image()
  }

  /// The texts that a PNG file carries, in their order in the file: keywords such as "Title" with what they say.
  public static func text(of url: URL) throws(ImagingError) -> [(key: String, value: String)] {
    try text(decoding: pictureBytes(of: url), name: url.path)
  }

  /// The texts in the bytes of a PNG file, in their order.
  public static func text(
    decoding bytes: some Sequence<UInt8>, name: String = "picture"
  ) throws(ImagingError) -> [(key: String, value: String)] {
    let bytes = Array(bytes)
    guard bytes.starts(with: PNGReader.signature) else { throw ImagingError(.notAPicture, name: name) }
    return try PNGReader.decode(bytes, name: name).text
  }
}

/// The bytes of an ordinary file of bearable size.
func pictureBytes(of url: URL) throws(ImagingError) -> [UInt8] {
  var size = 0
  do throws(FileProblem) {
    let file = try OpenFile(url)
    size = file.size
    return [UInt8](try file.bytes(limit: DecodingLimit.fileBytes))
  } catch {
    if case .tooLarge(let limit) = error.reason {
      throw ImagingError(.fileTooLarge(bytes: size, limit: limit), name: url.path)
    }
    throw ImagingError(ImagingError.Reason(error), name: url.path)
  }
}

extension ImagingError.Reason {
  /// Why a file could not be opened.
  fileprivate init(_ problem: FileProblem) {
    self =
      switch problem.reason {
      case .missing: .missing
      case .kind(.folder): .folder
      case .kind: .notAFile(problem.english)
      default: .unreadable(problem.english)
      }
  }
}
